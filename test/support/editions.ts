import type { Story } from '../../src/institutions/licensing/builders.ts';
import {
  addDays,
  type CalendarEdition,
  calendarBook,
  changedDays,
  checkNotice,
  type LocalDate,
  toDayNumber,
} from '../../src/kernel/clock/index.ts';
import { readCalendarFile } from '../../src/platform/calendar-file.ts';
import { AS_IT_IS_2026, ETHNIC_AREA, NOTICE_2027, STOP_OF_WORK } from './calendars.ts';
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

/** The county stops work from one day to another. */
export const stop = (number: number, from: string, to: string) => ({
  ...STOP_OF_WORK,
  document: { zh: `县政府关于停止办公的公告（县政告〔2026〕${number}号，示例）`, en: `Work stopped, No. ${number} of 2026 (an example)` },
  off: [{ ...STOP_OF_WORK.off[0]!, from, to }],
});

/** A stop of work, its correction, a local holiday, a correction of the year, the next year's notice; near the day on which it is told. */
export function fileOf(which: number, a: number, b: number, today: LocalDate): unknown {
  const from = addDays(today, (a % 40) + 1);
  const to = addDays(from, [0, 0, 1, 2, 4, 18][b % 6]!);
  const within = (day: string) => (day.slice(0, 4) === '2026' ? day : '2026-12-31');
  if (which < 4) return stop(41 + (which % 3), within(from), within(to));
  if (which === 4) return { ...ETHNIC_AREA, off: [{ ...ETHNIC_AREA.off[0]!, from: within(from), to: within(to) }] };
  if (which === 6) return NOTICE_2027;
  const makeup = [...AS_IT_IS_2026.makeup.filter((_, i) => i !== b % 6), ...(a % 2 ? [within(saturday(from))] : [])];
  return { ...AS_IT_IS_2026, makeup };
}

/** The first Saturday from a day on; day number 0 is a Thursday. */
const saturday = (day: LocalDate) => addDays(day, (9 - (toDayNumber(day) % 7)) % 7);
