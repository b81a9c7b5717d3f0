import type { Decision } from '../../kernel/decision.ts';
import { type Action, EVERYTHING, type MatterKind } from '../../kernel/matter/types.ts';
import * as heard from './hearing-permits.ts';
import * as at from './paper-permits.ts';
import {
  aboutStep,
  type Ctx,
  EXAMINERS,
  empoweredSeat,
  isApplicant,
  itemOf,
  type LicensingWorld,
  type Signature,
  seatAmong,
  signable,
} from './permissions.ts';
import * as why from './permits.ts';
import { all, may, type Post, type Why } from './permits.ts';
import { project, tables } from './projection.ts';
import * as acceptance from './rules/acceptance.ts';
import * as aftermath from './rules/aftermath.ts';
import * as decision from './rules/decision.ts';
import * as ending from './rules/ending.ts';
import { evolve } from './rules/evolve.ts';
import * as examination from './rules/examination.ts';
import * as fees from './rules/fees.ts';
import { file, personalOf } from './rules/file.ts';
import { foresee } from './rules/foresight.ts';
import * as hearing from './rules/hearing.ts';
import { nameOfClock, openDatesOf } from './rules/open-dates.ts';
import { packing } from './rules/packing.ts';
import * as papers from './rules/papers.ts';
import * as pauses from './rules/pauses.ts';
import { redate } from './rules/redating.ts';
import { FREE_TEXT, type Licensing, type LicensingFact } from './rules/state.ts';
import { summary } from './rules/summary.ts';
import { sweep } from './rules/sweep.ts';
import { watched } from './rules/watched.ts';
import { type FileMatter, fileMatter, type Inputs, inputs } from './schema.ts';
import * as onStep from './step-permits.ts';
import { type ActionName, actionBasis, actionWords, openingWords } from './words.ts';

type LicensingAction = Action<Licensing, never, LicensingFact, LicensingWorld>;
type Decide<I> = (s: Licensing, input: I, c: Ctx) => Decision<LicensingFact>;
interface Extra<I> {
  /** The seat recorded as capacity is the post's. */
  readonly post?: Post;
  readonly capacity?: (s: Licensing, c: Ctx, input: I) => string | undefined;
  readonly scope?: (s: Licensing, input: I, c: Ctx) => string;
  readonly personal?: Action<Licensing, I, LicensingFact, LicensingWorld>['personal'];
}

function action<N extends ActionName>(name: N, permit: Why, decide: Decide<Inputs[N]>, { post, ...extra }: Extra<Inputs[N]> = {}) {
  const capacity = extra.capacity ?? (post && ((s: Licensing, c: Ctx) => (isApplicant(s, c) ? undefined : post.seat(s, c)?.id)));
  const made = { label: actionWords[name], basis: actionBasis[name], input: inputs[name].strict(), permit, decide, ...extra, capacity };
  return made as unknown as LicensingAction;
}

/** An act of one post: who may, when, what it decides. */
const act = <N extends ActionName>(name: N, post: Post, when: readonly Why[], decide: Decide<Inputs[N]>, extra: Extra<Inputs[N]> = {}) =>
  action(name, all(may(post), timely(name, when)), decide, { post, ...extra });

/** What may still come after the closing; of anything else a closed matter says only that it is closed. */
const AFTERWARDS: readonly ActionName[] = [
  ...(['bill', 'no-charge', 'order-refund', 'withdraw-refund-order', 'refund'] as const),
  ...(['deliver', 'serve-by-notice'] as const),
  ...(['rectify', 'revoke', 'sign-for-papers', 'acknowledge-supervision'] as const),
];
const timely = (name: ActionName, when: readonly Why[]): Why => (AFTERWARDS.includes(name) ? all(...when) : why.whileOpen(...when));

/** The applicant does it, or this post for him. */
const forApplicant = <N extends ActionName>(
  name: N,
  post: Post,
  when: readonly Why[],
  decide: Decide<Inputs[N]>,
  extra: Extra<Inputs[N]> = {},
) => action(name, all(why.applicantOr(post), timely(name, when)), decide, { post, ...extra });

const sign = (name: Signature) =>
  action(name, onStep.signing(name), examination.sign(name), {
    scope: (s, input, c) => signable(s, c, name, input.step)?.id ?? 'main',
    capacity: (s, c, input) => {
      const step = signable(s, c, name, input.step);
      return step && empoweredSeat(c, itemOf(s, c), name, aboutStep(s, step))?.id;
    },
  });

const accepting = why.byTable('accept');
const deciding = why.byTable('decide');
const ready = [why.examined, why.stepsDone, why.feeSettled, why.running, heard.partiesHeard, heard.hearingHeld, why.separated('decide')];

const actions: Record<ActionName, LicensingAction> = {
  accept: act('accept', accepting, [why.received, why.agentEmpowered, at.papersComplete], acceptance.acceptMatter),
  'accept-with-papers-to-follow': act(
    'accept-with-papers-to-follow',
    accepting,
    [why.received, why.agentEmpowered, why.deferrable, at.essentialsHere],
    acceptance.acceptWithPapersToFollow,
  ),
  'request-correction': act('request-correction', accepting, [why.notYetAccepted, why.received], acceptance.requestCorrection),
  correct: forApplicant('correct', accepting, [why.correctionAwaited], acceptance.correct, {
    personal: (input, s, c) =>
      input.form ? [{ person: (s as Licensing).person, key: `form:${c.number}`, value: JSON.stringify(input.form) }] : [],
  }),
  'reject-remit': act('reject-remit', accepting, [why.received], acceptance.rejectRemit),
  'reject-no-permit-needed': act('reject-no-permit-needed', accepting, [why.received], acceptance.rejectNoPermitNeeded),
  propose: sign('propose'),
  check: sign('check'),
  approve: sign('approve'),
  'send-back': action('send-back', onStep.sendingBack, examination.sendBack, {
    scope: (s, input, c) => examination.returnable(s, c, input.step)?.id ?? 'main',
    capacity: (s, c, input) => {
      const step = examination.returnable(s, c, input.step);
      return step && empoweredSeat(c, itemOf(s, c), step.stage as Signature, aboutStep(s, step))?.id;
    },
  }),
  pause: act('pause', why.leadOfficers, [why.examined, why.notPaused, why.stoppable], pauses.pause),
  resume: act('resume', why.leadOfficers, [why.examined, why.isPaused], pauses.resume),
  extend: act('extend', why.extender, [why.examined, why.extendable, why.notExtended, why.inTime, why.running], pauses.extend),
  'tell-third-parties': act('tell-third-parties', why.leadOfficers, [why.examined], hearing.tellThirdParties, {
    personal: (input, s, c) => hearing.partiesOf(input, s as Licensing, c.number),
  }),
  'record-statement': forApplicant('record-statement', why.windowOrLead, [why.examined], hearing.recordStatement, {
    personal: (input, s, c) => hearing.statementOf(input, s as Licensing, c.number),
  }),
  'notify-hearing': act('notify-hearing', why.leadOfficers, [why.examined, heard.hearingAsked], hearing.notifyHearing),
  'hold-hearing': act(
    'hold-hearing',
    why.leadOfficers,
    [why.examined, heard.hearingAsked, heard.hearingNotified, heard.hearingDay, heard.hearingHour, heard.chairs],
    hearing.holdHearing,
    { capacity: (s) => s.heard?.notice?.moderator },
  ),
  bill: act('bill', why.biller, [why.billable, why.charged, why.notYetBilled], fees.bill),
  'no-charge': act('no-charge', why.biller, [why.billable, why.charged, why.chargeOpen], fees.ruleOut),
  'cancel-bill': act('cancel-bill', why.biller, [why.feeDue], fees.cancelBill),
  pay: act('pay', why.cashier, [why.feeDue], fees.pay),
  exempt: act('exempt', why.refunder, [why.feeDue], fees.exempt),
  'order-refund': act('order-refund', why.refunder, [why.feePaid], fees.orderRefund),
  'withdraw-refund-order': act('withdraw-refund-order', why.refunder, [why.refundStands], fees.withdrawRefundOrder),
  refund: act('refund', why.cashier, [why.feePaid, why.refundOrdered], fees.refund),
  'dispute-remit': action('dispute-remit', onStep.disputing, examination.disputeRemit, {
    scope: (s, input, c) => examination.disputable(s, c, input.step)?.id ?? 'main',
    capacity: (s, c, input) => seatAmong(c, EXAMINERS, [examination.disputable(s, c, input.step)?.organ ?? ''])?.id,
  }),
  arbitrate: act('arbitrate', why.arbiter, [why.disputed], examination.arbitrate),
  decide: act('decide', deciding, [why.ownItem, ...ready], decision.decide, { scope: () => EVERYTHING }),
  forward: act('forward', deciding, [why.superiorsItem, ...ready], decision.forward, { scope: () => EVERYTHING }),
  'record-superior-decision': act('record-superior-decision', why.leadOfficers, [why.isForwarded], decision.recordSuperiorDecision),
  'hand-in-papers': forApplicant('hand-in-papers', accepting, [why.papersToFollow], acceptance.handInPapers),
  deliver: act('deliver', why.byTable('deliver'), [why.decidedNow, why.handedOver, why.separated('deliver')], ending.deliver, {
    personal: (input, _s, c) => ending.recipientOf(input, c),
  }),
  'serve-by-notice': act(
    'serve-by-notice',
    why.byTable('deliver'),
    [why.decidedNow, why.noNotice, why.handedOver, why.separated('deliver')],
    ending.serveByNotice,
  ),
  withdraw: forApplicant('withdraw', accepting, [why.undecided], ending.withdraw),
  rectify: act('rectify', why.windowOrLead, [], ending.rectify),
  'conclude-on-the-spot': action(
    'conclude-on-the-spot',
    all(why.onTheSpot, why.whileOpen(why.received, why.agentEmpowered, at.papersComplete, why.licenceStanding)),
    ending.concludeOnTheSpot,
    {
      post: why.byTable('handle-on-the-spot'),
    },
  ),
  revoke: act('revoke', deciding, [why.granted], aftermath.revoke),
  'erase-agent': action('erase-agent', all(why.keeper, why.hasAgent), ending.eraseAgent, {
    personal: (input, s, c) =>
      input.identity ? [{ person: (s as Licensing).person, key: `identity:${c.number}`, value: input.identity }] : [],
  }),
  'draft-decision': act('draft-decision', why.leadOrDecider, [why.draftable], decision.draftDecision, {
    personal: (input, s, c) => decision.draftOf(input, s as Licensing, c.number),
  }),
  'note-part-granted': action('note-part-granted', all(why.keeperOrOwn, why.whileOpen(why.waitsForPart)), decision.notePartGranted),
  'note-licence-ended': act('note-licence-ended', why.leadOrDecider, [why.undecided, why.onLicence], aftermath.noteLicenceEnded),
  'check-papers': act('check-papers', at.windowHands, [at.papersAtHand], papers.checkPapers),
  'sign-for-papers': act('sign-for-papers', at.paperReceiver, [at.papersToSignFor], papers.signForPapers),
  'acknowledge-supervision': act('acknowledge-supervision', why.supervisor, [why.toSupervise], aftermath.acknowledgeSupervision),
};

/** What a fact changes of what somebody may be looking at: the steps it opens are new from then on; lights and moved dates decide nothing. */
function scopesOf(fact: LicensingFact): readonly string[] {
  switch (fact.kind) {
    case 'accepted':
    case 'deemed-accepted':
      return ['main', ...fact.steps.map(({ id }) => id)];
    case 'arbitrated':
      return [fact.step, `assist:${fact.organ}`];
    case 'limit-near':
    case 'limit-passed':
    case 'breach-taken-back':
    case 'clock-not-armed':
    case 'calendar-changed':
      return [];
    default:
      return ['step' in fact ? fact.step : 'main'];
  }
}

/** The licence matter: every action with who may, when, and what it decides. */
export const licensing: MatterKind<Licensing, LicensingFact, LicensingWorld, FileMatter> = {
  name: 'licensing',
  opens: 'received',
  freeText: FREE_TEXT,
  tables,
  evolve,
  summary,
  packing,
  sweep,
  foresee,
  dates: { name: nameOfClock, open: openDatesOf, watched, redate },
  project,
  scope: scopesOf,
  opening: {
    label: openingWords,
    basis: 'P2, S3-35',
    input: fileMatter.strict() as never,
    number: (serial, input, m, world) =>
      `${m.today.slice(0, 4)}-${world.catalogue.item(input.item)?.lead ?? 'X'}-${String(serial).padStart(6, '0')}`,
    permit: (_s, c, input) => (input && input.channel !== 'online' ? why.intake(c, input.item) : []),
    decide: (_s, input, c) => file(input, c),
    personal: (input, _s, c) => personalOf(input, c.number),
    capacity: (_s, c, input) => (input.channel === 'online' ? 'self' : why.intakeSeat(c, input.item)?.id),
  },
  // Without a prototype: a name that everybody's object knows, such as `constructor`, is no action.
  actions: Object.assign(Object.create(null) as Record<string, LicensingAction>, actions),
};
