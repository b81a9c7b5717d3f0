import { unmask } from '../../../../kernel/journal/personal.ts';
import { Breadcrumb, type Chrome, Downloads, Empty, mixed, Page, Section, speaker, T, Table } from '../../../../portal/index.ts';
import { hearingAt } from '../say.ts';
import type { NamedHearing } from './lists.ts';
import { words } from './words.ts';

const { say } = speaker(words);

/** 听证公告: what is heard, when and where, and how to come (行政许可法 48). */
export function HearingsPage({ rows, chrome }: { rows: readonly NamedHearing[]; chrome: Chrome }) {
  const { lang } = chrome;
  return (
    <Page {...chrome} title={words['open-hearings']} current="open">
      <Breadcrumb lang={lang} trail={[{ label: words['open-title'], href: '/open' }, { label: words['open-hearings'] }]} />
      <h1>{say('open-hearings', lang)}</h1>
      <p className="lead">{say('hearings-say', lang)}</p>
      {rows.length === 0 ? (
        <Empty lang={lang} text={words['hearings-none']} />
      ) : (
        <Table
          caption={words['open-hearings']}
          hideCaption
          lang={lang}
          columns={(['col-number', 'col-item', 'col-applicant', 'col-organ', 'col-when', 'col-place', 'col-moderator'] as const).map(
            (word) => ({
              label: words[word],
              unbroken: word === 'col-number',
            }),
          )}
          rows={rows.map((row) => ({
            key: row.matter,
            cells: [
              row.matter,
              <a key="i" href={`/items/${encodeURIComponent(row.item)}`}>
                <T text={row.itemName} lang={lang} />
              </a>,
              <span key="a">{mixed(row.applicant ?? say('holder-gone', lang), lang)}</span>,
              <T key="o" text={row.organName} lang={lang} />,
              <T key="w" text={hearingAt(row)} lang={lang} />,
              <span key="p">{mixed(unmask(row.place, undefined, '*'), lang)}</span>,
              <T key="m" text={row.chairName} lang={lang} />,
            ],
          }))}
        />
      )}
      <Downloads path="/api/v1/hearings" list={words['open-hearings']} lang={lang} />
      <Section title={words['hearings-how']} lang={lang}>
        <p>{say('hearings-how-say', lang)}</p>
        <p>{say('hearings-rights', lang)}</p>
      </Section>
    </Page>
  );
}
