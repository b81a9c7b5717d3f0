import { addDays, type Calendar, type Lawbook, weekday } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Watched } from '../../kernel/matter/dates.ts';
import { LEADERS, type ListKind, RUNGS, type Rung } from './vocabulary.ts';

/** When each rung is told, in working days, and when lists arrive and are to be read: the county's parameters (`law/county/lights.yaml`). */
export interface Ladder {
  readonly after: Readonly<Record<Rung, number>>;
  /** Hour of the day, 8.5 for half past eight. */
  readonly opens: number;
  /** Working days in which a list is to be read. */
  readonly receipt: number;
}

export const ladderOf = (law: Lawbook): Ladder => ({
  after: Object.fromEntries(RUNGS.map((rung) => [rung, law.parameter(`urging.${rung}`).amount])) as Record<Rung, number>,
  opens: law.parameter('urging.opening-hour').amount,
  receipt: law.parameter('urging.receipt').amount,
});

/** A rung that a clock reaches, and the day on which it does. */
export interface Step {
  readonly rung: Rung;
  readonly on: LocalDate;
}

type Term = Pick<Watched, 'tier' | 'due' | 'soon'>;

/**
 * The rungs of a clock with the day on which it reaches each (X3). The handler is told when it is due soon; the section head on its last
 * day; the chief after it. A step's own day stays within its organ and its leader in charge; a promise goes up to the head of the county;
 * of a broken statutory limit each leader learns on the next day, also one of rest, and whoever stands below him no later. What is watched only once its day is past (a
 * pause past its told end) goes up from the day on which it is.
 */
export function stepsOf({ tier, due, soon = due }: Term, { after }: Ladder, calendar: Calendar): Step[] {
  const past = (rung: Rung): Step => ({ rung, on: calendar.nth(soon > due ? soon : due, after[rung]) });
  const own: Step[] = [{ rung: 'handler', on: calendar.nth(soon, after.handler) }, past('section-head'), past('chief')];
  const broken = addDays(due, 1);
  switch (tier) {
    case 'step':
      return [...own, past('portfolio-leader')];
    case 'promise':
      return [...own, past('portfolio-leader'), past('county-head')];
    case 'law': {
      const noLater = ({ rung, on }: Step): Step => ({ rung, on: on < broken ? on : broken });
      const at = (rung: Rung): Step => ({ rung, on: broken });
      return [...own.map(noLater), at('portfolio-leader'), noLater(past('efficiency-office')), at('county-head')];
    }
  }
}

/**
 * How news of a clock comes to whoever stands on a rung (P19), also in the stead of an empty rung below: of a statutory limit that is broken
 * the leaders have a notice, and so has everybody below who was not told yet, unless the morning list arrives with it.
 */
export function listFor(stands: Rung, broken: boolean, arriving: readonly ListKind[]): ListKind {
  if (LEADERS.includes(stands)) return broken ? 'notice' : 'weekly';
  return broken && !arriving.includes('morning') ? 'notice' : 'morning';
}

/** The first working day of the week a day lies in; undefined where it has none. */
export function firstOfWeek(day: LocalDate, calendar: Calendar): LocalDate | undefined {
  const monday = addDays(day, 1 - weekday(day));
  const days = [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(monday, n));
  return days.find((one) => calendar.isWorking(one));
}

/** Which lists arrive at that hour of that day: none on a day of rest but a notice, which does not wait. */
export function arriving(today: LocalDate, hour: number, { opens }: Ladder, calendar: Calendar): readonly ListKind[] {
  if (!calendar.isWorking(today) || hour < opens) return ['notice'];
  return firstOfWeek(today, calendar) === today ? ['notice', 'morning', 'weekly'] : ['notice', 'morning'];
}

/** The rungs that a clock has reached by that day. */
export const reached = (clock: Term, today: LocalDate, ladder: Ladder, calendar: Calendar): readonly Rung[] =>
  stepsOf(clock, ladder, calendar).flatMap(({ rung, on }) => (on <= today ? [rung] : []));

/** The last day whose lists are unread in time today: each has so many working days to be read; then the next rung and the efficiency office see it. */
export const lateBy = (today: LocalDate, { receipt }: Ladder, calendar: Calendar): LocalDate => calendar.nth(today, -(receipt + 1));

/** The rung whose unread lists somebody on this one sees; the efficiency office sees all. */
export const below = (rung: Rung): readonly Rung[] =>
  rung === 'efficiency-office' ? RUNGS : RUNGS.slice(0, RUNGS.indexOf(rung)).slice(-1);
