import type { Decision, Refusal } from '../../kernel/decision.ts';
import { reasonFor } from '../../kernel/decision.ts';
import type { Action, MatterKind } from '../../kernel/matter/types.ts';
import type { Role } from '../../kernel/organisation/types.ts';
import {
  aboutLead,
  aboutStep,
  type Ctx,
  couldDo,
  disputableBy,
  empoweredSeat,
  isApplicant,
  itemOf,
  type LicensingWorld,
  mayAccept,
  mayAct,
  mayAs,
  onlyApplicant,
  separate,
  signable,
} from './permissions.ts';
import { project, tables } from './projection.ts';
import * as acceptance from './rules/acceptance.ts';
import * as decision from './rules/decision.ts';
import * as ending from './rules/ending.ts';
import { evolve } from './rules/evolve.ts';
import * as examination from './rules/examination.ts';
import * as fees from './rules/fees.ts';
import { file, personalOf } from './rules/file.ts';
import * as pauses from './rules/pauses.ts';
import { FREE_TEXT, type Licensing, type LicensingFact, openSteps, type Step } from './rules/state.ts';
import { ARBITER, CENTRE, summary } from './rules/summary.ts';
import { sweep } from './rules/sweep.ts';
import { type FileMatter, fileMatter, type Inputs, inputs } from './schema.ts';
import { type ActionName, actionWords, refusalWords } from './words.ts';

const because = reasonFor(refusalWords);
type Code = Parameters<typeof because>[0];
type Why = (s: Licensing, c: Ctx) => readonly Refusal[];
type StepInput = { readonly step?: string };

/** One guard: the code, unless the condition holds. */
const unless =
  (holds: (s: Licensing) => boolean, code: Code, params?: (s: Licensing) => Refusal['params']): Why =>
  (s) =>
    holds(s) ? [] : [because(code, { params: params?.(s) })];

const open = unless((s) => s.status !== 'closed', 'closed-matter');
const received = unless((s) => s.status === 'received', 'not-awaiting-acceptance');
const examined = unless((s) => s.status === 'accepted', 'not-under-examination');
const running = unless((s) => !s.pause?.statutory, 'paused');
const stepsDone = unless((s) => openSteps(s).length === 0, 'steps-open', (s) => ({ count: openSteps(s).length }));
const feeSettled = unless((s) => s.bill?.state !== 'due', 'fee-unpaid');
const decidedNow = unless((s) => s.status === 'decided', 'not-decided');

const cashier: Why = (_s, c) => mayAs(c, ['cashier'], [CENTRE]);
const arbiter: Why = (_s, c) => mayAs(c, ['arbiter'], [ARBITER]);
const ofLead =
  (...roles: Role[]): Why =>
  (s, c) =>
    mayAs(c, roles, [s.lead]);
const deciders: Why = (s, c) => mayAct(c, itemOf(s, c), 'decide', aboutLead(s));

/** First who may, then whether it is time. */
const all =
  (...whys: Why[]) =>
  (s: Licensing, c: Ctx): readonly Refusal[] =>
    whys.flatMap((why) => why(s, c));

/** A signature: some step at this stage that a seat of the actor may sign; with a step named, that one. */
const signing =
  (act: 'propose' | 'check' | 'approve') =>
  (s: Licensing, c: Ctx, input?: StepInput): readonly Refusal[] => {
    const named = input?.step ? s.steps.find((x) => x.id === input.step) : undefined;
    if (input?.step && s.status === 'accepted' && !named) return [because('no-such-step', { path: 'step', params: { step: input.step } })];
    const candidates = named ? [named] : s.steps;
    const mine = candidates.filter((step) => empoweredSeat(c, itemOf(s, c), act, aboutStep(s, step)));
    const organs = s.steps.length > 0 ? candidates.map((x) => x.organ) : [s.lead];
    if (s.steps.length > 0 && mine.length === 0) return [because('no-authority', { who: signers(s, c, act, organs) })];
    if (s.steps.length === 0 && !empoweredSeat(c, itemOf(s, c), act, aboutLead(s))) return [because('no-authority', { who: signers(s, c, act, organs) })];
    if (s.status !== 'accepted') return examined(s, c);
    const ready = mine.find((step) => step.stage === act && !step.disputed);
    if (!ready) return [mine.map((step) => notReady(step)).find(Boolean) ?? because('step-not-at-this-stage')];
    if (s.pause?.statutory) return running(s, c);
    const hands = separate(s, c, 'examine');
    if (hands.length > 0) return hands;
    return ready.signed.includes(c.actor.person) && ready.stage !== 'propose' ? [because('same-signature')] : [];
  };
const notReady = (step: Step): Refusal =>
  step.stage === 'done' ? because('step-done') : step.disputed ? because('step-in-dispute') : because('step-not-at-this-stage');
const signers = (s: Licensing, c: Ctx, act: 'propose' | 'check' | 'approve', organs: readonly string[]): string[] => {
  const row = c.world.catalogue.authority(s.item, act);
  return row ? couldDo(c, row.roles, organs) : [];
};

const sendingBack = (s: Licensing, c: Ctx, input?: StepInput): readonly Refusal[] => {
  const item = itemOf(s, c);
  const may = s.steps.some((step) => (['check', 'approve'] as const).some((act) => empoweredSeat(c, item, act, aboutStep(s, step))));
  if (!may) return [because('no-authority', { who: couldDo(c, ['section-head', 'deputy', 'chief'], s.steps.map((x) => x.organ)) })];
  if (s.status !== 'accepted') return examined(s, c);
  return examination.returnable(s, c, input?.step) ? [] : [because('nothing-to-send-back')];
};

const disputing = (s: Licensing, c: Ctx, input?: StepInput): readonly Refusal[] => {
  const steps = s.steps.filter((x) => !input?.step || x.id === input.step);
  if (!steps.some((x) => disputableBy(c, x.organ))) return [because('no-authority', { who: couldDo(c, ['deputy', 'chief'], s.steps.map((x) => x.organ)) })];
  if (s.status !== 'accepted') return examined(s, c);
  if (examination.disputable(s, c, input?.step)) return [];
  const mine = steps.filter((x) => disputableBy(c, x.organ));
  return [because(mine.every((x) => x.stage === 'done') ? 'step-done' : mine.some((x) => x.disputed) ? 'already-in-dispute' : 'dispute-settled')];
};

const pausing = all(
  ofLead('examiner', 'section-head', 'deputy', 'chief'),
  examined,
  unless((s) => !s.pause, 'already-paused'),
);
const onTheSpot: Why = (s, c) => {
  const item = itemOf(s, c);
  const may = mayAct(c, item, 'handle-on-the-spot', aboutLead(s));
  if (may.length > 0) return may;
  return item.handling === 'on-the-spot' && !s.highRisk && !s.forwards && item.assists.value.length === 0 ? [] : [because('not-on-the-spot')];
};
const own = unless((s) => !s.forwards, 'forwarded-item');
const separated =
  (as: 'decide' | 'deliver'): Why =>
  (s, c) =>
    separate(s, c, as);
const handingIn: Why = (s, c) => (isApplicant(s, c) ? [] : mayAccept(s, c));

type Permit<I> = (s: Licensing, c: Ctx, input?: I) => readonly Refusal[];
type Decide<I> = (s: Licensing, input: I, c: Ctx) => Decision<LicensingFact>;

interface Extra<I> {
  readonly capacity?: (s: Licensing, c: Ctx, input: I) => string | undefined;
  readonly scope?: (s: Licensing, input: I, c: Ctx) => string;
  readonly personal?: Action<Licensing, I, LicensingFact, LicensingWorld>['personal'];
}

const action = <N extends ActionName>(name: N, basis: string, permit: Permit<Inputs[N]>, decide: Decide<Inputs[N]>, extra: Extra<Inputs[N]> = {}) =>
  ({ label: actionWords[name], basis, input: inputs[name], permit, decide, ...extra }) as unknown as Action<Licensing, never, LicensingFact, LicensingWorld>;

const byTable =
  (act: Parameters<typeof empoweredSeat>[2]) =>
  (s: Licensing, c: Ctx): string | undefined =>
    empoweredSeat(c, itemOf(s, c), act, aboutLead(s))?.id;
const onStep = (act: 'propose' | 'check' | 'approve') => ({
  scope: (s: Licensing, input: StepInput, c: Ctx) => signable(s, c, act, input.step)?.id ?? 'main',
  capacity: (s: Licensing, c: Ctx, input: StepInput) => {
    const step = signable(s, c, act, input.step);
    return step && empoweredSeat(c, itemOf(s, c), act, aboutStep(s, step))?.id;
  },
});
const asRole = (role: Role) => ({ capacity: (_s: Licensing, c: Ctx) => c.actor.seats.find((x) => x.roles.includes(role))?.id });

/** The licence matter: every action with who may, when, and what it decides. */
export const licensing: MatterKind<Licensing, LicensingFact, LicensingWorld, FileMatter> = {
  name: 'licensing',
  freeText: FREE_TEXT,
  tables,
  evolve,
  summary,
  sweep,
  project,
  scope: (fact) => ('step' in fact ? fact.step : 'main'),
  opening: {
    label: { zh: actionWords.accept.zh, en: actionWords.accept.en },
    basis: 'P2, S3-35',
    input: fileMatter as never,
    number: (serial, input, m, world) => `${m.today.slice(0, 4)}-${world.catalogue.item(input.item)?.lead ?? 'X'}-${String(serial).padStart(6, '0')}`,
    permit: (_s, c, input) => (input && input.channel !== 'online' ? mayAs(c, ['window-clerk', 'chief-representative'], [CENTRE, leadOf(c, input.item)]) : []),
    decide: (_s, input, c) => file(input, c),
    personal: (input, _s, c) => personalOf(input, c.number),
    capacity: (_s, c, input) => (input.channel === 'online' ? 'self' : c.actor.seats[0]?.id),
  },
  actions: {
    accept: action('accept', '行政许可法 32; S3-35', all(mayAccept, received), acceptance.acceptMatter, { capacity: byTable('accept') }),
    'accept-with-papers-to-follow': action('accept-with-papers-to-follow', 'P5', all(mayAccept, received), acceptance.acceptWithPapersToFollow, { capacity: byTable('accept') }),
    'request-correction': action(
      'request-correction',
      '行政许可法 32; S3-30',
      all(mayAccept, (s) => (s.status === 'accepted' ? [because('correction-after-acceptance')] : []), received),
      acceptance.requestCorrection,
      { capacity: byTable('accept') },
    ),
    correct: action('correct', '行政许可法 32', all(handingIn, unless((s) => s.status === 'awaiting-correction', 'no-correction-awaited')), acceptance.correct, {
      personal: (input, s, c) => (input.form ? [{ person: (s as Licensing).person, key: `form:${c.number}`, value: JSON.stringify(input.form) }] : []),
    }),
    'reject-remit': action('reject-remit', '行政许可法 32(2)', all(mayAccept, received), acceptance.rejectRemit, { capacity: byTable('accept') }),
    'reject-no-permit-needed': action('reject-no-permit-needed', '行政许可法 32(1)', all(mayAccept, received), acceptance.rejectNoPermitNeeded, { capacity: byTable('accept') }),
    propose: action('propose', 'P7 承办', signing('propose'), examination.sign('propose'), onStep('propose')),
    check: action('check', 'P7 审核', signing('check'), examination.sign('check'), onStep('check')),
    approve: action('approve', 'P7 批准', signing('approve'), examination.sign('approve'), onStep('approve')),
    'send-back': action('send-back', 'S1-60', sendingBack, examination.sendBack, {
      scope: (s, input, c) => examination.returnable(s, c, input.step)?.id ?? 'main',
    }),
    pause: action('pause', '行政许可法 45; P1', pausing, pauses.pause),
    resume: action('resume', '行政许可法 45', all(ofLead('examiner', 'section-head', 'deputy', 'chief'), examined, unless((s) => s.pause !== undefined, 'not-paused')), pauses.resume),
    extend: action(
      'extend',
      '行政许可法 42',
      (s, c) => [...(s.bundle ? mayAs(c, ['county-head'], ['COUNTY']) : mayAct(c, itemOf(s, c), 'extend', aboutLead(s))), ...examined(s, c), ...unless((x) => !x.clocks.legal?.extended, 'already-extended')(s, c)],
      pauses.extend,
      { capacity: (s, c) => (s.bundle ? asRole('county-head').capacity(s, c) : byTable('extend')(s, c)) },
    ),
    bill: action('bill', 'S3-37, S3-51', all(ofLead('examiner', 'section-head', 'chief-representative'), unless((s) => s.status === 'accepted' || s.status === 'decided', 'not-under-examination'), unless((s) => !s.bill, 'already-billed')), fees.bill),
    pay: action('pay', 'S3-37', all(cashier, open, unless((s) => s.bill?.state === 'due', 'nothing-to-pay')), fees.pay, asRole('cashier')),
    exempt: action('exempt', 'S3-44', all(ofLead('deputy', 'chief'), open, unless((s) => s.bill?.state === 'due', 'nothing-to-pay')), fees.exempt),
    refund: action('refund', 'S3-44', all(cashier, unless((s) => s.bill?.state === 'paid', 'nothing-paid')), fees.refund, asRole('cashier')),
    'dispute-remit': action('dispute-remit', 'S0-24, S1-14', disputing, examination.disputeRemit, {
      scope: (s, input, c) => examination.disputable(s, c, input.step)?.id ?? 'main',
    }),
    arbitrate: action('arbitrate', 'S0-24', all(arbiter, unless((s) => s.steps.some((x) => x.disputed), 'no-dispute')), examination.arbitrate, asRole('arbiter')),
    decide: action('decide', '行政许可法 38, 42; S3-22', all(deciders, own, examined, stepsDone, feeSettled, running, separated('decide')), decision.decide, { capacity: byTable('decide') }),
    forward: action('forward', '行政许可法 43; P8', all(deciders, unless((s) => s.forwards, 'not-forwarded'), examined, stepsDone, feeSettled, running), decision.forward, { capacity: byTable('decide') }),
    'record-superior-decision': action('record-superior-decision', 'P8, P12', all(ofLead('examiner', 'section-head', 'deputy', 'chief'), unless((s) => s.status === 'forwarded', 'not-forwarded')), decision.recordSuperiorDecision),
    'hand-in-papers': action('hand-in-papers', 'P5', all(handingIn, unless((s) => s.toFollow !== undefined && s.status !== 'closed', 'no-papers-outstanding')), acceptance.handInPapers),
    deliver: action(
      'deliver',
      '行政许可法 44; P11',
      all(
        (s, c) => mayAct(c, itemOf(s, c), 'deliver', aboutLead(s)),
        decidedNow,
        unless((s) => !s.toFollow, 'papers-outstanding', (s) => ({ papers: s.toFollow?.papers.join(', ') ?? '' })),
        feeSettled,
        separated('deliver'),
      ),
      ending.deliver,
      { capacity: byTable('deliver') },
    ),
    withdraw: action(
      'withdraw',
      'P14',
      all((s, c) => (isApplicant(s, c) ? [] : c.actor.kind === 'officer' ? mayAccept(s, c) : onlyApplicant(s, c)), open, unless((s) => s.status !== 'decided' && s.status !== 'forwarded', 'already-decided')),
      ending.withdraw,
    ),
    rectify: action('rectify', 'S1-46', all((s, c) => mayAs(c, ['window-clerk', 'examiner', 'section-head', 'deputy', 'chief'], [CENTRE, s.lead])), ending.rectify),
    'conclude-on-the-spot': action('conclude-on-the-spot', 'P6', all(onTheSpot, received), ending.concludeOnTheSpot, { capacity: byTable('handle-on-the-spot') }),
  },
};

const leadOf = (c: Ctx, item: string): string => c.world.catalogue.item(item)?.lead ?? CENTRE;
