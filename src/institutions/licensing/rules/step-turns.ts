import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { FactMeta } from '../../../kernel/matter/types.ts';
import type { FactOf, Licensing, Step, StepPlan, Whole } from './state.ts';

export const union = <T extends string | number>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];

const firstStage = (plan: StepPlan): Step['stage'] => (plan.signatures === 'one' ? 'approve' : 'propose');

export const open = (plan: StepPlan, at: number, zero: LocalDate): Whole<Step> => ({
  id: plan.id,
  organ: plan.organ,
  signatures: plan.signatures,
  zero,
  due: plan.due,
  under: undefined,
  soon: plan.soon,
  limit: plan.limit,
  approvers: plan.approvers,
  stage: firstStage(plan),
  opinion: undefined,
  opened: at,
  closed: undefined,
  disputed: undefined,
  rounds: undefined,
  signed: [],
  earlier: undefined,
});

/** From the start: nobody's signature of this round counts, everybody's is remembered. */
export const again = (s: Step): Step => ({
  ...s,
  stage: firstStage(s),
  opinion: undefined,
  signed: [],
  earlier: union(s.earlier ?? [], s.signed),
});

export const change = (state: Licensing, id: string, how: (step: Step) => Step): Licensing => ({
  ...state,
  steps: state.steps.map((s) => (s.id === id ? how(s) : s)),
});

export const sign = (
  state: Licensing,
  id: string,
  meta: FactMeta,
  { stage, opinion, closed }: Pick<Step, 'stage' | 'opinion' | 'closed'>,
): Licensing => change(state, id, (s) => ({ ...s, stage, opinion, closed: closed ?? s.closed, signed: [...s.signed, meta.actor] }));

/** An assist that falls into the step ruled on is no step any more; who signed it is remembered there. */
export function takenIn(state: Licensing, { step, takesIn }: FactOf<'arbitrated'>): Licensing {
  const part = takesIn && state.steps.find((s) => s.id === takesIn);
  if (!part) return state;
  const hands = union(part.earlier ?? [], part.signed);
  const joined = change(state, step, (s) => ({ ...s, earlier: union(s.earlier ?? [], hands) }));
  return { ...joined, steps: joined.steps.filter((s) => s !== part) };
}
