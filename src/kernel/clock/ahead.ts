import type { Calendar } from './calendar.ts';
import { addDays, addMonths } from './date.ts';
import type { LocalDate, Term } from './types.ts';

/** Where a count back from an event ends. */
export interface CountedBack {
  /** The last day on which it may be done. */
  readonly due: LocalDate;
  /** The day counted to; `due` is earlier where that is a rest day. */
  readonly lastDay: LocalDate;
}

/**
 * A limit counted back from its event: the day of the event is day 0, day 1 the counted day before it; months and years end on the
 * corresponding day (民法典 201, 202 by analogy). On a rest day that is counted to the law is silent: 民法典 203 rolls an end forward, which
 * here would leave less time than the law gives, so the working day before is taken, whosever limit it is. A stop of work moves none.
 */
export function countBack({ amount, unit }: Pick<Term, 'amount' | 'unit'>, event: LocalDate, calendar: Calendar): CountedBack {
  const lastDay = dayBefore(amount, unit, event, calendar);
  return { due: calendar.isWorking(lastDay) ? lastDay : calendar.nth(lastDay, -1), lastDay };
}

function dayBefore(amount: number, unit: Term['unit'], event: LocalDate, calendar: Calendar): LocalDate {
  if (unit === 'hour') throw new Error('a limit counted back is counted in days, months or years');
  if (unit === 'wd') return calendar.nth(event, -amount);
  return unit === 'cd' ? addDays(event, -amount) : addMonths(event, unit === 'month' ? -amount : -amount * 12);
}
