import type { Story } from '../../src/institutions/licensing/builders.ts';
import { type CalendarEdition, calendarBook, changedDays, checkNotice, type LocalDate } from '../../src/kernel/clock/index.ts';
import { readCalendarFile } from '../../src/platform/calendar-file.ts';
import { readModelCounty } from './model-county.ts';

export const model = readModelCounty();

/** With a file entered, or the last edition taken back; or why the county would not. */
export function withNext(made: readonly CalendarEdition[], file: unknown, today = '2026-02-13' as LocalDate): CalendarEdition[] | string {
  const book = calendarBook(model.years, made);
  const base = { number: made.length + 1, at: 0, actor: 'o-1', cause: 'c' };
  if (file === 'undo') return book.last ? [...made, { ...base, undoes: book.last.number, years: [] }] : 'nothing to undo';
  const read = readCalendarFile(JSON.stringify(file), {}, book, today);
  const checked = read.ok ? checkNotice(read.years, book, today) : read;
  if (!checked.ok) return JSON.stringify(checked.faults);
  const next = [...made, { ...base, adds: true as const, years: checked.years }];
  return changedDays(book.calendar, calendarBook(model.years, next).calendar) ? next : 'unchanged';
}

/** The county's world with these editions. */
export const worldOf = (made: readonly CalendarEdition[]) => ({ ...model, calendar: calendarBook(model.years, made).calendar });

/** The county's world once these files were entered and taken back. */
export const after = (...given: readonly unknown[]) =>
  worldOf(
    given.reduce<CalendarEdition[]>((made, file) => {
      const next = withNext(made, file);
      if (typeof next === 'string') throw new Error(next);
      return next;
    }, []),
  );

/** The story told on in another world: whoever comes next finds the new calendar. */
export const under = (story: Story, world: ReturnType<typeof after>): Story => {
  const on = story.fork();
  Object.assign(on, { world });
  return on.on(new Date((story.moment.now + 8 * 3600) * 1000).toISOString().slice(0, 16)).swept();
};
