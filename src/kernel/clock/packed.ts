import { fromDayNumber, toDayNumber } from './date.ts';
import type { Clock, Derivation, LocalDate } from './types.ts';

/**
 * The clocks of one fact as rows of values instead of named fields. What several share is said once: day zero and the calendar's
 * edition, the days skipped, the term with its article. Days are distances from day zero. A fifth of the clocks in full.
 */
export type PackedClocks = readonly Group[];

type Group = readonly [zero: LocalDate, edition: string, skipped: Runs, makeup: readonly number[], ...terms: ByTerm[]];
type ByTerm = readonly [term: string, basis: string, unit: Clock['unit'], ...clocks: Row[]];
/** What is as usual is left out at the end. `note` is the caller's own number. */
type Row = readonly [kind: Clock['kind'], amount: number, due: number, note: number, ...Partial<Unusual>];
type Unusual = readonly [
  marks: number,
  extended: number,
  pauses: Clock['pauses'] | 0,
  rolledFrom: number | null,
  /** Its own, where they are not the group's up to its last day. */
  skipped: Runs | 0,
  makeup: readonly number[] | 0,
  /** Its cap is its due day. */
  cappedFrom: number | null,
];
const USUAL: Unusual = [0, 0, 0, null, 0, 0, null];
/** By far the most frequent reason, the weekend, is left out. */
type Runs = readonly (readonly [from: number, days: number, why?: string])[];

const PROVISIONAL = 1;
const CONDITIONAL = 2;
const ROLLS = 4;
const ASSUMED = 8;
const WEEKEND = 'weekend';

/** `note` is a whole number of the caller's kept with each clock. */
export function packClocks<C extends Clock>(clocks: readonly C[], note: (clock: C) => number): PackedClocks {
  return runsOf(clocks, (c) => `${c.zero} ${c.derivation.edition}`).map((group): Group => {
    const zero = toDayNumber(group[0].zero);
    const days = group.map((c) => daysOf(c, zero));
    const widest = days.reduce((a, b) => (b.due > a.due ? b : a));
    const row = (c: C): Row => rowOf(c, note(c), zero, days[group.indexOf(c)]!, widest);
    const terms = runsOf(group, (c) => `${c.term}\n${c.derivation.basis}\n${c.unit}`);
    return [
      group[0].zero,
      group[0].derivation.edition,
      widest.skipped,
      widest.makeup,
      ...terms.map((same): ByTerm => [same[0].term, same[0].derivation.basis, same[0].unit, ...same.map(row)]),
    ];
  });
}

/** Neighbours that say the same. */
function runsOf<T>(values: readonly T[], says: (value: T) => string): [T, ...T[]][] {
  const runs: [T, ...T[]][] = [];
  let last: string | undefined;
  for (const value of values) {
    const said = says(value);
    if (said === last) runs.at(-1)!.push(value);
    else runs.push([value]);
    last = said;
  }
  return runs;
}

interface Days {
  readonly due: number;
  readonly skipped: Runs;
  readonly makeup: readonly number[];
}

function daysOf({ due, derivation }: Clock, zero: number): Days {
  const skipped = derivation.skipped.map(([from, to, why]): Runs[number] => {
    const first = toDayNumber(from);
    const days = toDayNumber(to) - first + 1;
    return why === WEEKEND ? [first - zero, days] : [first - zero, days, why];
  });
  return { due: toDayNumber(due) - zero, skipped, makeup: derivation.makeup.map((day) => toDayNumber(day) - zero) };
}

const upTo = ({ skipped, makeup }: Pick<Days, 'skipped' | 'makeup'>, due: number): Pick<Days, 'skipped' | 'makeup'> => ({
  skipped: skipped.filter(([from]) => from <= due),
  makeup: makeup.filter((day) => day <= due),
});

function rowOf(c: Clock, note: number, zero: number, own: Days, widest: Days): Row {
  const shared = own === widest ? own : upTo(widest, own.due);
  const marks =
    (c.provisional ? PROVISIONAL : 0) + (c.conditional ? CONDITIONAL : 0) + (c.roll ? ROLLS : 0) + (c.assumedZero ? ASSUMED : 0);
  const { rolledFrom, cappedFrom } = c.derivation;
  const unusual: Unusual = [
    marks,
    c.extended,
    c.pauses.length > 0 ? c.pauses : 0,
    rolledFrom === undefined ? null : toDayNumber(rolledFrom) - zero,
    sameDays(own.skipped, shared.skipped) ? 0 : own.skipped,
    sameDays(own.makeup, shared.makeup) ? 0 : own.makeup,
    cappedFrom === undefined ? null : toDayNumber(cappedFrom) - zero,
  ];
  let kept = unusual.length;
  while (kept > 0 && unusual[kept - 1] === USUAL[kept - 1]) kept--;
  return [c.kind, c.amount, own.due, note, ...unusual.slice(0, kept)] as unknown as Row;
}

const sameDays = (a: unknown, b: unknown): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, i) => sameDays(one, b[i])));

/** The clocks in full, each with the caller's number. */
export function unpackClocks(groups: PackedClocks): { clock: Clock; note: number }[] {
  return groups.flatMap(([zero, edition, skipped, makeup, ...terms]) =>
    terms.flatMap(([term, basis, unit, ...rows]) =>
      rows.map(([kind, amount, due, note, ...unusual]) => {
        const [marks, extended, pauses, rolledFrom, ownSkipped, ownMakeup, cappedFrom] = USUAL.map(
          (usual, i) => unusual[i] ?? usual,
        ) as unknown as Unusual;
        const shared = upTo({ skipped, makeup }, due);
        const days = { due, skipped: ownSkipped || shared.skipped, makeup: ownMakeup || shared.makeup };
        return {
          clock: inFull({ kind, term, zero, amount, unit, extended, pauses, marks, basis, edition, rolledFrom, cappedFrom, ...days }),
          note,
        };
      }),
    ),
  );
}

/** One clock by itself, as facts of the first release hold it: everything said again for each. */
export type SingleClock = readonly [
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
  skipped: Runs,
  makeup: readonly number[],
  rolledFrom?: number,
];

export function unpackSingle(packed: SingleClock): Clock {
  const [kind, term, zero, amount, unit, extended, pauses, due, marks, basis, edition, skipped, makeup, rolledFrom = null] = packed;
  return inFull({
    kind,
    term,
    zero,
    amount,
    unit,
    extended,
    pauses,
    due,
    marks,
    basis,
    edition,
    skipped,
    makeup,
    rolledFrom,
    cappedFrom: null,
  });
}

interface Values extends Days {
  readonly kind: Clock['kind'];
  readonly term: string;
  readonly zero: LocalDate;
  readonly amount: number;
  readonly unit: Clock['unit'];
  readonly extended: number;
  readonly pauses: Clock['pauses'] | 0;
  readonly marks: number;
  readonly basis: string;
  readonly edition: string;
  readonly rolledFrom: number | null;
  readonly cappedFrom: number | null;
}

function inFull({
  kind,
  term,
  zero,
  amount,
  unit,
  extended,
  pauses,
  due,
  marks,
  basis,
  edition,
  skipped,
  makeup,
  rolledFrom,
  cappedFrom,
}: Values): Clock {
  const first = toDayNumber(zero);
  const derivation: Derivation = {
    rule: term,
    basis,
    zero,
    amount,
    unit,
    extended: extended > 0 ? extended : undefined,
    skipped: skipped.map(([from, days, why]) => [fromDayNumber(first + from), fromDayNumber(first + from + days - 1), why ?? WEEKEND]),
    makeup: makeup.map((distance) => fromDayNumber(first + distance)),
    rolledFrom: rolledFrom === null ? undefined : fromDayNumber(first + rolledFrom),
    cappedFrom: cappedFrom === null ? undefined : fromDayNumber(first + cappedFrom),
    edition,
  };
  return {
    term,
    kind,
    zero,
    amount,
    unit,
    extended,
    pauses: pauses === 0 ? [] : pauses,
    roll: marks & ROLLS ? 'next-working-day' : undefined,
    assumedZero: marks & ASSUMED ? true : undefined,
    atMost: cappedFrom === null ? undefined : fromDayNumber(first + due),
    due: fromDayNumber(first + due),
    provisional: (marks & PROVISIONAL) > 0,
    conditional: (marks & CONDITIONAL) > 0,
    derivation,
  };
}
