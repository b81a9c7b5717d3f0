import { type Calendar, calendarFor, unsettled } from './calendar.ts';
import { reckon } from './reckoning.ts';
import type { Basis, Clock, Derivation, LocalDate, Pause, Term, Unit } from './types.ts';

export interface StartClock {
  readonly term: Term;
  readonly kind: Clock['kind'];
  /** The day of the event; never counted itself. */
  readonly zero: LocalDate;
  /** Day zero is only assumed so far, e.g. the promised date on a receipt, before acceptance. */
  readonly conditional?: boolean;
  /** A promise shorter than the term, in its own unit. */
  readonly amount?: number;
  readonly unit?: Unit;
}

export function startClock(start: StartClock, calendar: Calendar): Clock {
  const { term } = start;
  const told: Told = {
    term: term.id,
    kind: start.kind,
    zero: start.zero,
    amount: whole(start.amount ?? term.amount),
    unit: start.unit ?? daysOf(term),
    extended: 0,
    pauses: [],
    roll: term.roll === 'next-working-day' ? term.roll : undefined,
    assumedZero: start.conditional ? true : undefined,
  };
  return derive(told, basisText(term.basis), calendar);
}

/** Stops the clock: the day it stops is not counted. `expected` is the end told in writing (行政许可法 45). */
export function pauseClock(clock: Clock, pause: Omit<Pause, 'to'>, calendar: Calendar): Clock {
  return settle({ ...clock, pauses: [...clock.pauses, pause] }, calendar);
}

/** Ends the open pauses, or only those on one ground: the day it runs again is counted. */
export function resumeClock(clock: Clock, on: LocalDate, calendar: Calendar, ground?: string): Clock {
  const ends = (pause: Pause) => pause.to === undefined && (ground === undefined || pause.ground === ground);
  if (!clock.pauses.some(ends)) throw new Error(`clock ${clock.term} is not paused${ground === undefined ? '' : ` for ${ground}`}`);
  const close = (pause: Pause): Pause => ({ ground: pause.ground, from: pause.from, to: on > pause.from ? on : pause.from });
  return settle({ ...clock, pauses: clock.pauses.map((pause) => (ends(pause) ? close(pause) : pause)) }, calendar);
}

/** Adds to the term, in its own unit. Who may, how often and by how much is the institution's rule and the term's `extension`. */
export function extendClock(clock: Clock, amount: number, calendar: Calendar): Clock {
  return settle({ ...clock, extended: clock.extended + whole(amount) }, calendar);
}

/** Reckons everything again from what the clock was told, e.g. under a new calendar edition. */
export const settle = (clock: Clock, calendar: Calendar): Clock => derive(clock, clock.derivation.basis, calendar);

/** The last day alone of what runs under a clock and is none: a step. */
export const lastDayOf = (told: Pick<Told, 'zero' | 'amount' | 'unit' | 'pauses' | 'atMost'>, calendar: Calendar): LocalDate =>
  calendar.days.date(reckon({ ...told, extended: 0, roll: undefined }, calendar).due);

/** Ends it on that day where it would end later: a promise by the law's own last day. What rolls is no promise. */
export function capClock(clock: Clock, atMost: LocalDate, calendar: Calendar): Clock {
  if (clock.roll) throw new Error(`clock ${clock.term} rolls: no promise does`);
  return settle({ ...clock, atMost }, calendar);
}

/** How a basis is written in a derivation: law in its own language and the number of the article. */
export const basisText = (basis: Basis): string => `${basis.law.zh} ${basis.article}`;

type Told = Omit<Clock, 'due' | 'provisional' | 'conditional' | 'derivation'>;

/** Written out field by field, the absent too: a spread of so many fields, or a shape for each combination, costs more than the whole reckoning. */
function derive(told: Told, basis: string, all: Calendar): Clock {
  const calendar = calendarFor(told.kind, all);
  const { zero: dayZero, last, due, cappedFrom, skipped, makeup, held } = reckon(told, calendar);
  const { term, kind, zero, amount, unit, extended, pauses } = told;
  const derivation: Derivation = {
    rule: term,
    basis,
    zero,
    amount,
    unit,
    extended: extended > 0 ? extended : undefined,
    skipped,
    makeup,
    rolledFrom: due > last ? calendar.days.date(last) : undefined,
    cappedFrom: cappedFrom === undefined ? undefined : calendar.days.date(cappedFrom),
    edition: calendar.edition,
  };
  return {
    term,
    kind,
    zero,
    amount,
    unit,
    extended,
    pauses,
    roll: told.roll,
    assumedZero: told.assumedZero,
    atMost: cappedFrom === undefined ? undefined : told.atMost,
    due: calendar.days.date(due),
    provisional: isProvisional(told, calendar, dayZero, last, due),
    conditional: held || told.assumedZero === true,
    derivation,
  };
}

/** A notice moves what is counted in working days, and a last day that rolls; nothing else (promise 10). */
const isProvisional = ({ unit, roll }: Told, calendar: Calendar, zero: number, last: number, due: number): boolean =>
  (unit === 'wd' && unsettled(calendar, zero + 1, due)) || (roll !== undefined && unsettled(calendar, last, due));

/** Hours have no due date: `hours.ts` gives the minute. */
function daysOf({ id, unit }: Term): Unit {
  if (unit === 'hour') throw new RangeError(`${id} is counted in hours: from the minute of the event, not by the calendar`);
  return unit;
}

function whole(amount: number): number {
  if (Number.isSafeInteger(amount) && amount >= 0) return amount;
  throw new RangeError(`a term counts whole days, months or years, not ${amount}`);
}
