import { addDays, addMonths, localDate, year } from './date.ts';
import { sinceLastTime } from './law-rows.ts';
import type { LocalDate, Recurrence, Term } from './types.ts';

/**
 * The first due date of a recurring duty after `after` (P18). Where it is counted from the last time, `after` is that last time. An
 * organ's day does not roll: a Saturday stays a Saturday.
 */
export function nextDue(term: Term, after: LocalDate): LocalDate {
  const { recurs, months } = roundsOf(term);
  if (sinceLastTime(recurs)) return addMonths(after, months);
  return around(after, recurs, months).find((day) => day > after)!;
}

/** One time of a recurring duty. */
export interface Round {
  /** When it was due, or done, the time before. */
  readonly previous: LocalDate;
  readonly due: LocalDate;
  /** What it covers, both days inclusive. */
  readonly period: { readonly from: LocalDate; readonly to: LocalDate };
}

/** The time that is due on or after a day; counted from the last time, that day is the last time. */
export function roundOf(term: Term, from: LocalDate): Round {
  const { recurs, months } = roundsOf(term);
  const since = sinceLastTime(recurs);
  const due = nextDue(term, since ? from : addDays(from, -1));
  const previous = since ? from : around(from, recurs, months).findLast((day) => day < from)!;
  return { previous, due, period: covered(recurs, previous, due) };
}

/** On a day of the year the whole year of that day, or the one before; else what has passed since the time before. */
function covered({ due: how, covers }: Recurrence, previous: LocalDate, due: LocalDate): Round['period'] {
  if (!/^\d/.test(how)) return { from: addDays(previous, 1), to: due };
  const y = covers === 'year-before' ? year(due) - 1 : year(due);
  return { from: localDate(`${y}-01-01`), to: localDate(`${y}-12-31`) };
}

function roundsOf({ id, recurs, amount, unit }: Term) {
  if (!recurs || unit === 'hour' || unit === 'wd' || unit === 'cd') throw new Error(`${id} does not come back by months or years`);
  return { recurs, months: unit === 'month' ? amount : amount * 12 };
}

/** Due dates from the year before a day to the year after, earliest first. */
const around = (day: LocalDate, recurs: Recurrence, months: number): LocalDate[] =>
  [-1, 0, 1].flatMap((years) => dueIn(year(day) + years, recurs.due, months));

/** All due dates of one year, earliest first. */
function dueIn(y: number, due: string, months: number): LocalDate[] {
  if (/^\d/.test(due)) return [localDate(`${y}-${due}`)];
  return Array.from({ length: 12 / months }, (_, i) => addMonths(localDate(`${y - 1}-12-31`), months * (i + 1)));
}
