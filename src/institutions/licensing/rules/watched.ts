import { addDays } from '../../../kernel/clock/index.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Watched } from '../../../kernel/matter/dates.ts';
import type { Role } from '../../../kernel/organisation/types.ts';
import { STATUTORY } from './foresight.ts';
import { PAUSE, stepClock } from './open-dates.ts';
import type { Licensing } from './state.ts';
import { lapsedPause, runningClocks, runningSteps, workOf } from './summary.ts';

/**
 * What runs and somebody of the county has to keep (X3): each clock with the desk its work lies on, each step that has a day of its own. A
 * promise that ends with the law's limit is told once, as the law's. A lawful pause is watched from the day after its told end (行政许可法 45).
 */
export function watched(s: Licensing): Watched[] {
  const work = workOf(s);
  const clocks = runningClocks(s);
  const legal = clocks.find(({ kind }) => kind === 'legal');
  const desk = (kind: string) => work.find(({ step }) => ON_DESK[kind]?.some((one) => step === one || step.startsWith(`${one}:`)));
  const lapsed = lapsedPause(s);
  return [
    ...(lapsed ? [{ clock: PAUSE, due: lapsed, soon: addDays(lapsed, 1), tier: 'step', organ: s.lead, roles: ['examiner'] } as const] : []),
    ...clocks
      .filter(({ kind, due }) => kind !== 'promised' || due !== legal?.due)
      .map(({ kind, due, soon }): Watched => {
        const { organ, roles } = desk(kind) ?? { organ: s.lead, roles: ['examiner'] };
        return { clock: kind, due, soon, tier: STATUTORY.has(kind) ? 'law' : 'promise', organ, roles: roles as readonly Role[] };
      }),
    ...runningSteps(s).map(({ id, due, soon, organ }): Watched => {
      const { roles = [] } = work.find(({ step }) => step === id) ?? {};
      return { clock: stepClock(id), due, soon, tier: 'step', organ, roles: roles as readonly Role[] };
    }),
  ];
}

/** What a light “over law” is about: the day of the law's limit that has passed, not that of the promise or the step before it (X13). */
export const passedByLaw = (s: Licensing, today: LocalDate): LocalDate | undefined =>
  runningClocks(s).find(({ kind, due }) => STATUTORY.has(kind) && due < today)?.due;

/** On which desk a clock's work lies: the lead's while it examines, else whose step is open, else the decision's. */
const ON_DESK: Readonly<Record<string, readonly string[]>> = {
  acceptance: ['accept'],
  legal: ['lead', 'arbitrate', 'assist', 'decide', 'forward'],
  promised: ['lead', 'arbitrate', 'assist', 'decide', 'forward'],
  delivery: ['deliver'],
  arbitration: ['arbitrate'],
  hearing: ['hearing'],
};
