import { calendarFor, settle } from '../../../kernel/clock/index.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { DateMove, Turn } from '../../../kernel/matter/dates.ts';
import type { FactMeta, Moment } from '../../../kernel/matter/types.ts';
import { present, running, withinLaw } from './clocks.ts';
import { datedSteps, openClocks, provisionalStep, stepClock, toldEndOf, whoseOf } from './open-dates.ts';
import type { ClockKind, FactOf, Licensing, Running } from './state.ts';
import { stepDay, stepMoved } from './step-days.ts';

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
  if (anew.length === 0 && !reckonedBefore(s, m)) return undefined;
  const [clocks, moves, settled, kept] = [
    [] as Running[],
    [] as DateMove[],
    [] as NonNullable<Changed['settled']>[number][],
    [] as NonNullable<Changed['kept']>[number][],
  ];
  for (const [old, next] of anew) {
    const whose = whoseOf(old, m.law);
    const turns = [...turnsOf(s, old, next, m), ...promiseTurn(old, next), ...(toldEndOf(next) ? ['while-paused' as const] : [])];
    const restored = next === asBefore(s, old, edition);
    if (whose === 'citizen' && next.due < old.due && !restored) {
      if (s.keptUnder !== edition) kept.push({ clock: old.kind, due: old.due, would: next.due });
      continue;
    }
    clocks.push(next);
    if (next.due === old.due) settled.push({ clock: old.kind, due: old.due, whose, turns });
    else moves.push({ clock: old.kind, from: old.due, to: next.due, whose, turns: restored ? [...turns, 'restored'] : turns });
  }

  const dues: Record<string, LocalDate> = {};
  const under = { ...s.clocks, ...Object.fromEntries(clocks.map((c) => [c.kind, c])) };
  for (const step of datedSteps(s)) {
    // Also while a lawful pause stops the examination, so that whatever is entered and taken back leaves it its own day; but nothing is late then.
    const due = stepDay(step, under, m);
    const late = !s.pause?.statutory && step.due < m.today !== due < m.today;
    const turns: Turn[] = late ? [due < m.today ? 'becomes-late' : 'no-longer-late'] : [];
    turns.push(...certainty(provisionalStep(s.clocks, step.due), provisionalStep(under, due)));
    const told = { clock: stepClock(step.id), whose: 'organ', turns } as const;
    if (due !== step.due) {
      dues[step.id] = due;
      moves.push({ ...told, from: step.due, to: due });
    } else if (turns.length > 0) settled.push({ ...told, due });
  }
  if (clocks.length === 0 && kept.length === 0 && Object.keys(dues).length === 0) return undefined;
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
  const redated = fact.clocks.map(({ kind, due }) => ({ under: fact.before, was: s.clocks[kind as ClockKind], to: due }));
  return {
    ...s,
    clocks,
    lit: Object.fromEntries(Object.entries(s.lit).filter(still)),
    steps: s.steps.map((step) => (fact.dues?.[step.id] ? { ...stepMoved(step, fact.dues[step.id]!), under: fact.edition } : step)),
    redated: [...(s.redated ?? []), ...redated],
    keptUnder: fact.kept ? fact.edition : s.keptUnder,
  };
}

/** Each clock as it was and as it is now, where anything about it changed. */
function reckoned(s: Licensing, m: Now): (readonly [Running, Running])[] {
  const back = (old: Running, next: Running): Running => {
    const was = next === old ? undefined : asBefore(s, old, m.calendar.edition);
    return was && (account(was) === account(next) || (whoseOf(old, m.law) === 'citizen' && was.due > next.due)) ? was : next;
  };
  const now = (old: Running) => back(old, byCalendar(old, m));
  const legal = s.clocks.legal && now(s.clocks.legal);
  return openClocks(s).flatMap((old) => {
    const next = old.kind === 'legal' ? legal! : old.kind === 'promised' ? back(old, withinLaw(now(old), legal, m)!) : now(old);
    return account(old) === account(next) ? [] : [[old, next] as const];
  });
}

const byCalendar = (old: Running, m: Now): Running =>
  old.derivation.edition === calendarFor(old.kind, m.calendar).edition ? old : running(settle(old, m.calendar), m);

/** Whether a limit or a step was reckoned by another calendar: a step may count a day that a pause takes from its clocks. */
const reckonedBefore = ({ clocks: { legal, promised }, steps }: Licensing, { calendar }: Now): boolean =>
  present(legal, promised).some((clock) => clock.derivation.edition !== calendarFor(clock.kind, calendar).edition) ||
  steps.some(({ under = calendar.edition, rounds }) => under !== calendar.edition || rounds !== undefined);

const account = ({ due, provisional, conditional, soon, derivation: { skipped, makeup, rolledFrom, cappedFrom } }: Running): string =>
  JSON.stringify([due, provisional, conditional, soon, skipped, makeup, rolledFrom, cappedFrom]);

/** The clock as it was under the calendar of that name, where the change from there on is all that has happened to it since. */
function asBefore(s: Licensing, now: Running, edition: string): Running | undefined {
  const last = s.redated?.findLast(({ was, under }) => was?.kind === now.kind && under === edition);
  return last?.to === now.due && told(last.was!) === told(now) ? last.was : undefined;
}

const told = ({ zero, amount, extended, pauses }: Running): string => JSON.stringify([zero, amount, extended, pauses]);

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
