import type { CalendarYear, Clock, Pause } from '../types.ts';
import { walkedDue } from './check.ts';
import { after } from './days.ts';
import { restDays } from './rest.ts';

/** A step as the records of its matter tell it: handed over on a day, with a limit of its own, under the clocks that bind it. */
export interface StepTold {
  readonly zero: string;
  readonly limit: { readonly amount: number; readonly unit: 'wd' | 'cd' };
  /** Of the limit that the law pauses. */
  readonly pauses: readonly Pause[];
  readonly binding: readonly { readonly clock: Clock; readonly years: readonly CalendarYear[] }[];
}

/**
 * The second opinion on the day of a step: one day at a time, past the days of rest where it counts days of work and past each pause that is
 * over, and no further than the clocks that bind it reach without what still holds them. Undefined where one of them has no end.
 */
export function stepDue({ zero, limit, pauses, binding }: StepTold, years: readonly CalendarYear[]): string | undefined {
  const rest = restDays(years);
  let day = zero;
  for (let left = limit.amount; left > 0; ) {
    day = after(day);
    const paused = pauses.some(({ from, to }) => to !== undefined && from <= day && day < to);
    if (!paused && (limit.unit === 'cd' || rest.why(day) === undefined)) left -= 1;
  }
  for (const { clock, years: its } of binding) {
    const last = walkedDue({ ...clock, atMost: undefined, pauses: clock.pauses.filter(({ to }) => to !== undefined) }, its);
    if (last === undefined) return undefined;
    if (last < day) day = last;
  }
  return day;
}
