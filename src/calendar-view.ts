import type { CalendarBook, LayerYear, LocalDate } from './kernel/clock/index.ts';

export interface YearView extends LayerYear {
  /** Of the edition that brought it; 0: it came with the house. */
  readonly number: number;
  /** Past: it is not changed any more. */
  readonly sealed: boolean;
}

/** The calendar as it is shown: its years by layer, and its editions, the last first. */
export const calendarView = (book: CalendarBook, today: LocalDate) => ({
  edition: book.calendar.edition,
  years: book.layers.map((y): YearView => ({ ...y, sealed: y.year < Number(today.slice(0, 4)) })),
  editions: book.editions
    .map(({ number, at, actor, cause, undoes, years }) => ({
      number,
      at: new Date(at * 1000).toISOString(),
      by: actor,
      cause,
      ...(undoes !== undefined && { undoes }),
      undone: book.editions.some((later) => later.undoes === number),
      years: years.map(({ year, layer, document }) => ({ year, layer, document })),
    }))
    .reverse(),
  /** What an undo would take back. */
  last: book.last?.number ?? null,
});

export type CalendarView = ReturnType<typeof calendarView>;
