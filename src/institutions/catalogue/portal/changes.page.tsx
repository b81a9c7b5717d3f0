import type { LocalDate } from '../../../kernel/clock/types.ts';
import { Breadcrumb, type Chrome, Downloads, Empty, formatLongDate, Page, T, Table } from '../../../portal/index.ts';
import { type Catalogue, type Change, changesOf } from '../index.ts';
import { Told } from './before-after.tsx';
import { say } from './parts.tsx';
import { words } from './words.ts';

export const CHANGES_SHOWN = ['steps', 'signatures', 'papers', 'visits', 'promised'] as const;

/** Every procedure that was changed, the latest first (S1-12, S1-53). */
export const changesShown = (catalogue: Catalogue, today: LocalDate): readonly Change[] =>
  catalogue
    .items(today)
    .flatMap(({ id }) => changesOf(catalogue.versions(id), today, catalogue))
    .toSorted((a, b) => (a.since < b.since ? 1 : a.since > b.since ? -1 : 0));

/** As `changesShown` gives them. */
export function ChangesPage({ changes, catalogue, chrome }: { changes: readonly Change[]; catalogue: Catalogue; chrome: Chrome }) {
  const { lang } = chrome;
  return (
    <Page {...chrome} title={words['changes-title']} current="open">
      <Breadcrumb lang={lang} trail={[{ label: words['items-title'], href: '/items' }, { label: words['changes-title'] }]} />
      <h1>{say('changes-title', lang)}</h1>
      <p className="lead">{say('changes-say', lang)}</p>
      {changes.length === 0 ? (
        <Empty lang={lang} text={words['changes-none']} />
      ) : (
        <Table
          caption={words['changes-title']}
          hideCaption
          lang={lang}
          columns={[
            { label: words['changes-item'] },
            { label: words.department },
            { label: words['changes-since'] },
            ...CHANGES_SHOWN.map((measure) => ({ label: words[`changes-${measure}`] })),
          ]}
          rows={changes.map(({ after, since, was, is }) => {
            return {
              key: `${after.id}/${since}`,
              cells: [
                <a key="i" href={`/items/${encodeURIComponent(after.id)}#before-after`}>
                  <T text={after.name} lang={lang} />
                </a>,
                <T key="o" text={catalogue.department(after.lead)?.name ?? words.department} lang={lang} />,
                formatLongDate(since, lang),
                ...CHANGES_SHOWN.map((measure) => (
                  <span key={measure}>
                    <Told of={was[measure]} lang={lang} /> → <Told of={is[measure]} lang={lang} />
                  </span>
                )),
              ],
            };
          })}
        />
      )}
      <Downloads path="/api/v1/changes" list={words['changes-title']} lang={lang} />
    </Page>
  );
}
