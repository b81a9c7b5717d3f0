import { addDays, calendarFor, daysBetween, dueSoonFrom, lastDayOf, settle, thresholdsOf } from '../../../kernel/clock/index.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Moment } from '../../../kernel/matter/types.ts';
import { present, running, withinLaw } from './clocks.ts';
import { type Licensing, openSteps, type Running, type Step } from './state.ts';

type Now = Pick<Moment, 'calendar' | 'law'>;
type Limits = Pick<Licensing['clocks'], 'legal' | 'promised'>;
type Own = Pick<Step, 'zero' | 'limit' | 'rounds'>;

/**
 * A step's day: its own limit from the day on which it was handed over, without the days of lawful pauses that are over, and never after the
 * day that binds the matter. It follows from these alone, so that a calendar, an extension and a pause may come in any order. What moves a
 * promise moves its steps (P17); a step that was ruled on begins anew under the law's limit.
 */
export function stepDay({ zero, limit, rounds }: Own, clocks: Limits, m: Now): LocalDate {
  const legal = unheld(clocks.legal, m);
  const promised = withinLaw(unheld(clocks.promised, m), legal, m);
  const atMost = present(legal, rounds ? undefined : promised)
    .map(({ due }) => due)
    .sort()[0];
  const { pauses = [] } = legal ?? promised ?? {};
  return lastDayOf({ zero, ...limit, pauses, atMost }, calendarFor(promised ? 'promised' : 'legal', m.calendar));
}

/** As it stands without what still holds it: the resumption tells what that took. */
function unheld(clock: Running | undefined, m: Now): Running | undefined {
  const over = clock?.pauses.filter(({ to }) => to !== undefined);
  return clock && over && over.length < clock.pauses.length ? running(settle({ ...clock, pauses: over }, m.calendar), m) : clock;
}

/** The day of a step that begins, and from when it is near. */
export function stepDays(step: Own, clocks: Limits, m: Now): Pick<Step, 'due' | 'soon'> {
  const due = stepDay(step, clocks, m);
  const { zero, limit } = step;
  return { due, soon: dueSoonFrom({ zero, due, ...limit, extended: 0 }, thresholdsOf(m.law), m.calendar) };
}

/** The open steps that these clocks give another day. */
export function movedSteps(s: Licensing, clocks: readonly Running[], m: Now): { readonly dues?: Readonly<Record<string, LocalDate>> } {
  const under = { ...s.clocks, ...Object.fromEntries(clocks.map((clock) => [clock.kind, clock])) };
  const days = openSteps(s).flatMap((step) => {
    const due = stepDay(step, under, m);
    return due === step.due ? [] : [[step.id, due] as const];
  });
  return days.length > 0 ? { dues: Object.fromEntries(days) } : {};
}

/** The step with another day: it is near as long before it as it was. */
export const stepMoved = (step: Step, due: LocalDate): Step => ({
  ...step,
  due,
  ...(step.soon && { soon: addDays(due, -daysBetween(step.soon, step.due)) }),
});
