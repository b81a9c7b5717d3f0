import type { deadlinesOf, Moves } from './calendar-edition.ts';
import { type EditionView, ownCause, type YearView } from './calendar-view.ts';
import { institutions } from './institutions.ts';
import type { CalendarYear } from './kernel/clock/index.ts';
import type { DateMove } from './kernel/matter/dates.ts';
import type { Lang, Text } from './kernel/text.ts';
import type { Listing } from './platform/http/listing.ts';
import type { Column } from './platform/http/sheets.ts';
import { deadlineHeads, calendarHeads as heads } from './words.ts';
import { words } from './workbench/calendar/words.ts';

type Period = CalendarYear['off'][number];

/** Both days count; a day is 24 hours of UTC. */
const daysIn = ({ from, to }: Period): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
const sayPeriod = ({ from, to, name }: Period, lang: 'zh' | 'en'): string => `${from === to ? from : `${from}..${to}`} ${name[lang]}`;

const sayNotice = ({ document, days }: NonNullable<CalendarYear['notices']>[number], lang: Lang): string =>
  `${document[lang]}: ${days.join(', ')}`;

const status: Column<CalendarYear> = { head: words['col-status'], text: (y, lang) => words[`status-${y.status}`][lang] };
/** What one year says. */
const said: readonly Column<CalendarYear>[] = [
  {
    head: words['col-document'],
    text: (y, lang) => [y.document[lang], ...(y.notices ?? []).map((one) => sayNotice(one, lang))].join('; '),
  },
  { head: heads.offCount, number: (y) => y.off.reduce((sum, period) => sum + daysIn(period), 0) },
  { head: heads.off, text: (y, lang) => y.off.map((period) => sayPeriod(period, lang)).join('; ') },
  { head: heads.makeupCount, number: (y) => y.makeup.length },
  { head: heads.makeup, text: (y) => y.makeup.join('; ') },
];

/** The calendar's years as they are taken away. */
export const yearList: Listing<YearView> = {
  name: heads.years,
  columns: [
    { head: words['col-year'], number: (y) => y.year },
    { head: heads.layer, text: (y, lang) => words[`layer-${y.layer}`][lang] },
    status,
    { head: heads.sealed, text: (y, lang) => heads[y.sealed ? 'yes' : 'no'][lang] },
    ...said,
    { head: words['col-number'], number: (y) => y.number },
  ],
};

/** The years of one edition, all layers in one, as its public page shows them. */
export const editionYears: Listing<CalendarYear> = {
  name: heads.years,
  columns: [{ head: words['col-year'], number: (y) => y.year }, status, ...said],
};

/** Its editions, the last first. */
export const editionList: Listing<EditionView> = {
  name: heads.editions,
  columns: [
    { head: words['col-number'], number: (e) => e.number },
    { head: words['col-edition'], text: (e) => e.names.join('; ') },
    { head: words['col-when'], instant: (e) => e.at },
    { head: words['col-who'], text: (e, lang) => (e.byName ?? words.shipped)[lang] },
    { head: heads.undoes, number: (e) => e.undoes },
    { head: heads.undone, text: (e, lang) => heads[e.undone ? 'yes' : 'no'][lang] },
    { head: words['col-what'], text: (e, lang) => e.years.map((y) => `${y.year} ${words[`layer-${y.layer}`][lang]}`).join('; ') },
    { head: words['col-document'], text: (e, lang) => e.years.map(({ document }) => document[lang]).join('; ') },
    { head: words['col-cause'], text: ownCause },
  ],
};

export const clockName = (clock: string): Text => {
  const names = institutions.flatMap((i) => i.kind?.dates?.name(clock) ?? []);
  return names[0] ?? { zh: clock, en: clock };
};

type OpenDate = Awaited<ReturnType<typeof deadlinesOf>>[number];
const yes = (is: boolean, lang: 'zh' | 'en') => (is ? deadlineHeads.yes[lang] : undefined);

/** Every open date of the county. */
export const deadlineList: Listing<OpenDate> = {
  name: deadlineHeads.deadlines,
  columns: [
    { head: words['col-matter'], text: ({ matter }) => matter },
    { head: words['col-clock'], text: ({ clock }, lang) => clockName(clock)[lang] },
    { head: deadlineHeads.due, day: ({ due }) => due },
    { head: words['col-whose'], text: ({ whose }, lang) => words[`whose-${whose}`][lang] },
    { head: deadlineHeads.provisional, text: ({ provisional }, lang) => yes(provisional, lang) },
    { head: deadlineHeads.conditional, text: ({ conditional }, lang) => yes(conditional, lang) },
    { head: deadlineHeads.pausedUntil, day: ({ pausedUntil }) => pausedUntil },
  ],
};

/** A date that a change of the calendar moves; a citizen's that is kept; one that stays and is reckoned anew. */
export type MoveRow =
  | ({ readonly is: 'moves' } & Moves['moves'][number])
  | ({ readonly is: 'kept' } & Moves['kept'][number])
  | ({ readonly is: 'settled' } & Moves['settled'][number]);

/** In the order in which they are told, page by page. */
export const moveRows = ({ moves, kept, settled }: Moves): readonly MoveRow[] => [
  ...moves.map((row) => ({ is: 'moves', ...row }) as const),
  ...kept.map((row) => ({ is: 'kept', ...row }) as const),
  ...settled.map((row) => ({ is: 'settled', ...row }) as const),
];

const whoseOf = (row: MoveRow): 'organ' | 'citizen' => (row.is === 'kept' ? 'citizen' : row.whose);
const turnsOf = (row: MoveRow): readonly DateMove['turns'][number][] => (row.is === 'kept' ? [] : row.turns);

/** What a change of the calendar moves, as it is taken away. */
export const moveList: Listing<MoveRow> = {
  name: words.moves,
  columns: [
    { head: words['col-matter'], text: ({ matter }) => matter },
    { head: words['col-clock'], text: ({ clock }, lang) => clockName(clock)[lang] },
    { head: words['col-from'], day: (row) => (row.is === 'moves' ? row.from : row.due) },
    { head: words['col-to'], day: (row) => (row.is === 'moves' ? row.to : row.due) },
    { head: heads.would, day: (row) => (row.is === 'kept' ? row.would : undefined) },
    { head: words['col-whose'], text: (row, lang) => words[`whose-${whoseOf(row)}`][lang] },
    {
      head: words['col-turns'],
      text: (row, lang) =>
        turnsOf(row)
          .map((turn) => words[`turn-${turn}`][lang])
          .join('; '),
    },
  ],
};
