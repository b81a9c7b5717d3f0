import type { Calendar, Rest } from './calendar.ts';
import { addMonths, toDayNumber } from './date.ts';
import type { Clock, Derivation, Pause } from './types.ts';

/** What a clock is told; everything else about it is reckoned. */
export type Terms = Pick<Clock, 'zero' | 'amount' | 'unit' | 'extended' | 'pauses' | 'roll' | 'atMost'>;

export interface Reckoned {
  readonly zero: number;
  /** The last counted day, and the due day: later than it only where the term rolls. */
  readonly last: number;
  readonly due: number;
  /** The due day by counting alone, where `atMost` is earlier. */
  readonly cappedFrom?: number;
  readonly skipped: Derivation['skipped'];
  readonly makeup: Derivation['makeup'];
  /** An open pause takes days from the term, so the due date will still move. */
  readonly held: boolean;
}

/** Day 0 is never counted; a paused day is not counted; working-day terms also skip rest days; then, where declared, the roll; then the cap. */
export function reckon(terms: Terms, calendar: Calendar): Reckoned {
  const zero = toDayNumber(terms.zero);
  const stretches = disjoint(terms.pauses);
  const own = lastDay(terms, zero, stretches, calendar);
  const last = terms.atMost === undefined ? own : Math.min(own, toDayNumber(terms.atMost));
  const due = terms.roll && calendar.days.rest(last) ? calendar.days.nth(last, 1) : last;

  const held = openPauseFrom(terms.pauses);
  const cappedFrom = last < own ? own : undefined;
  return {
    zero,
    last,
    due,
    cappedFrom,
    ...account(terms.unit, zero, last, due, stretches, calendar),
    held: Math.max(held, zero + 1) <= last,
  };
}

/** The first day of the earliest open pause, or never. */
export function openPauseFrom(pauses: readonly Pause[]): number {
  return Math.min(Number.POSITIVE_INFINITY, ...pauses.filter((p) => p.to === undefined).map((p) => toDayNumber(p.from)));
}

/** A run of paused days, half-open. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly ground: string;
}

/** A day paused on several grounds is lost once, and belongs to the pause that began first. */
function disjoint(pauses: readonly Pause[]): Stretch[] {
  const found: Stretch[] = [];
  let covered = Number.NEGATIVE_INFINITY;
  for (const pause of pauses.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    // An open pause counts up to its expected end; without one not at all: the due date is then the earliest possible.
    const to = toDayNumber(pause.to ?? pause.asOf ?? pause.expected ?? pause.from);
    const from = Math.max(toDayNumber(pause.from), covered);
    if (from < to) found.push({ from, to, ground: pause.ground });
    covered = Math.max(covered, to);
  }
  return found;
}

function lastDay(terms: Terms, zero: number, stretches: readonly Stretch[], calendar: Calendar): number {
  const amount = terms.amount + terms.extended;
  const months = terms.unit === 'month' ? amount : amount * 12;
  const plain = terms.unit === 'cd' ? zero + amount : terms.unit === 'wd' ? zero : toDayNumber(addMonths(terms.zero, months));
  const reach = (lost: number) => (terms.unit === 'wd' ? calendar.days.nth(zero, amount + lost) : plain + lost);

  let lost = 0;
  let last = reach(0);
  for (const stretch of stretches) {
    if (stretch.to <= zero + 1) continue;
    const from = Math.max(stretch.from, zero + 1);
    if (from > last) break;
    lost += terms.unit === 'wd' ? calendar.days.count(from - 1, stretch.to - 1) : stretch.to - from;
    last = reach(lost);
  }
  return last;
}

/** The days of (zero, due] that were not counted, as longest runs of one reason, and the working weekends that were. */
function account(unit: Clock['unit'], zero: number, last: number, due: number, stretches: readonly Stretch[], calendar: Calendar) {
  const runs: { from: number; to: number; why: string }[] = [];
  const makeup: Derivation['makeup'][number][] = [];
  let next = 0;
  for (let day = zero + 1; day <= due; day++) {
    while (next < stretches.length && stretches[next]!.to <= day) next++;
    const stretch = stretches[next];
    const restsCount = unit === 'wd' || (due > last && day >= last);
    const paused = stretch !== undefined && stretch.from <= day && day <= last;
    const why = paused ? `pause:${stretch.ground}` : restsCount ? wording(calendar.days.rest(day)) : undefined;
    const run = runs.at(-1);
    if (why === undefined) {
      if (restsCount && calendar.days.makeup(day)) makeup.push(calendar.days.date(day));
    } else if (run !== undefined && run.to === day - 1 && run.why === why) run.to = day;
    else runs.push({ from: day, to: day, why });
  }
  return { skipped: runs.map((run) => [calendar.days.date(run.from), calendar.days.date(run.to), run.why] as const), makeup };
}

const wording = (rest: Rest): string | undefined => {
  if (rest === undefined || rest === 'weekend') return rest;
  return rest.stop ? `stop:${rest.stop.zh} | ${rest.stop.en}` : rest.zh;
};
