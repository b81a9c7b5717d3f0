import { accept, type Decision, refuser } from '../../../kernel/decision.ts';
import { type Ctx, canSign, disputableBy, inOffice, signable } from '../permissions.ts';
import type { Inputs } from '../schema.ts';
import { refusalWords } from '../words.ts';
import { arbitrationClock, present } from './clocks.ts';
import { type Licensing, type LicensingFact, openSteps, type Step } from './state.ts';
import { stepDay } from './step-days.ts';

const refuse = refuser(refusalWords);
type Result = Decision<LicensingFact>;

const FACT = { propose: 'proposed', check: 'checked', approve: 'approved' } as const;

/** 承办, 审核, 批准: each opinion is kept with its signature (law.md 4.1). */
export const sign =
  (act: keyof typeof FACT) =>
  (s: Licensing, input: Inputs['approve'], c: Ctx): Result => {
    const step = signable(s, c, act, input.step);
    if (!step) return refuse('no-such-step', { path: 'step', params: { step: input.step ?? '' } });
    return accept<LicensingFact>({ kind: FACT[act], step: step.id, opinion: input.opinion, text: input.text });
  };

/** Back to the examiner, inside the department. */
export function sendBack(s: Licensing, input: Inputs['send-back'], c: Ctx): Result {
  const step = returnable(s, c, input.step);
  if (!step) return refuse('nothing-to-send-back');
  return accept<LicensingFact>({ kind: 'sent-back', step: step.id, reason: input.reason });
}

/** An opinion that waits for the actor's own signature. */
export const returnable = (s: Licensing, c: Ctx, id?: string): Step | undefined => {
  const waiting = (['check', 'approve'] as const).map((act) => signable(s, c, act, id));
  return waiting.find((step) => step?.opinion !== undefined);
};

/** "Not mine": the seconds go to the dispute account until an arbiter rules (S0-24, S1-14). */
export function disputeRemit(s: Licensing, input: Inputs['dispute-remit'], c: Ctx): Result {
  const step = disputable(s, c, input.step);
  if (!step) return refuse('no-such-step', { path: 'step', params: { step: input.step ?? '' } });
  if (!inOffice(c, input.organ)) return refuse('organ-unknown', { path: 'organ', params: { organ: input.organ } });
  if (input.organ === step.organ) return refuse('organ-is-own', { path: 'organ', params: { organ: input.organ } });
  // One arbitration clock: a second dispute does not give the first more time.
  const clocks = s.steps.some((x) => x.disputed) ? [] : present(arbitrationClock(c.today, c));
  return accept<LicensingFact>({ kind: 'remit-disputed', step: step.id, suggested: input.organ, reason: input.reason, clocks });
}

/** An open step of the actor's organ that has not been ruled on. */
export const disputable = (s: Licensing, c: Ctx, id?: string): Step | undefined =>
  openSteps(s).find((step) => (!id || step.id === id) && !step.disputed && !step.rounds && disputableBy(c, step.organ));

/** The arbiter's ruling is final; the step's clock starts anew, the total does not. */
export function arbitrate(s: Licensing, input: Inputs['arbitrate'], c: Ctx): Result {
  const step = s.steps.find((x) => x.disputed && (input.step ? x.id === input.step : true));
  if (!step) return refuse('no-dispute');
  const { organ } = input;
  if (!inOffice(c, organ)) return refuse('organ-unknown', { path: 'organ', params: { organ } });
  if (!canSign(s, c, step, organ)) return refuse('organ-without-signers', { path: 'organ', params: { organ } });
  // Nobody assists itself.
  if (step.id !== 'lead' && organ === s.lead) return refuse('organ-leads-already', { path: 'organ', params: { organ } });
  const taken = step.id !== 'lead' && s.steps.some((x) => x !== step && x.id === `assist:${organ}`);
  if (taken) return refuse('organ-assists-already', { path: 'organ', params: { organ } });
  const due = stepDay({ zero: c.today, limit: step.limit, rounds: 1 }, s.clocks, c);
  // What the new lead has not finished as an assist is part of its lead.
  const takesIn = step.id === 'lead' ? openSteps(s).find((x) => x.id === `assist:${organ}`)?.id : undefined;
  return accept<LicensingFact>({ kind: 'arbitrated', step: step.id, organ, due, reason: input.reason, ...(takesIn && { takesIn }) });
}
