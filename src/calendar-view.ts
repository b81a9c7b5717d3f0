import { namesOf } from './institutions/licensing/queries.ts';
import type { CalendarBook, CalendarEdition, LayerYear, LocalDate } from './kernel/clock/index.ts';
import type { Text } from './kernel/text.ts';
import type { House } from './open-house.ts';
import { words } from './workbench/calendar/words.ts';

export interface YearView extends LayerYear {
  /** Of the edition that brought it; 0: it came with the house. */
  readonly number: number;
  /** Past: it is not changed any more. */
  readonly sealed: boolean;
}

/** One entry of the list: what was in force after it. */
export interface EditionView extends Pick<CalendarEdition, 'number' | 'undoes' | 'cause'> {
  /** As derivations name the calendar; the second where the county has stopped work. */
  readonly names: readonly string[];
  /** Absent for what came with the house. */
  readonly at?: string;
  readonly by?: string;
  readonly byName?: Text;
  readonly undone: boolean;
  /** What it brought, or took back. */
  readonly years: readonly Pick<LayerYear, 'year' | 'layer' | 'document'>[];
}

/** Why an edition was entered or taken back, where that was said; else its document, which stands beside it already, was taken for the cause. */
export const ownCause = ({ years, cause }: Pick<EditionView, 'years' | 'cause'>): string | undefined =>
  years.some(({ document }) => document.zh === cause) ? undefined : cause;

/** Who entered from the command line is no person of the register. */
export const AT_THE_COMMAND = 'administrator';

/** The calendar as it is shown: its years by layer, and its editions, the last first; the first is the one that came with the house. */
export const calendarView = (book: CalendarBook, today: LocalDate, names: ReadonlyMap<string, Text>) => ({
  edition: book.calendar.edition,
  years: book.layers.map((y): YearView => ({ ...y, sealed: y.year < Number(today.slice(0, 4)) })),
  editions: [...book.editions.map((one) => editionView(one, book, names)), cameWithTheHouse(book)].sort((a, b) => b.number - a.number),
  /** What an undo would take back. */
  last: book.last?.number ?? null,
});

const cameWithTheHouse = (book: CalendarBook): EditionView => ({ number: 0, names: book.names(0), cause: '', undone: false, years: [] });

function editionView({ number, at, actor, cause, undoes, years }: CalendarEdition, book: CalendarBook, names: ReadonlyMap<string, Text>) {
  const undone = undoes === undefined ? undefined : book.editions[undoes - 1]!;
  const view: EditionView = {
    number,
    names: book.names(number),
    at: new Date(at * 1000).toISOString(),
    by: actor,
    byName: actor === AT_THE_COMMAND ? words['at-the-command'] : (names.get(actor) ?? { zh: actor, en: actor }),
    // Earlier releases put the cause of the edition itself where none was said for taking it back.
    cause: cause === undone?.cause ? '' : cause,
    ...(undoes !== undefined && { undoes }),
    undone: book.editions.some((later) => later.undoes === number),
    years: (undone?.years ?? years).map(({ year, layer, document }) => ({ year, layer, document })),
  };
  return view;
}

export type CalendarView = ReturnType<typeof calendarView>;

/** The calendar of a house as it is shown now, with the names of those who entered its editions. */
export async function calendarShown(house: House): Promise<CalendarView> {
  const [book, { today }] = await Promise.all([house.calendar(), house.moment()]);
  const actors = book.editions.map(({ actor }) => actor);
  return calendarView(book, today, await namesOf(house.pool, actors));
}
