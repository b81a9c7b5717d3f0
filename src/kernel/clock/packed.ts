import { fromDayNumber, toDayNumber } from './date.ts';
import type { Clock, Derivation, LocalDate } from './types.ts';

/**
 * A clock as it lies in a folded state: a row of values instead of named fields, the days of its derivation as distances from
 * day zero, nothing twice. A third of the size; facts keep the clock in full.
 */
export type PackedClock = readonly [
  kind: Clock['kind'],
  term: string,
  zero: LocalDate,
  amount: number,
  unit: Clock['unit'],
  extended: number,
  pauses: Clock['pauses'] | 0,
  due: number,
  marks: number,
  basis: string,
  edition: string,
  skipped: readonly (readonly [from: number, days: number, why?: string])[],
  makeup: readonly number[],
  rolledFrom?: number,
];

const PROVISIONAL = 1;
const CONDITIONAL = 2;
const ROLLS = 4;
const ASSUMED = 8;
/** By far the most frequent reason is left out. */
const WEEKEND = 'weekend';

export function packClock(c: Clock): PackedClock {
  const zero = toDayNumber(c.zero);
  const { basis, edition, skipped, makeup, rolledFrom } = c.derivation;
  const marks =
    (c.provisional ? PROVISIONAL : 0) + (c.conditional ? CONDITIONAL : 0) + (c.roll ? ROLLS : 0) + (c.assumedZero ? ASSUMED : 0);
  const runs = skipped.map(([from, to, why]) => {
    const first = toDayNumber(from);
    const days = toDayNumber(to) - first + 1;
    return why === WEEKEND ? ([first - zero, days] as const) : ([first - zero, days, why] as const);
  });
  const head = [
    c.kind,
    c.term,
    c.zero,
    c.amount,
    c.unit,
    c.extended,
    c.pauses.length > 0 ? c.pauses : 0,
    toDayNumber(c.due) - zero,
    marks,
  ] as const;
  const tail = [basis, edition, runs, makeup.map((day) => toDayNumber(day) - zero)] as const;
  return rolledFrom ? [...head, ...tail, toDayNumber(rolledFrom) - zero] : [...head, ...tail];
}

export function unpackClock(packed: PackedClock): Clock {
  const [kind, term, zero, amount, unit, extended, pauses, due, marks, basis, edition, runs, makeup, rolledFrom] = packed;
  const first = toDayNumber(zero);
  const derivation: Writable<Derivation> = {
    rule: term,
    basis,
    zero,
    amount,
    unit,
    skipped: runs.map(([from, days, why]) => [fromDayNumber(first + from), fromDayNumber(first + from + days - 1), why ?? WEEKEND]),
    makeup: makeup.map((distance) => fromDayNumber(first + distance)),
    edition,
  };
  if (extended > 0) derivation.extended = extended;
  if (rolledFrom !== undefined) derivation.rolledFrom = fromDayNumber(first + rolledFrom);
  const clock: Writable<Clock> = {
    term,
    kind,
    zero,
    amount,
    unit,
    extended,
    pauses: pauses === 0 ? [] : pauses,
    due: fromDayNumber(first + due),
    provisional: (marks & PROVISIONAL) > 0,
    conditional: (marks & CONDITIONAL) > 0,
    derivation,
  };
  if (marks & ROLLS) clock.roll = 'next-working-day';
  if (marks & ASSUMED) clock.assumedZero = true;
  return clock;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
