import type { BareSheet, CalendarYear, Recurrence, Term } from '../types.ts';
import { after, before, daysToCount, lastOf, monthsBefore } from './days.ts';
import type { Put } from './question.ts';
import { restDays } from './rest.ts';
import { anyOpen, asked, type Building, calendarYears, lastWorking, restStep, step, workingBy } from './way.ts';

/** A limit counted back from its event, one day at a time; then to the working day before, where it ends on a rest day. */
export function wayBack(put: Put, years: readonly CalendarYear[], edition: string): BareSheet {
  const rest = restDays(years);
  const walked: [day: string, number?: number][] = [];
  let [day, left] = [put.from, put.amount];
  const end = put.unit === 'mo' ? monthsBefore(day, left) : put.unit === 'yr' ? monthsBefore(day, left * 12) : undefined;
  while (end === undefined ? left > 0 : day > end) {
    day = before(day);
    if (put.unit === 'wd' && rest.why(day) !== undefined) walked.push([day]);
    else {
      left -= 1;
      walked.push([day, end === undefined ? put.amount - left : walked.length + 1]);
    }
  }
  const last = day;
  const due = lastWorking(last, rest);

  const steps: Building[] = [];
  if (due !== last) step(steps, due, 'rolled');
  for (let on = after(due); on < last; on = after(on)) restStep(steps, on, rest.why(on)!);
  for (const [on, number] of walked.reverse()) {
    if (number === undefined) restStep(steps, on, rest.why(on)!);
    else step(steps, on, put.unit === 'wd' && rest.makeup(on) ? 'makeup' : 'counted', {}, number);
  }
  step(steps, put.from, 'zero');

  const known = calendarYears(due, before(put.from), years, rest);
  return {
    due,
    provisional: anyOpen(due, put.unit === 'wd' ? before(put.from) : last, rest),
    conditional: false,
    ...(due !== last && { lastDay: last }),
    counted: 'back',
    ...asked(put),
    calendar: { edition, years: known },
    steps,
  };
}

/** The last day for what a term wants done so long before an event, in days or working days. */
export function lastDayFor({ amount, unit, whose, roll }: Term, event: string, years: readonly CalendarYear[]): string {
  const put: Put = { amount, unit: unit === 'wd' ? 'wd' : 'cd', from: event, whose, roll, extensions: [], pauses: [] };
  return wayBack(put, years, '').due;
}

/** The next time of a duty that comes back, and the days since the time before. */
export function nextRound(put: Put, recurs: Recurrence, years: readonly CalendarYear[], edition: string): BareSheet {
  const rest = restDays(years);
  const [previous, due] = timesOf(put, recurs);
  const steps: Building[] = [];
  step(steps, previous, 'zero');
  for (let [day, n] = [after(previous), 1]; day <= due; day = after(day), n++) step(steps, day, 'counted', {}, n);

  const year = Number(due.slice(0, 4)) - (recurs.covers === 'year-before' ? 1 : 0);
  const known = calendarYears(put.from, due, years, rest);
  return {
    due,
    provisional: false,
    conditional: false,
    ...workingBy(due, put, rest),
    period: isDayOfYear(recurs) ? { from: `${year}-01-01`, to: `${year}-12-31` } : { from: after(previous), to: due },
    ...asked(put),
    calendar: { edition, years: known },
    steps,
  };
}

const isDayOfYear = ({ due }: Recurrence): boolean => due !== 'period-end' && due !== 'last-time';

/** The time before and the next one: walked from the day asked about, or counted from it where it is the last time. */
export function timesOf(
  { from, amount, unit }: Pick<Put, 'from' | 'amount' | 'unit'>,
  recurs: Recurrence,
): [previous: string, due: string] {
  if (recurs.due === 'last-time') {
    let day = from;
    for (let left = daysToCount({ zero: from, amount, extended: 0, unit: unit === 'mo' ? 'month' : 'year' }); left > 0; left--)
      day = after(day);
    return [from, day];
  }
  const months = unit === 'mo' ? amount : 12;
  const falls = (day: string) => {
    if (isDayOfYear(recurs)) return day.slice(5) === recurs.due;
    const month = Number(day.slice(5, 7));
    return month % months === 0 && Number(day.slice(8)) === lastOf(Number(day.slice(0, 4)), month);
  };
  let [previous, due] = [before(from), from];
  while (!falls(due)) due = after(due);
  while (!falls(previous)) previous = before(previous);
  return [previous, due];
}
