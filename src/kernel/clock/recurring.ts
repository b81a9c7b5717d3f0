import { addMonths, localDate, year } from './date.ts';
import { sinceLastTime } from './law-rows.ts';
import type { LocalDate, Term } from './types.ts';

/**
 * The first due date of a recurring duty after `after` (P18). Where it is counted from the last time, `after` is that last time. An
 * organ's day does not roll: a Saturday stays a Saturday.
 */
export function nextDue(term: Term, after: LocalDate): LocalDate {
  const { recurs, amount, unit } = term;
  if (!recurs || unit === 'hour' || unit === 'wd' || unit === 'cd') throw new Error(`${term.id} does not come back by months or years`);
  const months = unit === 'month' ? amount : amount * 12;
  if (sinceLastTime(recurs)) return addMonths(after, months);
  const candidates = [year(after), year(after) + 1].flatMap((y) => dueIn(y, recurs.due, months));
  return candidates.find((day) => day > after)!;
}

/** All due dates of one year, earliest first. */
function dueIn(y: number, due: string, months: number): LocalDate[] {
  if (/^\d/.test(due)) return [localDate(`${y}-${due}`)];
  return Array.from({ length: 12 / months }, (_, i) => addMonths(localDate(`${y - 1}-12-31`), months * (i + 1)));
}
