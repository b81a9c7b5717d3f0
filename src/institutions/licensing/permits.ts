import { type Refusal, reasonFor } from '../../kernel/decision.ts';
import type { Role, Seat } from '../../kernel/organisation/types.ts';
import type { Item } from '../catalogue/index.ts';
import {
  type About,
  aboutLead,
  type Ctx,
  couldByTable,
  couldDo,
  EXAMINERS,
  empoweredSeat,
  isApplicant,
  itemOf,
  seatAmong,
  separate,
} from './permissions.ts';
import { standingGrant } from './rules/aftermath.ts';
import { type Bill, billOf, dueBills, heldBills, mayBeBilled, orderedBills, owes } from './rules/bills.ts';
import { chargesOf, openCharges } from './rules/fees.ts';
import { extensionOf, pausable } from './rules/pauses.ts';
import { AUTHORITY, type Licensing, openSteps } from './rules/state.ts';
import { ARBITER, BILLERS, CENTRE, waitsForApplicant } from './rules/summary.ts';
import { refusalWords } from './words.ts';

const because = reasonFor(refusalWords);
type Code = Parameters<typeof because>[0];
/** Reasons why not; empty: allowed. Asked without input too, so that a screen can say it beforehand. */
export type Why = (s: Licensing, c: Ctx, input?: { readonly step?: string; readonly charge?: string }) => readonly Refusal[];

/** Who may: the seat acted from, and the seats that could do it instead. */
export interface Post {
  seat(s: Licensing, c: Ctx): Seat | undefined;
  who(s: Licensing, c: Ctx): string[];
}

/** By the authority table (P7). */
export const byTable = (act: Parameters<typeof empoweredSeat>[2]): Post => ({
  seat: (s, c) => empoweredSeat(c, itemOf(s, c), act, aboutLead(s)),
  who: (s, c) => couldByTable(c, itemOf(s, c), act, aboutLead(s)),
});

/** By role alone, for acts that the county fixes once: cashier, arbiter, the lead's officers. */
const byRole = (roles: readonly Role[], organ: (s: Licensing, c: Ctx) => string): Post => ({
  seat: (s, c) => seatAmong(c, roles, [organ(s, c)], s.item),
  who: (s, c) => couldDo(c, roles, [organ(s, c)], s.item),
});
export const ofLead = (...roles: Role[]): Post => byRole(roles, (s) => s.lead);
export const leadOfficers = ofLead(...EXAMINERS);
export const biller = ofLead(...BILLERS);
/** Who waives a fee or orders it back. */
export const refunder = ofLead('deputy', 'chief');
export const cashier = byRole(['cashier'], () => CENTRE);
export const arbiter = byRole(['arbiter'], () => ARBITER);
export const supervisor = byRole(EXAMINERS, (s, c) => itemOf(s, c).supervisor);
export const windowOrLead: Post = {
  seat: (s, c) => seatAmong(c, ['window-clerk'], [CENTRE]) ?? leadOfficers.seat(s, c),
  who: (s, c) => [...couldDo(c, ['window-clerk'], [CENTRE]), ...leadOfficers.who(s, c)].slice(0, 6),
};
export const leadOrDecider: Post = {
  seat: (s, c) => leadOfficers.seat(s, c) ?? byTable('decide').seat(s, c),
  who: leadOfficers.who,
};
const ofBundle = byRole(['county-head'], () => 'COUNTY');
/** The head of the organ extends its own limit, the head of the government a bundle's (行政许可法 42). */
export const extender: Post = {
  seat: (s, c) => (s.bundle ? ofBundle : byTable('extend')).seat(s, c),
  who: (s, c) => (s.bundle ? ofBundle : byTable('extend')).who(s, c),
};

/** Received at the centre's windows, or by the lead's representative there (S3-35). */
export const INTAKE: readonly Role[] = ['window-clerk', 'chief-representative'];
const intakeOrgans = (c: Ctx, item: string) => [CENTRE, c.world.catalogue.item(item)?.lead ?? CENTRE];
export const intakeSeat = (c: Ctx, item: string): Seat | undefined => seatAmong(c, INTAKE, intakeOrgans(c, item), item);
export const intake = (c: Ctx, item: string): readonly Refusal[] =>
  intakeSeat(c, item) ? [] : [because('no-authority', { who: couldDo(c, INTAKE, intakeOrgans(c, item), item) })];

export const may =
  (post: Post): Why =>
  (s, c) =>
    post.seat(s, c) ? [] : [lacking(c, (mine) => post.seat(s, mine) !== undefined, post.who(s, c))];

/** No authority; where it was there and has been taken back, since when and why. */
export function lacking(c: Ctx, would: (c: Ctx) => boolean, who: readonly string[]): Refusal {
  const lost = c.directory.lost(c.actor.person, c.today).find(({ seat }) => would({ ...c, actor: { ...c.actor, seats: [seat] } }));
  return lost ? because('authority-withdrawn', { params: { on: lost.from, reason: lost.reason }, who }) : because('no-authority', { who });
}

/** The applicant, or an officer for him. */
export const applicantOr =
  (post: Post): Why =>
  (s, c) =>
    isApplicant(s, c) ? [] : c.actor.kind === 'officer' ? may(post)(s, c) : [because('applicant-only')];

/** First who may, then whether it is time. */
export const all =
  (...whys: Why[]): Why =>
  (s, c, input) =>
    whys.flatMap((why) => why(s, c, input));

/** One guard: the code, unless the condition holds. */
export const unless =
  (holds: (s: Licensing, c: Ctx) => boolean, code: Code, params?: (s: Licensing) => Refusal['params']): Why =>
  (s, c) =>
    holds(s, c) ? [] : [because(code, { params: params?.(s) })];

/** Of a closed matter that it is closed, and nothing of a stage it is no longer in. */
export const whileOpen = (...whys: Why[]): Why => {
  const open = all(...whys);
  return (s, c, input) => (s.status === 'closed' ? [because('closed-matter')] : open(s, c, input));
};
const served = ({ ending }: Licensing): boolean => ending === 'granted' || ending === 'refused';

export const received = unless((s) => s.status === 'received', 'not-awaiting-acceptance');
export const notYetAccepted = unless((s) => s.status !== 'accepted', 'correction-after-acceptance');
export const agentEmpowered = unless((s) => !s.agent || s.papers.includes(AUTHORITY), 'agent-authority-needed');
export const correctionAwaited = unless((s) => s.status === 'awaiting-correction', 'no-correction-awaited');
export const examined = unless((s) => s.status === 'accepted', 'not-under-examination');
export const running = unless((s) => !s.pause?.statutory, 'paused');
export const notPaused = unless((s) => !s.pause, 'already-paused');
export const isPaused = unless((s) => s.pause !== undefined, 'not-paused');
export const notExtended = unless((s) => !s.clocks.legal?.extended, 'already-extended');
export const stepsDone = unless(
  (s) => openSteps(s).length === 0,
  'steps-open',
  (s) => ({ count: openSteps(s).length }),
);
/** A fee needs an act behind it: none before acceptance, none after a refusal (S1-18). */
export const billable: Why = ({ status, decision, ending }) => {
  if (decision ? decision.outcome === 'refused' : status === 'closed' && ending !== 'granted') return [because('no-fee-on-refusal')];
  if (status === 'closed') return [because(ending === 'revoked' ? 'closed-matter' : 'fee-too-late')];
  return status === 'accepted' || status === 'decided' ? [] : [because('not-under-examination')];
};
/** Nothing outside the list: an item without a charge in force is never billed (S3-51). */
export const charged = unless((s, c) => chargesOf(itemOf(s, c), c).length > 0, 'nothing-to-charge');
export const extendable = unless((s, c) => extensionOf(s, c) > 0, 'no-extension');
export const inTime = unless((s, c) => s.clocks.legal === undefined || c.today <= s.clocks.legal.due, 'limit-passed');
export const stoppable = unless(pausable, 'limit-passed');
/** Only what is not essential may follow, so there must be some such paper (P5). */
export const deferrable = unless((s, c) => itemOf(s, c).materials.value.some((m) => !m.essential), 'all-essential');
/** Each charge of the list once: what was settled stands in the day's account (S1-52). Without a charge named, as long as one is left. */
export const notYetBilled: Why = (s, c, input) => {
  const charges = input?.charge === undefined ? chargesOf(itemOf(s, c), c).map(({ id }) => id) : [input.charge];
  if (charges.length === 0 || charges.some((charge) => mayBeBilled(s, charge))) return [];
  return [because(charges.some((charge) => billOf(s, charge)?.state === 'due') ? 'already-billed' : 'fee-settled')];
};
/** A charge of the item that nobody has answered for; with one named, that one. */
export const chargeOpen: Why = (s, c, input) => {
  const open = openCharges(s, c);
  if (input?.charge === undefined ? open.length > 0 : open.includes(input.charge)) return [];
  return [because('charge-answered', { path: 'charge', params: { charges: open.join(', ') || '—' } })];
};
/** Of the charge named, where one is. */
const some =
  (bills: (s: Licensing) => readonly Bill[], code: Code): Why =>
  (s, _c, input) => {
    const open = bills(s).map(({ charge }) => charge);
    if (open.length > 0 && (input?.charge === undefined || open.includes(input.charge))) return [];
    return [
      open.length === 0
        ? because(code)
        : because('other-charge', { path: 'charge', params: { charge: input?.charge ?? '', charges: open.join(', ') } }),
    ];
  };
export const feeDue = some(dueBills, 'nothing-to-pay');
export const feePaid = some(heldBills, 'nothing-paid');
/** A head has ordered it, and was somebody else: money goes back by two hands (P15, S3-44). */
export const refundOrdered: Why = (s, c, input) => {
  if (heldBills(s).length === 0) return [];
  const ordered = orderedBills(s).filter(({ charge }) => input?.charge === undefined || charge === input.charge);
  if (ordered.length === 0) return [because('refund-not-ordered', { who: refunder.who(s, c) })];
  return ordered.every((bill) => bill.ordered?.by === c.actor.person) ? [because('refund-own-order')] : [];
};
/** An order that stands; one that was paid out is past taking back (S3-44). */
export const refundStands: Why = (s, c, input) => {
  const named = ({ charge }: Bill) => input?.charge === undefined || charge === input.charge;
  if (orderedBills(s).some(named)) return [];
  if (s.bills?.some((bill) => named(bill) && bill.refunded)) return [because('refund-paid-out')];
  return [heldBills(s).length > 0 ? because('refund-not-ordered', { who: refunder.who(s, c) }) : because('nothing-paid')];
};
export const feeSettled = unless((s) => !owes(s), 'fee-unpaid');
export const disputed = unless((s) => s.steps.some((x) => x.disputed), 'no-dispute');
export const ownItem = unless((s) => !s.forwards, 'forwarded-item');
export const superiorsItem = unless((s) => s.forwards, 'not-forwarded');
export const isForwarded: Why = (s) => {
  if (s.status === 'forwarded') return [];
  return [because(s.forwardedOn ? 'superior-recorded' : 'not-forwarded')];
};
export const papersToFollow = unless((s) => s.toFollow !== undefined && s.status !== 'closed', 'no-papers-outstanding');
export const decidedNow: Why = (s) => {
  if (s.status === 'decided') return [];
  return [because(served(s) ? 'already-delivered' : s.status === 'closed' ? 'closed-matter' : 'not-decided')];
};
export const noNotice = unless(
  (s) => s.notice === undefined || s.status !== 'decided',
  'notice-published',
  (s) => ({ due: s.clocks.notice?.due ?? '' }),
);
export const undecided = unless((s) => s.status !== 'decided' && s.status !== 'forwarded', 'already-decided');
/** It rests on a licence, which nobody has said has ended. */
export const onLicence = unless((s) => s.licence !== undefined && !s.licenceEnded, 'no-licence-behind');
export const licenceStanding = unless(
  (s) => !s.licenceEnded,
  'licence-ended',
  (s) => ({ licence: s.licence ?? '' }),
);
export const granted = unless(standingGrant, 'nothing-to-revoke');
export const toSupervise = unless((s) => s.supervise !== undefined, 'nothing-to-supervise');

/** The house itself, by its command, or the administrator. */
const administrator = byRole(['administrator'], () => ARBITER);
export const keeper: Why = (s, c) => (c.actor.kind === 'law' ? [] : may(administrator)(s, c));
/** The house passes on what happened in another matter; who leads or decides this one may ask for it. */
export const keeperOrOwn: Why = (s, c) => (c.actor.kind === 'law' ? [] : may(leadOrDecider)(s, c));
export const waitsForPart = unless((s) => (s.after?.length ?? 0) > 0, 'no-earlier-part');
export const hasAgent = unless((s) => s.agent === true && !s.agentErased, 'no-agent');
export const draftable: Why = (s) => {
  if (s.decision) return [because('decision-made')];
  if (s.forwards) return [because('forwarded-item')];
  return s.status === 'accepted' ? [] : [because('nothing-to-draft')];
};

/** A licence waits for fee and papers, and until each charge of its item was billed or ruled out (S1-18); a refusal for nothing. */
export const handedOver: Why = (s, c) => {
  if (s.decision?.outcome !== 'granted' || s.status !== 'decided') return [];
  if (waitsForApplicant(s))
    return s.toFollow ? [because('papers-outstanding', { params: { papers: s.toFollow.papers.join(', ') } })] : [because('fee-unpaid')];
  const open = openCharges(s, c);
  return open.length === 0 ? [] : [because('fee-unanswered', { params: { charges: open.join(', ') }, who: biller.who(s, c) })];
};

export const separated =
  (as: 'decide' | 'deliver'): Why =>
  (s, c) =>
    separate(s, c, as);

export const onTheSpot: Why = (s, c) => onTheSpotReasons(itemOf(s, c), c, aboutLead(s));

/** 即办件: neither risky nor another's nor a superior's, and somebody whom the table empowers (P6, P7). */
export function onTheSpotReasons(item: Item, c: Ctx, about: About = { organ: item.lead }): readonly Refusal[] {
  const fits = item.handling === 'on-the-spot' && !item.highRisk.value && !item.forwardedTo && item.assists.value.length === 0;
  if (!fits) return [because('not-on-the-spot')];
  const who = couldByTable(c, item, 'handle-on-the-spot', about);
  return empoweredSeat(c, item, 'handle-on-the-spot', about) ? [] : [because('no-authority', { who })];
}
