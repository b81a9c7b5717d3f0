import type { Lang } from '../../../../kernel/text.ts';
import {
  Breadcrumb,
  both,
  type Chrome,
  Downloads,
  Empty,
  formatFullDate,
  formatLongDate,
  mixed,
  Page,
  Pager,
  speaker,
  T,
  Table,
  Terms,
} from '../../../../portal/index.ts';
import type { PublicDecision } from '../../queries.ts';
import type { NamedDecision } from './lists.ts';
import { words } from './words.ts';

const { say, text } = speaker(words);

export function DecisionTable({ rows, lang }: { rows: readonly NamedDecision[]; lang: Lang }) {
  if (rows.length === 0) return <Empty lang={lang} text={words['decisions-none']} />;
  return (
    <Table
      caption={words['open-decisions']}
      hideCaption
      lang={lang}
      columns={[
        { label: words['col-number'], unbroken: true },
        { label: words['col-item'] },
        { label: words['col-holder'] },
        { label: words['col-organ'] },
        { label: words['col-day'] },
      ]}
      rows={rows.map((row) => ({
        key: row.matter,
        cells: [
          <a key="n" href={`/decisions/${encodeURIComponent(row.matter)}`}>
            {row.matter}
          </a>,
          <T key="i" text={row.itemName} lang={lang} />,
          <span key="h">{mixed(row.holder ?? say('holder-gone', lang), lang)}</span>,
          <T key="o" text={row.organName} lang={lang} />,
          formatFullDate(row.decidedOn, lang),
        ],
      }))}
    />
  );
}

export function DecisionsPage({ rows, next, chrome }: { rows: readonly NamedDecision[]; next?: string; chrome: Chrome }) {
  const { lang } = chrome;
  return (
    <Page {...chrome} title={words['open-decisions']} current="open">
      <Breadcrumb lang={lang} trail={[{ label: words['open-title'], href: '/open' }, { label: words['open-decisions'] }]} />
      <h1>{say('open-decisions', lang)}</h1>
      <p className="lead">{say('open-decisions-say', lang)}</p>
      <DecisionTable rows={rows} lang={lang} />
      <Pager lang={lang} next={next} />
      <Downloads path="/api/v1/decisions" list={words['open-decisions']} lang={lang} />
      <p className="small">
        <a href="/api/v1/decisions">{say('decisions-data', lang)}</a>
      </p>
    </Page>
  );
}

/** One decision as the public sees it: the allow-list and no more. */
export function DecisionPage({ row, chrome }: { row: NamedDecision; chrome: Chrome }) {
  const { lang } = chrome;
  const title = text('decision-title', { item: row.itemName });
  const long = (date: Parameters<typeof formatLongDate>[0]) => both((l) => formatLongDate(date, l));
  const line = (label: keyof typeof words, date: PublicDecision['acceptedOn'] | null) =>
    date ? [{ label: words[label], value: formatLongDate(date, lang) }] : [];
  return (
    <Page {...chrome} title={title} current="open">
      <Breadcrumb
        lang={lang}
        trail={[
          { label: words['open-title'], href: '/open' },
          { label: words['open-decisions'], href: '/decisions' },
          { label: { zh: row.matter, en: row.matter } },
        ]}
      />
      <h1>
        <T text={title} lang={lang} />
      </h1>
      <p className="lead">{say('decision-say', lang, { organ: row.organName, date: long(row.decidedOn) })}</p>
      <div className="card">
        <Terms
          lang={lang}
          items={[
            { label: words.holder, value: mixed(row.holder ?? say('holder-gone', lang), lang) },
            { label: words['col-paper'], value: mixed(row.paper, lang) },
            { label: words['col-number'], value: row.matter },
            ...line('opened', row.openedOn),
            ...line('accepted', row.acceptedOn),
            ...line('decided', row.decidedOn),
            ...line('promised', row.promisedDue),
            ...line('legal', row.legalDue),
            ...(row.kept === null ? [] : [{ label: words.kept, value: say(row.kept ? 'yes' : 'no', lang) }]),
            ...(row.licence
              ? [{ label: words.licence, value: <a href={`/licences/${encodeURIComponent(row.licence)}`}>{row.licence}</a> }]
              : []),
            ...(row.validFrom
              ? [{ label: words.valid, value: validity({ from: row.validFrom, until: row.validTo ?? undefined }, lang) }]
              : []),
            ...line('renewed', row.renewedTo),
            { label: words['col-item'], value: <a href={`/items/${encodeURIComponent(row.item)}`}>{mixed(row.itemName[lang], lang)}</a> },
          ]}
        />
      </div>
    </Page>
  );
}

export const validity = (
  { from, until }: { from: PublicDecision['decidedOn']; until?: PublicDecision['decidedOn'] },
  lang: Lang,
): string =>
  until
    ? say('valid-range', lang, { from: formatLongDate(from, lang), to: formatLongDate(until, lang) })
    : say('valid-open', lang, { from: formatLongDate(from, lang) });
