import {
  addDays,
  calendarFor,
  capClock,
  countBack,
  dueSoonFrom,
  type StartClock,
  settle,
  startClock,
  thresholdsOf,
} from '../../../kernel/clock/index.ts';
import type { Clock, LocalDate } from '../../../kernel/clock/types.ts';
import { type Decision, refuser } from '../../../kernel/decision.ts';
import type { Moment } from '../../../kernel/matter/types.ts';
import type { HandlingCase, Item } from '../../catalogue/index.ts';
import { refusalWords } from '../words.ts';
import type { ClockKind, Licensing, Running, Whole } from './state.ts';

const refuse = refuser(refusalWords);

type Now = Pick<Moment, 'calendar' | 'law'>;

/** A clock with the day from which it is due soon, by the county's thresholds of the day on which it is reckoned. */
export const running = (clock: Clock, { calendar, law }: Now): Whole<Running> => ({
  term: clock.term,
  kind: clock.kind,
  zero: clock.zero,
  amount: clock.amount,
  unit: clock.unit,
  extended: clock.extended,
  pauses: clock.pauses,
  roll: clock.roll,
  assumedZero: clock.assumedZero,
  atMost: clock.atMost,
  due: clock.due,
  provisional: clock.provisional,
  conditional: clock.conditional,
  derivation: clock.derivation,
  soon: dueSoonFrom(clock, thresholdsOf(law), calendarFor(clock.kind, calendar)),
});

/**
 * A clock begun; undefined where it cannot be: its term is not in `law/`, or there is no calendar. The act goes on, for the citizen must not
 * pay for it; that the clock is missing shows in the matter's state (`arming.ts`) and is told loudly.
 */
function arm(name: string, m: Now, { kind, zero, conditional, amount, unit }: Omit<StartClock, 'term'>): Running | undefined {
  const term = m.law.find(name);
  if (!term || m.calendar.years.length === 0) return undefined;
  return running(startClock({ term, kind, zero, conditional, amount, unit }, m.calendar), m);
}

const caseOf = (item: Item, id: HandlingCase['id']) => item.cases.value.find((c) => c.id === id);

/** Five working days to answer on acceptance (行政许可法 32). */
export const acceptanceClock = (zero: LocalDate, m: Moment) => arm('licensing.accept', m, { kind: 'acceptance', zero });

/** The legal limit: the item's own, 45 working days in a bundle, 20 for pre-examination (行政许可法 42, 43). */
function legalClock(
  item: Item,
  s: Pick<Licensing, 'case' | 'bundle' | 'forwards'>,
  zero: LocalDate,
  m: Moment,
  conditional = false,
): Running | undefined {
  const limit = (caseOf(item, s.case)?.legal ?? item.legal)?.value;
  const term = s.bundle ? 'licensing.decide-joint' : s.forwards ? 'licensing.pre-examination' : 'licensing.decide';
  if (!limit) return undefined;
  const { amount, unit }: Partial<typeof limit> = s.bundle || s.forwards ? {} : limit;
  return arm(term, m, { kind: 'legal', zero, conditional, amount, unit });
}

function promisedClock(item: Item, s: Pick<Licensing, 'case'>, zero: LocalDate, m: Moment, conditional = false): Running | undefined {
  const limit = (caseOf(item, s.case)?.promised ?? item.promised)?.value;
  if (!limit) return undefined;
  return arm('licensing.decide', m, { kind: 'promised', zero, conditional, amount: limit.amount, unit: limit.unit });
}

/** The promise, never past the law's own last day: 承诺 ≤ 法定. A stop of work, or a pause that the guide declares, moves it alone. */
export const withinLaw = (promised: Running | undefined, legal: Running | undefined, m: Now): Running | undefined =>
  promised && legal && (promised.atMost ?? promised.due) !== legal.due && (promised.atMost || promised.due > legal.due)
    ? running(capClock(promised, legal.due, m.calendar), m)
    : promised;

/** Both limits of the decision from one day 0, the law's first; each only where there is one. */
export function decisionClocks(
  item: Item,
  s: Pick<Licensing, 'case' | 'bundle' | 'forwards'>,
  zero: LocalDate,
  m: Moment,
  conditional = false,
) {
  const legal = legalClock(item, s, zero, m, conditional);
  return present(legal, withinLaw(promisedClock(item, s, zero, m, conditional), legal, m));
}

/** Ten working days from the decision (行政许可法 44). */
export const deliveryClock = (zero: LocalDate, m: Moment) => arm('licensing.deliver', m, { kind: 'delivery', zero });

/** Thirty days that have to pass after a public notice (民事诉讼法 95). Its holder in the time accounts is the term. */
export const NOTICE_TERM = 'licensing.service-notice';
export const noticeClock = (zero: LocalDate, m: Moment) => arm(NOTICE_TERM, m, { kind: 'notice', zero });

export const arbitrationClock = (zero: LocalDate, m: Moment) => arm('licensing.arbitration', m, { kind: 'arbitration', zero });

/** A citizen's five days to ask for a hearing, from being told of the right (行政许可法 47). */
export const hearingRequestClock = (zero: LocalDate, m: Moment) => arm('licensing.hearing-request', m, { kind: 'citizen', zero });

/** Twenty working days to hold it, from the day it was asked for (行政许可法 47). */
export const hearingClock = (zero: LocalDate, m: Moment) => arm('licensing.hearing-organise', m, { kind: 'hearing', zero });

/** The last day for what has to be done so long before an event; the event's own where the law book does not say. */
function before(event: LocalDate, id: string, m: Now): LocalDate {
  const term = m.law.find(id);
  return term ? countBack(term, event, m.calendar).due : event;
}

/** The last day to ask in time for a renewal, counted back from the licence's (行政许可法 50). */
export const renewalBy = (until: LocalDate, m: Now): LocalDate => before(until, 'licensing.renew', m);

/** The last day to give notice of a hearing, counted back from its own: seven working days (行政许可法 48, 82). */
export const noticeBy = (hearing: LocalDate, m: Now): LocalDate => before(hearing, 'licensing.hearing-notice', m);

/** The first day for which notice can still be given on that day. */
export function hearingFrom(notice: LocalDate, m: Now): LocalDate {
  const { amount, unit } = m.law.find('licensing.hearing-notice') ?? { amount: 1, unit: 'cd' };
  let day = unit === 'wd' ? m.calendar.nth(notice, amount) : addDays(notice, amount);
  // From a rest day on, the count back may end before it.
  while (noticeBy(day, m) < notice) day = addDays(day, 1);
  return day;
}

/** The day on which a lawful pause was told to end: how long it takes is told in writing (行政许可法 45). */
export const toldEnd = (s: Licensing): LocalDate | undefined =>
  s.pause?.statutory
    ? present(s.clocks.legal, s.clocks.promised)
        .flatMap((c) => c.pauses.flatMap((p) => (p.to ? [] : (p.expected ?? []))))
        .sort()[0]
    : undefined;

/** When a lawful pause was said to end, or a public notice takes effect; undefined where nothing stops it. */
export const resumesOn = (s: Licensing): LocalDate | undefined => (s.notice ? s.clocks.notice?.due : toldEnd(s));

/**
 * Its clocks as they stand today. A pause whose told end has passed still stops them until somebody resumes: they are shown as if it ended
 * today (`asOf`), the earliest day on which it can, and not as if they had run again by themselves. The told end stays what it is.
 */
export function standing(s: Licensing, m: Now & Pick<Moment, 'today'>): Licensing {
  const clocks = Object.entries(s.clocks).flatMap(([kind, clock]): [ClockKind, Running][] => {
    const over = (p: Clock['pauses'][number]) => p.to === undefined && p.expected !== undefined && p.expected < m.today;
    if (!clock?.pauses.some(over)) return [];
    const pauses = clock.pauses.map((p) => (over(p) ? { ...p, asOf: m.today } : p));
    return [[kind as ClockKind, running(settle({ ...clock, pauses }, m.calendar), m)]];
  });
  const shown = { ...s.clocks, ...Object.fromEntries(clocks) };
  const promised = withinLaw(shown.promised, shown.legal, m);
  return clocks.length === 0 && promised === s.clocks.promised ? s : { ...s, clocks: { ...shown, ...(promised && { promised }) } };
}

/** How far ahead a day given by an officer may lie: a year is more than any lawful procedure here takes. */
const FARTHEST = 366;

/** First and last day, both taken. */
export interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The days that lie ahead, and not beyond a year. */
export const daysAhead = ({ today }: Pick<Moment, 'today'>): Days => ({ from: addDays(today, 1), to: addDays(today, FARTHEST) });

/** A day that somebody names must lie ahead, and not beyond a year. */
export function ahead(day: LocalDate, path: string, m: Moment): Decision<never> | undefined {
  const { from, to } = daysAhead(m);
  if (day < from) return refuse('date-not-ahead', { path });
  return day > to ? refuse('date-too-far', { path, params: { days: FARTHEST } }) : undefined;
}

export const present = <T>(...list: (T | undefined)[]): T[] => list.filter((x): x is T => x !== undefined);
