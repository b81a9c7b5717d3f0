import type { Calendar } from './calendar.ts';
import { addDays, fromDayNumber, toDayNumber } from './date.ts';
import { openPauseFrom } from './reckoning.ts';
import type { Clock, LocalDate } from './types.ts';

export type Light = 'in-time' | 'due-soon' | 'late';

/**
 * Late from the day after the due date; due soon when at most `dueSoonDays` days are left: working days for a working-day
 * clock when the calendar is given, else calendar days. While the clock is paused its light stands still.
 */
export function lightOf(clock: Clock, today: LocalDate, dueSoonDays: number, calendar?: Calendar): Light {
  const paused = pausedFrom(clock);
  const day = paused !== undefined && paused < today ? paused : today;
  if (day > clock.due) return 'late';
  return day >= dueSoonFrom(clock, dueSoonDays, calendar) ? 'due-soon' : 'in-time';
}

/** The first day on which the clock is due soon. */
export function dueSoonFrom(clock: Clock, dueSoonDays: number, calendar?: Calendar): LocalDate {
  if (calendar === undefined || clock.unit !== 'wd') return addDays(clock.due, -dueSoonDays);
  return calendar.nth(clock.due, -dueSoonDays);
}

/** The next day on which time alone changes the light; undefined when none, or when the clock stands still before it. */
export function nextChange(clock: Clock, today: LocalDate, dueSoonDays: number, calendar?: Calendar): LocalDate | undefined {
  const paused = pausedFrom(clock);
  const next = [dueSoonFrom(clock, dueSoonDays, calendar), addDays(clock.due, 1)].find((day) => day > today);
  return next === undefined || (paused !== undefined && next > paused) ? undefined : next;
}

/** The day an open pause stopped the clock; undefined when it runs, or ran out before the pause. */
export function pausedFrom(clock: Clock): LocalDate | undefined {
  const from = Math.max(openPauseFrom(clock.pauses), toDayNumber(clock.zero) + 1);
  return from <= toDayNumber(clock.derivation.rolledFrom ?? clock.due) ? fromDayNumber(from) : undefined;
}
