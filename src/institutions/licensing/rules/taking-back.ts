import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { FactMeta } from '../../../kernel/matter/types.ts';
import { stepClock } from './open-dates.ts';
import type { ClockKind, FactOf, Licensing } from './state.ts';

/**
 * The breaches on record that the new days show to have been none: each is taken back by a fact of its own, with the cause. Facts are
 * never deleted, and a day that shows a breach needs no rule: the sweep finds it at the date.
 */
export function takenBack(before: Licensing, after: Licensing, changed: FactOf<'calendar-changed'>): FactOf<'breach-taken-back'>[] {
  return Object.entries(before.passed ?? {}).flatMap(([clock, on]) => {
    const [was, is] = [dueOf(before, clock), dueOf(after, clock)];
    if (!was || !is || before.lit[clock] !== 'late' || after.lit[clock] === 'late') return [];
    const { edition, document, cause } = changed;
    return [{ kind: 'breach-taken-back', clock, was, due: is, on, edition, document, cause }];
  });
}

const dueOf = (s: Licensing, clock: string): LocalDate | undefined =>
  clock.startsWith('step:') ? s.steps.find(({ id }) => stepClock(id) === clock)?.due : s.clocks[clock as ClockKind]?.due;

/** A limit that passed; where a change of the calendar had taken that back and is itself taken back, the day of the first record counts. */
export function passed(s: Licensing, clock: string, due: LocalDate): FactOf<'limit-passed'> {
  const back = s.takenBack?.findLast((one) => one.clock === clock && one.was === due);
  return { kind: 'limit-passed', clock, due, ...(back && { recorded: back.on }) };
}

export function afterBreach(s: Licensing, fact: FactOf<'limit-passed' | 'breach-taken-back'>, { on }: FactMeta): Licensing {
  const { clock } = fact;
  return fact.kind === 'limit-passed'
    ? { ...s, lit: { ...s.lit, [clock]: 'late' }, passed: { ...s.passed, [clock]: fact.recorded ?? on } }
    : { ...s, takenBack: [...(s.takenBack ?? []), { clock, was: fact.was, on: fact.on }] };
}
