import { calendarFor, fromDayNumber, settle, toDayNumber } from '../../../kernel/clock/index.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { DateMove, Turn } from '../../../kernel/matter/dates.ts';
import type { FactMeta, Moment } from '../../../kernel/matter/types.ts';
import { running, stepMoved, withinLaw } from './clocks.ts';
import { datedSteps, openClocks, provisionalStep, stepClock, whoseOf } from './open-dates.ts';
import type { FactOf, Licensing, Running, Step } from './state.ts';

type Changed = FactOf<'calendar-changed'>;
type Now = Pick<Moment, 'calendar' | 'law' | 'today'>;

/**
 * What the calendar in force makes of the open dates; undefined when all of them stand as they are. A citizen's own limit is not made
 * shorter by a notice: the later day is kept, and that is said. Taking an edition back brings back each day as it was.
 */
export function redate(s: Licensing, m: Now): Changed | undefined {
  const { notice, edition } = m.calendar;
  if (!notice) return undefined;
  const anew = reckoned(s, m);
  if (anew.length === 0) return undefined;
  const [clocks, moves, settled, kept] = [
    [] as Running[],
    [] as DateMove[],
    [] as NonNullable<Changed['settled']>[number][],
    [] as NonNullable<Changed['kept']>[number][],
  ];
  for (const [old, next] of anew) {
    const whose = whoseOf(old, m.law);
    const turns = [...turnsOf(s, old, next, m), ...promiseTurn(old, next)];
    const restored = notice.undoes !== undefined && broughtBack(s, old.kind, old.due, edition) === next.due;
    if (whose === 'citizen' && next.due < old.due && !restored) {
      if (s.keptUnder !== edition) kept.push({ clock: old.kind, due: old.due, would: next.due });
      continue;
    }
    clocks.push(next);
    if (next.due === old.due) settled.push({ clock: old.kind, due: old.due, whose, turns });
    else moves.push({ clock: old.kind, from: old.due, to: next.due, whose, turns: restored ? [...turns, 'restored'] : turns });
  }
  if (clocks.length === 0 && kept.length === 0) return undefined;

  const dues: Record<string, LocalDate> = {};
  const under = { ...s.clocks, ...Object.fromEntries(clocks.map((c) => [c.kind, c])) };
  // While a lawful pause stops the examination its steps have no day that a calendar could move: the resumption gives them one.
  for (const step of s.pause?.statutory ? [] : datedSteps(s)) {
    const due = broughtBack(s, stepClock(step.id), step.due, edition) ?? stepDay(s, step, anew);
    const turns: Turn[] = step.due < m.today === due < m.today ? [] : [due < m.today ? 'becomes-late' : 'no-longer-late'];
    turns.push(...certainty(provisionalStep(s.clocks, step.due), provisionalStep(under, due)));
    const told = { clock: stepClock(step.id), whose: 'organ', turns } as const;
    if (due !== step.due) {
      dues[step.id] = due;
      moves.push({ ...told, from: step.due, to: due });
    } else if (turns.length > 0) settled.push({ ...told, due });
  }
  return {
    kind: 'calendar-changed',
    edition,
    before: notice.before,
    document: notice.document,
    cause: notice.cause,
    ...(notice.undoes !== undefined && { undone: true }),
    clocks,
    moves,
    ...(settled.length > 0 && { settled }),
    ...(kept.length > 0 && { kept }),
    ...(Object.keys(dues).length > 0 && { dues }),
  };
}

/** The matter with its new days; of the lights on record those stay that the new days still mean. */
export function afterChange(s: Licensing, fact: Changed, { on }: FactMeta): Licensing {
  const clocks = { ...s.clocks, ...Object.fromEntries(fact.clocks.map((c) => [c.kind, c])) };
  const still = ([kind, light]: [string, unknown]): boolean => {
    const [id, due] = Object.entries(fact.dues ?? {}).find(([step]) => stepClock(step) === kind) ?? [];
    if (id !== undefined) return on > due!;
    const clock = fact.clocks.find((c) => c.kind === kind);
    return !clock || (light === 'late' ? on > clock.due : on >= clock.soon);
  };
  const moved = fact.moves.map(({ clock, from, to }) => ({ clock, under: fact.before, due: from, to }));
  return {
    ...s,
    clocks,
    lit: Object.fromEntries(Object.entries(s.lit).filter(still)),
    steps: s.steps.map((step) => (fact.dues?.[step.id] ? stepMoved(step, fact.dues[step.id]!) : step)),
    redated: [...(s.redated ?? []), ...moved],
    keptUnder: fact.kept ? fact.edition : s.keptUnder,
  };
}

/** Each clock as it was and as it is now, where anything about it changed. */
function reckoned(s: Licensing, m: Now): (readonly [Running, Running])[] {
  const now = (old: Running): Running =>
    old.derivation.edition === calendarFor(old.kind, m.calendar).edition ? old : running(settle(old, m.calendar), m);
  const legal = s.clocks.legal && now(s.clocks.legal);
  return openClocks(s).flatMap((old) => {
    const next = old.kind === 'legal' ? legal! : old.kind === 'promised' ? withinLaw(now(old), legal, m)! : now(old);
    return account(old) === account(next) ? [] : [[old, next] as const];
  });
}

const account = ({ due, provisional, soon, derivation: { skipped, makeup, rolledFrom, cappedFrom } }: Running): string =>
  JSON.stringify([due, provisional, soon, skipped, makeup, rolledFrom, cappedFrom]);

/** The day from which a change moved it, where that change is what is taken back. */
const broughtBack = (s: Licensing, clock: string, due: LocalDate, edition: string): LocalDate | undefined =>
  s.redated?.findLast((r) => r.clock === clock && r.under === edition && r.to === due)?.due;

/** Lights and lateness that change with the date, and whether it is certain. */
function turnsOf(s: Licensing, old: Running, next: Running, { today }: Now): Turn[] {
  const turns: Turn[] = [];
  const [was, is] = [stage(old, today), stage(next, today)];
  const lit = !(s.pause && (s.pause.statutory || old.kind === 'promised')) && !old.assumedZero;
  if (lit && was !== is) {
    if (is === 'late') turns.push('becomes-late');
    if (was === 'late') turns.push('no-longer-late');
    if (is === 'due-soon') turns.push('becomes-due-soon');
    if (was === 'due-soon' && is === 'in-time') turns.push('no-longer-due-soon');
    if (is === 'late' && old.kind === 'acceptance') turns.push('accepted-by-silence');
  }
  return [...turns, ...certainty(old.provisional, next.provisional)];
}

const certainty = (was: boolean, is: boolean): Turn[] => (was === is ? [] : [is ? 'becomes-provisional' : 'no-longer-provisional']);

/** A stop of work carries the promise on and leaves the law's day (P17): that the promise ends with the law's own day, or before it again, is said. */
const promiseTurn = (old: Running, next: Running): Turn[] => (next.atMost ? ['promise-capped'] : old.atMost ? ['promise-within-law'] : []);

const stage = (clock: Running, today: LocalDate) => (today > clock.due ? 'late' : today >= clock.soon ? 'due-soon' : 'in-time');

/** A step keeps its place under the total: the same counted day of the clock that binds, never after its last. */
function stepDay(s: Licensing, step: Step, anew: readonly (readonly [Running, Running])[]): LocalDate {
  const first = (clocks: readonly (Running | undefined)[]) => clocks.reduce((a, b) => (!a || (b && b.due < a.due) ? b : a), undefined);
  const now = (clock: Running | undefined) => anew.find(([old]) => old === clock)?.[1] ?? clock;
  const { legal, promised } = s.clocks;
  const binding = first([promised, legal]);
  const moved = now(binding);
  const total = first([now(promised), now(legal)])?.due;
  if (!binding || !moved || binding === moved || !total) return step.due;
  const due = step.limit.unit === 'cd' ? step.due : countedDay(moved, placeIn(binding, step.due), step.due);
  return due < total ? due : total;
}

/** How many counted days of a clock there are up to a day. */
function placeIn(clock: Running, day: LocalDate): number {
  let place = 0;
  for (let d = toDayNumber(clock.zero) + 1; d <= toDayNumber(day); d++) if (counts(clock, fromDayNumber(d))) place++;
  return place;
}

/** Its n-th counted day; where it has not so many, the day given. */
function countedDay(clock: Running, n: number, otherwise: LocalDate): LocalDate {
  let left = n;
  for (let d = toDayNumber(clock.zero) + 1; d <= toDayNumber(clock.due); d++)
    if (counts(clock, fromDayNumber(d)) && --left === 0) return fromDayNumber(d);
  return n === 0 ? otherwise : clock.due;
}

const counts = ({ derivation }: Running, day: LocalDate): boolean => !derivation.skipped.some(([from, to]) => from <= day && day <= to);
