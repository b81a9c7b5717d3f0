import { addDays, calendarFor, dueSoonFrom, startClock } from '../../../kernel/clock/index.ts';
import type { Clock, LocalDate } from '../../../kernel/clock/types.ts';
import { type Decision, refuser } from '../../../kernel/decision.ts';
import type { Moment } from '../../../kernel/matter/types.ts';
import type { HandlingCase, Item } from '../../catalogue/index.ts';
import { refusalWords } from '../words.ts';
import type { Licensing, Running, StepPlan } from './state.ts';

const refuse = refuser(refusalWords);

/** A clock turns ▲ two working days before it ends; one day for limits of three days or less. County rule, illustrative. */
const soonDays = (clock: Clock): number => (clock.amount > 3 ? 2 : 1);

export const running = (clock: Clock, m: Pick<Moment, 'calendar'>): Running => {
  const soon = dueSoonFrom(clock, soonDays(clock), calendarFor(clock.kind, m.calendar));
  return { ...clock, soon: soon > clock.zero ? soon : addDays(clock.zero, 1) };
};

const caseOf = (item: Item, id: HandlingCase['id']) => item.cases.value.find((c) => c.id === id);

/** Five working days to answer on acceptance (行政许可法 32). */
export const acceptanceClock = (zero: LocalDate, m: Moment): Running =>
  running(startClock({ term: m.law.term('licensing.accept'), kind: 'acceptance', zero }, m.calendar), m);

/** The legal limit: the item's own, 45 working days in a bundle, 20 for pre-examination (行政许可法 42, 43). */
export function legalClock(
  item: Item,
  s: Pick<Licensing, 'case' | 'bundle' | 'forwards'>,
  zero: LocalDate,
  m: Moment,
  conditional = false,
): Running | undefined {
  const limit = (caseOf(item, s.case)?.legal ?? item.legal)?.value;
  const term = m.law.term(s.bundle ? 'licensing.decide-joint' : s.forwards ? 'licensing.pre-examination' : 'licensing.decide');
  if (!limit) return undefined;
  const own = s.bundle || s.forwards ? {} : { amount: limit.amount, unit: limit.unit };
  return running(startClock({ term, kind: 'legal', zero, conditional, ...own }, m.calendar), m);
}

export function promisedClock(
  item: Item,
  s: Pick<Licensing, 'case'>,
  zero: LocalDate,
  m: Moment,
  conditional = false,
): Running | undefined {
  const limit = (caseOf(item, s.case)?.promised ?? item.promised)?.value;
  if (!limit) return undefined;
  const term = m.law.term('licensing.decide');
  return running(startClock({ term, kind: 'promised', zero, conditional, amount: limit.amount, unit: limit.unit }, m.calendar), m);
}

/** Ten working days from the decision (行政许可法 44). */
export const deliveryClock = (zero: LocalDate, m: Moment): Running =>
  running(startClock({ term: m.law.term('licensing.deliver'), kind: 'delivery', zero }, m.calendar), m);

export const arbitrationClock = (zero: LocalDate, m: Moment): Running =>
  running(startClock({ term: m.law.term('licensing.arbitration'), kind: 'arbitration', zero }, m.calendar), m);

/** A citizen's five days to ask for a hearing, from being told of the right (行政许可法 47). */
export const hearingRequestClock = (zero: LocalDate, m: Moment): Running =>
  running(startClock({ term: m.law.term('licensing.hearing-request'), kind: 'citizen', zero }, m.calendar), m);

/** Twenty working days to hold it, from the day it was asked for (行政许可法 47). */
export const hearingClock = (zero: LocalDate, m: Moment): Running =>
  running(startClock({ term: m.law.term('licensing.hearing-organise'), kind: 'hearing', zero }, m.calendar), m);

/** The last day to ask in time for a renewal, counted back from the licence's (行政许可法 50). */
export function renewalBy(until: LocalDate, m: Moment): LocalDate {
  const { amount, unit } = m.law.term('licensing.renew');
  return unit === 'wd' ? m.calendar.nth(until, -amount) : addDays(until, -amount);
}

/** A step's own day under the total: its limit, never later than the binding due date. */
export function stepDue(limit: StepPlan['limit'], zero: LocalDate, total: LocalDate, m: Moment): LocalDate {
  const clock = startClock({ term: m.law.term('licensing.decide'), kind: 'step', zero, ...limit }, m.calendar);
  return clock.due < total ? clock.due : total;
}

/** How far ahead a day given by an officer may lie: a year is more than any lawful procedure here takes. */
const FARTHEST = 366;

/** A day that somebody names must lie ahead, and not beyond a year. */
export function ahead(day: LocalDate, path: string, m: Moment): Decision<never> | undefined {
  if (day <= m.today) return refuse('date-not-ahead', { path });
  return day > addDays(m.today, FARTHEST) ? refuse('date-too-far', { path, params: { days: FARTHEST } }) : undefined;
}

export const present = <T>(...list: (T | undefined)[]): T[] => list.filter((x): x is T => x !== undefined);
