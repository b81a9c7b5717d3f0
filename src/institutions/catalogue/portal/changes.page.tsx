import { Breadcrumb, type Chrome, Empty, formatLongDate, Page, T, Table } from '../../../portal/index.ts';
import { type Catalogue, type Change, measuresOf } from '../index.ts';
import { Told } from './before-after.tsx';
import { say } from './parts.tsx';
import { words } from './words.ts';

const SHOWN = ['steps', 'papers', 'visits', 'promised'] as const;

/** Every procedure that was changed, the latest first (S1-12, S1-53). */
export function ChangesPage({ changes, catalogue, chrome }: { changes: readonly Change[]; catalogue: Catalogue; chrome: Chrome }) {
  const { lang } = chrome;
  const latest = changes.toSorted((a, b) => (a.after.validFrom < b.after.validFrom ? 1 : a.after.validFrom > b.after.validFrom ? -1 : 0));
  return (
    <Page {...chrome} title={words['changes-title']} current="open">
      <Breadcrumb lang={lang} trail={[{ label: words['items-title'], href: '/items' }, { label: words['changes-title'] }]} />
      <h1>{say('changes-title', lang)}</h1>
      <p className="lead">{say('changes-say', lang)}</p>
      {latest.length === 0 ? (
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
            ...SHOWN.map((measure) => ({ label: words[`changes-${measure}`] })),
          ]}
          rows={latest.map(({ before, after }) => {
            const [was, is] = [measuresOf(before), measuresOf(after)];
            return {
              key: `${after.id}/${after.version}`,
              cells: [
                <a key="i" href={`/items/${encodeURIComponent(after.id)}#before-after`}>
                  <T text={after.name} lang={lang} />
                </a>,
                <T key="o" text={catalogue.department(after.lead)?.name ?? words.department} lang={lang} />,
                formatLongDate(after.validFrom, lang),
                ...SHOWN.map((measure) => (
                  <span key={measure}>
                    <Told of={was[measure]} lang={lang} /> → <Told of={is[measure]} lang={lang} />
                  </span>
                )),
              ],
            };
          })}
        />
      )}
    </Page>
  );
}
