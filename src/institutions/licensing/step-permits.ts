import { type Refusal, reasonFor } from '../../kernel/decision.ts';
import {
  aboutStep,
  type Ctx,
  couldByTable,
  couldDo,
  disputableBy,
  empoweredSeat,
  itemOf,
  type Signature,
  separate,
  signs,
} from './permissions.ts';
import { examined, lacking, running, type Why, whileOpen } from './permits.ts';
import { disputable, returnable } from './rules/examination.ts';
import type { Licensing, Step } from './rules/state.ts';
import { refusalWords } from './words.ts';

const because = reasonFor(refusalWords);
const underWay = whileOpen(examined);

/** A signature: some step at this stage that a seat of the actor may sign; with a step named, that one. */
export const signing =
  (act: Signature): Why =>
  (s, c, input) => {
    const named = input?.step ? s.steps.filter((x) => x.id === input.step) : s.steps;
    if (unknownStep(s, input?.step)) return [noSuchStep(input?.step)];
    const about = stepsAbout(s, input?.step);
    if (!about.some((step) => empoweredSeat(c, itemOf(s, c), act, aboutStep(s, step))))
      return [lacking(c, (mine) => about.some((step) => signs(s, mine, act, step)), signers(s, c, [act], about))];
    if (s.status !== 'accepted') return underWay(s, c);
    const mine = named.filter((step) => signs(s, c, act, step));
    const ready = mine.filter((step) => step.stage === act && !step.disputed);
    if (ready.length === 0) return [notReady(mine)];
    if (s.pause?.statutory) return running(s, c);
    const hands = separate(s, c, 'examine');
    if (hands.length > 0) return hands;
    // Who was named to chair the hearing is somebody who does not review, before it and after.
    if (c.actor.seats.some(({ id }) => id === s.heard?.notice?.moderator)) return [because('moderates-hearing')];
    return ready.some((step) => !step.signed.includes(c.actor.person)) ? [] : [because('same-signature')];
  };

const notReady = (mine: readonly Step[]): Refusal => {
  if (mine.every((step) => step.stage === 'done')) return because('step-done');
  return because(mine.some((step) => step.disputed) ? 'step-in-dispute' : 'step-not-at-this-stage');
};

const signers = (s: Licensing, c: Ctx, acts: readonly Signature[], steps: readonly Pick<Step, 'id' | 'organ'>[]): string[] =>
  [...new Set(steps.flatMap((step) => acts.flatMap((act) => couldByTable(c, itemOf(s, c), act, aboutStep(s, step)))))].slice(0, 6);

/** The steps an act is about. Before acceptance there are none: the lead's is then asked for, so that the answer names who may. */
const stepsAbout = (s: Licensing, id?: string): readonly Pick<Step, 'id' | 'organ'>[] => {
  const named = s.steps.filter((x) => !id || x.id === id);
  return named.length > 0 ? named : [{ id: 'lead', organ: s.lead }];
};

const unknownStep = (s: Licensing, id?: string): boolean =>
  s.status === 'accepted' && id !== undefined && !s.steps.some((x) => x.id === id);
const noSuchStep = (step = ''): Refusal => because('no-such-step', { path: 'step', params: { step } });

export const sendingBack: Why = (s, c, input) => {
  if (unknownStep(s, input?.step)) return [noSuchStep(input?.step)];
  const steps = stepsAbout(s, input?.step);
  if (!steps.some((step) => signs(s, c, 'check', step) || signs(s, c, 'approve', step)))
    return [because('no-authority', { who: signers(s, c, ['check', 'approve'], steps) })];
  if (s.status !== 'accepted') return underWay(s, c);
  if (s.pause?.statutory) return running(s, c);
  return returnable(s, c, input?.step) ? [] : [because('nothing-to-send-back')];
};

export const disputing: Why = (s, c, input) => {
  if (unknownStep(s, input?.step)) return [noSuchStep(input?.step)];
  const organs = stepsAbout(s, input?.step).map((x) => x.organ);
  const mine = s.steps.filter((x) => (!input?.step || x.id === input.step) && disputableBy(c, x.organ));
  if (!organs.some((organ) => disputableBy(c, organ))) return [because('no-authority', { who: couldDo(c, ['deputy', 'chief'], organs) })];
  if (s.status !== 'accepted') return underWay(s, c);
  if (disputable(s, c, input?.step)) return [];
  if (mine.every((x) => x.stage === 'done')) return [because('step-done')];
  return [because(mine.some((x) => x.disputed) ? 'already-in-dispute' : 'dispute-settled')];
};
