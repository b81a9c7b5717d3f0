import type { Calendar } from './calendar.ts';
import { addDays, daysBetween, fromDayNumber, toDayNumber } from './date.ts';
import type { Lawbook } from './lawbook.ts';
import { openPauseFrom } from './reckoning.ts';
import type { Clock, LocalDate } from './types.ts';

export type Light = 'in-time' | 'due-soon' | 'late';

/** From when a clock is due soon: the county's parameters (X3; what counties' electronic supervision uses). */
export interface Thresholds {
  /** Percent of the clock that has passed. */
  readonly share: number;
  /** Working days that are left. */
  readonly left: number;
}

export const thresholdsOf = (law: Lawbook): Thresholds => ({
  share: law.parameter('lights.due-soon-share').amount,
  left: law.parameter('lights.due-soon-left').amount,
});

/** What of a clock its warning rests on: also a step's. */
export type Span = Pick<Clock, 'zero' | 'due' | 'unit' | 'amount' | 'extended'>;

/**
 * Late from the day after the due date; due soon from the share of the clock that the county names, or when so many working days are
 * left, whichever comes first. While the clock is paused its light stands still.
 */
export function lightOf(clock: Clock, today: LocalDate, thresholds: Thresholds, calendar: Calendar): Light {
  const paused = pausedFrom(clock);
  const day = paused !== undefined && paused < today ? paused : today;
  return lightOn(clock, day, thresholds, calendar);
}

/** The same of what nothing pauses. */
export function lightOn(span: Span, day: LocalDate, thresholds: Thresholds, calendar: Calendar): Light {
  if (day > span.due) return 'late';
  return day >= dueSoonFrom(span, thresholds, calendar) ? 'due-soon' : 'in-time';
}

/** The first day on which the clock is due soon: never its day 0, on which nothing has passed yet. */
export function dueSoonFrom(clock: Span, { share, left }: Thresholds, calendar: Calendar): LocalDate {
  const byLeft = calendar.nth(clock.due, -left);
  const byShare = spare(clock, share, calendar);
  const soon = byShare < byLeft ? byShare : byLeft;
  const first = addDays(clock.zero, 1);
  return soon > first || clock.due <= clock.zero ? soon : first;
}

/** The day on which that share has passed: counted back from the end, so that pauses before it do not matter. */
function spare({ zero, due, unit, amount, extended }: Span, share: number, calendar: Calendar): LocalDate {
  const rest = (days: number) => Math.floor((days * (100 - share)) / 100);
  return unit === 'wd' ? calendar.nth(due, -rest(amount + extended)) : addDays(due, -rest(daysBetween(zero, due)));
}

/** The next day on which time alone changes the light; undefined when none, or when the clock stands still before it. */
export function nextChange(clock: Clock, today: LocalDate, thresholds: Thresholds, calendar: Calendar): LocalDate | undefined {
  const paused = pausedFrom(clock);
  const next = [dueSoonFrom(clock, thresholds, calendar), addDays(clock.due, 1)].find((day) => day > today);
  return next === undefined || (paused !== undefined && next > paused) ? undefined : next;
}

/** The day an open pause stopped the clock; undefined when it runs, or ran out before the pause. */
export function pausedFrom(clock: Clock): LocalDate | undefined {
  const from = Math.max(openPauseFrom(clock.pauses), toDayNumber(clock.zero) + 1);
  return from <= toDayNumber(clock.derivation.rolledFrom ?? clock.due) ? fromDayNumber(from) : undefined;
}
