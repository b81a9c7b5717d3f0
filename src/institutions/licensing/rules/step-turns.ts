import type { FactMeta } from '../../../kernel/matter/types.ts';
import type { Licensing, Step, StepPlan } from './state.ts';

export const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

const firstStage = (plan: StepPlan): Step['stage'] => (plan.signatures === 'one' ? 'approve' : 'propose');

export const open = (plan: StepPlan, at: number): Step => ({ ...plan, stage: firstStage(plan), opened: at, signed: [] });

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

export const sign = (state: Licensing, id: string, meta: FactMeta, gained: Partial<Step>): Licensing =>
  change(state, id, (s) => ({ ...s, ...gained, signed: [...s.signed, meta.actor] }));
