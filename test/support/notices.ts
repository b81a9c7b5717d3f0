import { calendarBook, checkNotice, localDate } from '../../src/kernel/clock/index.ts';
import { type Beside, readCalendarFile } from '../../src/platform/calendar-file.ts';
import { readCalendarYears } from '../../src/platform/law.ts';

export const book = calendarBook(readCalendarYears('.'), []);
export const today = localDate('2026-11-22');

/** A calendar file as it would be entered that day. */
export const take = (file: unknown, beside: Beside = {}, on = today) => {
  const read = readCalendarFile(typeof file === 'string' ? file : JSON.stringify(file), beside, book, on);
  return read.ok ? checkNotice(read.years, book, on) : read;
};
export const faults = (...asked: Parameters<typeof take>) => {
  const done = take(...asked);
  return done.ok ? [] : done.faults.map(({ place, code }) => `${place} ${code}`);
};
export const years = (...asked: Parameters<typeof take>) => {
  const done = take(...asked);
  if (!done.ok) throw new Error(JSON.stringify(done.faults));
  return done.years;
};
