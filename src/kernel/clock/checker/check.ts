import type { CalendarYear, Clock, Pause } from '../types.ts';
import { after, daysToCount, lastOf } from './days.ts';
import { type RestDays, restDays } from './rest.ts';

/**
 * The second opinion (promise 2): re-derives a clock from the raw calendar years by walking one day at a time. It shares no
 * code with the calculator, only the shape of a clock. Empty when it agrees; else one sentence for each thing that is wrong.
 * `law` is the last day of the law's own limit, which caps a promise.
 */
export function check(clock: Clock, years: readonly CalendarYear[], edition?: string, law?: string): string[] {
  const unreadable = faults(clock);
  if (unreadable.length > 0) return unreadable;

  const found = walk(clock, restDays(years));
  if (found === undefined) return [`no end within ${LONGEST} days`];

  const { derivation } = clock;
  const complaints: string[] = [];
  const compare = (what: string, says: unknown, is: unknown) => {
    if (JSON.stringify(says) !== JSON.stringify(is))
      complaints.push(`${what}: says ${JSON.stringify(says)}, walking gives ${JSON.stringify(is)}`);
  };
  compare('due', clock.due, found.due);
  compare('provisional', clock.provisional, found.provisional);
  compare('conditional', clock.conditional, found.held || clock.assumedZero === true);
  compare('derivation rule', derivation.rule, clock.term);
  compare('derivation zero', derivation.zero, clock.zero);
  compare('derivation amount', derivation.amount, clock.amount);
  compare('derivation unit', derivation.unit, clock.unit);
  compare('derivation extended', derivation.extended ?? 0, clock.extended);
  compare('derivation skipped', derivation.skipped, found.skipped);
  compare('derivation makeup', derivation.makeup, found.makeup);
  compare('derivation rolledFrom', derivation.rolledFrom, found.rolledFrom);
  compare('derivation cappedFrom', derivation.cappedFrom, found.cappedFrom);
  compare('atMost', clock.atMost, found.cappedFrom === undefined ? undefined : (law ?? clock.atMost));
  if (edition !== undefined) compare('derivation edition', derivation.edition, edition);
  return complaints;
}

/** Where a clock ends by walking alone; undefined where it does not. */
export const walkedDue = (clock: Clock, years: readonly CalendarYear[]): string | undefined => walk(clock, restDays(years))?.due;

const LONGEST = 40_000;

function walk(clock: Clock, rest: RestDays) {
  const skipped: [string, string, string][] = [];
  const makeup: string[] = [];
  const skip = (on: string, why: string) => {
    const run = skipped.at(-1);
    if (run !== undefined && after(run[1]) === on && run[2] === why) run[1] = on;
    else skipped.push([on, on, why]);
  };

  /** Days that a notice could still change: those asked whether they count, and those asked for a roll. */
  const open: { counted: string[]; rolled: string[] } = { counted: [], rolled: [] };
  let day: string = clock.zero;
  let steps = 0;
  const forward = () => {
    day = after(day);
    steps += 1;
    if (clock.unit === 'wd' && rest.open(day)) open.counted.push(day);
  };

  for (let left = daysToCount(clock); left > 0; ) {
    if (steps > LONGEST) return undefined;
    forward();
    const ground = pauseOn(clock.pauses, day);
    const why = ground !== undefined ? `pause:${ground}` : clock.unit === 'wd' ? wording(rest.why(day)) : undefined;
    if (why !== undefined) skip(day, why);
    else {
      left -= 1;
      if (clock.unit === 'wd' && rest.makeup(day)) makeup.push(day);
    }
  }

  const last = day;
  if (rest.open(last)) open.rolled.push(last);
  const rolls = clock.roll === 'next-working-day' && rest.why(last) !== undefined;
  if (rolls) {
    for (let why = wording(rest.why(day)); why !== undefined; why = wording(rest.why(day))) {
      if (day > clock.zero) skip(day, why);
      forward();
      if (rest.open(day)) open.rolled.push(day);
    }
    if (rest.makeup(day)) makeup.push(day);
  }
  // A promise that would end after the law's last day ends on it: nothing later was needed.
  const due = clock.atMost !== undefined && clock.atMost < last ? clock.atMost : day;
  const end = due < last ? due : last;
  return {
    due,
    skipped: skipped.filter(([from]) => from <= due).map(([from, to, why]) => [from, to < due ? to : due, why]),
    makeup: makeup.filter((on) => on <= due),
    rolledFrom: rolls ? last : undefined,
    cappedFrom: due < day ? day : undefined,
    // Whether the last day rests, and where the rest ends, is asked only of what rolls.
    provisional: open.counted.some((on) => on <= due) || (clock.roll === 'next-working-day' && open.rolled.length > 0),
    held: end > clock.zero && clock.pauses.some((p) => p.to === undefined && p.from <= end),
  };
}

const wording = (why: ReturnType<RestDays['why']>) => {
  if (typeof why !== 'object') return why;
  return why.document ? `stop:${why.document.zh} | ${why.document.en}` : why.name.zh;
};

/** Of several pauses on one day, the one that began first; an open one lasts to its expected end, or not at all. */
function pauseOn(pauses: readonly Pause[], day: string): string | undefined {
  let found: Pause | undefined;
  for (const pause of pauses) {
    const ends: string = pause.to ?? pause.asOf ?? pause.expected ?? pause.from;
    if (pause.from <= day && day < ends && (found === undefined || pause.from < found.from)) found = pause;
  }
  return found?.ground;
}

/** What makes a clock unreadable: the stored text may be anybody's. */
function faults(clock: Clock): string[] {
  const found: string[] = [];
  const date = (what: string, value: unknown) => {
    const [y, m, d] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(String(value)) ?? []).slice(1).map(Number);
    if (!(y! >= 100 && m! >= 1 && m! <= 12 && d! >= 1 && d! <= lastOf(y!, m!))) found.push(`${what}: ${String(value)} is no date`);
  };
  const whole = (what: string, value: unknown) => {
    if (!Number.isInteger(value) || Number(value) < 0 || Number(value) > LONGEST)
      found.push(`${what}: ${String(value)} is no whole number of days`);
  };
  if (typeof clock.derivation !== 'object' || clock.derivation === null) return ['derivation: none'];
  if (!Array.isArray(clock.pauses)) return ['pauses: none'];
  if (!['wd', 'cd', 'month', 'year'].includes(clock.unit)) found.push(`unit: ${clock.unit} is none`);
  date('zero', clock.zero);
  if (clock.atMost !== undefined) date('atMost', clock.atMost);
  whole('amount', clock.amount);
  whole('extended', clock.extended);
  for (const pause of clock.pauses as readonly Pause[]) {
    for (const value of [pause.from, pause.to, pause.expected, pause.asOf]) if (value !== undefined) date(`pause ${pause.ground}`, value);
    if (!pause.from) date(`pause ${pause.ground}`, pause.from);
  }
  return found;
}
