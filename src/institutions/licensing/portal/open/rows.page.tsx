import type { ReactNode } from 'react';
import type { LocalDate } from '../../../../kernel/clock/types.ts';
import type { Lang, Text } from '../../../../kernel/text.ts';
import { daysBetween } from '../../../../pictures/days.ts';
import {
  Breadcrumb,
  type Chrome,
  type Column,
  Downloads,
  Empty,
  formatFullDate,
  localOf,
  mixed,
  Page,
  Pager,
  T,
  Table,
} from '../../../../portal/index.ts';
import type { LateRow } from '../../queries/numbers.ts';
import { outcomeWords } from '../../words.ts';
import type { ConcludedRow, DurationRow, ReceivedRow } from '../queries.ts';
import { say, text, type Word } from '../say.ts';
import { words } from '../words.ts';

/** How items and organs are called. */
export interface Names {
  item(id: string): Text;
  organ(code: string): Text;
}
interface Rows<T> {
  readonly rows: readonly T[];
  readonly names: Names;
  readonly chrome: Chrome;
  readonly pages: Pages;
}

/** The addresses beside this one, where there are any. */
export interface Pages {
  readonly previous?: string;
  readonly next?: string;
}

interface SheetProps {
  /** Of its files, below `/api/v1`. */
  readonly path: string;
  readonly title: Word;
  readonly lead?: Word;
  readonly none: Word;
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  readonly chrome: Chrome;
  readonly pages: Pages;
}

/** The rows behind a number of the home page. */
function Sheet({ path, title, lead, none, columns, rows, chrome, pages }: SheetProps) {
  const { lang } = chrome;
  return (
    <Page {...chrome} title={words[title]} current="services">
      <Breadcrumb lang={lang} trail={[{ label: words.today, href: '/' }, { label: words[title] }]} />
      <h1>{say(title, lang)}</h1>
      {lead && <p className="lead">{say(lead, lang)}</p>}
      {rows.length === 0 ? (
        <Empty lang={lang} text={words[none]} />
      ) : (
        <Table caption={words[title]} hideCaption lang={lang} columns={columns} rows={rows} />
      )}
      <Pager lang={lang} {...pages} />
      <Downloads path={`/api/v1/${path}`} list={words[title]} lang={lang} />
    </Page>
  );
}

const column = (word: Word, numeric = false): Column => ({ label: words[word], numeric });
const itemLink = (id: string, names: Names, lang: Lang) => (
  <a key="i" href={`/items/${encodeURIComponent(id)}`}>
    {mixed(names.item(id)[lang], lang)}
  </a>
);
const organ = (code: string, names: Names, lang: Lang) => <T key="o" text={names.organ(code)} lang={lang} />;
const days = (n: number): Text => (n === 1 ? words['n-day-one'] : text('n-days', { n: Math.round(n * 10) / 10 }));

export const ReceivedPage = ({ rows, names, chrome, pages }: Rows<ReceivedRow>) => (
  <Sheet
    path="today/received"
    title="received-title"
    lead="received-say"
    none="received-none"
    columns={[column('col-item'), column('col-organ'), column('col-time')]}
    rows={rows.map((row, i) => ({
      key: String(i),
      cells: [itemLink(row.item, names, chrome.lang), organ(row.organ, names, chrome.lang), localOf(row.at).time],
    }))}
    chrome={chrome}
    pages={pages}
  />
);

export const ConcludedPage = ({ rows, names, chrome, pages }: Rows<ConcludedRow>) => (
  <Sheet
    path="today/concluded"
    title="concluded-title"
    none="concluded-none"
    columns={[column('col-item'), column('col-organ'), column('col-outcome'), column('col-manner')]}
    rows={rows.map((row) => ({
      key: row.matter,
      cells: [
        itemLink(row.item, names, chrome.lang),
        organ(row.organ, names, chrome.lang),
        row.outcome === 'granted' ? (
          <a key="d" href={`/decisions/${encodeURIComponent(row.matter)}`}>
            {outcomeWords.granted[chrome.lang]}
          </a>
        ) : (
          outcomeWords.refused[chrome.lang]
        ),
        row.onTheSpot ? say('on-the-spot', chrome.lang) : '',
      ],
    }))}
    chrome={chrome}
    pages={pages}
  />
);

export const DurationsPage = ({ rows, names, chrome, pages }: Rows<DurationRow>) => (
  <Sheet
    path="today/durations"
    title="durations-title"
    lead="durations-say"
    none="durations-none"
    columns={[column('col-item'), column('col-count', true), column('col-median', true), column('col-p90', true)]}
    rows={rows.map((row) => ({
      key: row.item,
      cells: [itemLink(row.item, names, chrome.lang), String(row.n), days(row.median)[chrome.lang], days(row.p90)[chrome.lang]],
    }))}
    chrome={chrome}
    pages={pages}
  />
);

/** Calendar days past the due day: to the decision, or to today. */
export const lateBy = ({ due, decidedOn }: LateRow, today: LocalDate): number | undefined =>
  due === null ? undefined : daysBetween(due, decidedOn ?? today);

export const LatePage = ({ rows, names, chrome, pages, today }: Rows<LateRow> & { today: LocalDate }) => (
  <Sheet
    path="late"
    title="late-title"
    lead="late-say"
    none="late-none"
    columns={[
      column('col-item'),
      column('col-organ'),
      column('col-state'),
      column('col-due'),
      column('col-decided'),
      column('col-over', true),
    ]}
    rows={rows.map((row) => ({
      key: row.matter,
      cells: [
        itemLink(row.item, names, chrome.lang),
        organ(row.organ, names, chrome.lang),
        say(row.state, chrome.lang),
        row.due && formatFullDate(row.due, chrome.lang),
        row.decidedOn && formatFullDate(row.decidedOn, chrome.lang),
        row.due && days(lateBy(row, today)!)[chrome.lang],
      ],
    }))}
    chrome={chrome}
    pages={pages}
  />
);
