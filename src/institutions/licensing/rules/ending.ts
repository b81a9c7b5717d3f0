import type { LocalDate } from '../../../kernel/clock/types.ts';
import { accept, type Decision, refuser } from '../../../kernel/decision.ts';
import type { PersonalEntry } from '../../../kernel/journal/personal.ts';
import { evenName } from '../../../kernel/names.ts';
import { checkId } from '../../../kernel/organisation/index.ts';
import { type Ctx, isApplicant, itemOf } from '../permissions.ts';
import type { Inputs } from '../schema.ts';
import { handedOver, refusalWords } from '../words.ts';
import { opening } from './acceptance.ts';
import { dueBills } from './bills.ts';
import { noticeClock, present } from './clocks.ts';
import { decided, groundLost } from './decision.ts';
import { chargesOf } from './fees.ts';
import { type FactOf, type Licensing, type LicensingFact, RELATIONS_OF, type Relation, type Running } from './state.ts';

const refuse = refuser(refusalWords);
type Result = Decision<LicensingFact>;

type Method = Inputs['deliver']['method'];
/** Handed over face to face: the document is looked at. */
const HANDED: readonly Method[] = ['in-person', 'agent'];
/** Where somebody else may take it in, or refuse to (民事诉讼法 88, 89, 91). An electronic address is the applicant's own (90). */
const FOR_ANOTHER: readonly Method[] = [...HANDED, 'post', 'left-with-witness'];

/** Service is proved: who received it, how, when (P11). Whoever is not on record is told by the relation; the name stands apart. */
export function deliver(s: Licensing, input: Inputs['deliver'], c: Ctx): Result {
  const { method, recipient, relation, proof } = input;
  if (method === 'electronic' && !s.electronic) return refuse('consent-needed', { path: 'method' });
  if (onRecord(recipient, c)) return accept<LicensingFact>({ kind: 'delivered', method, recipient, proof });
  if (!relation || !FOR_ANOTHER.includes(method)) return refuse('recipient-not-on-record', { path: 'recipient' });
  if (!(RELATIONS_OF[s.applicantKind] as readonly Relation[]).includes(relation))
    return refuse('relation-does-not-fit', { path: 'relation' });
  const named = input.idType !== undefined || input.idNumber !== undefined;
  if ((HANDED.includes(method) || named) && !shown(input, c.today)) return refuse('recipient-id-needed', { path: 'idNumber' });
  return accept<LicensingFact>({ kind: 'delivered', method, relation, proof });
}

/** 公告送达: where nothing else succeeded. Within the limit of delivery it keeps that; it is served when thirty days have passed (民事诉讼法 95). */
export const serveByNotice = (_s: Licensing, input: Inputs['serve-by-notice'], c: Ctx): Result =>
  accept<LicensingFact>({ kind: 'notice-published', ...input, clocks: present(noticeClock(c.today, c)) });

/** Time alone serves it, on the last of the thirty days. */
export const servedByNotice = (s: Licensing, { zero, due }: Running): FactOf<'delivered'> => ({
  kind: 'delivered',
  method: 'public-notice',
  proof: s.notice?.place ?? '',
  notice: { published: zero, served: due },
});

/** The applicant's name, or the agent's. Of an erased applicant nothing is left to compare with. */
function onRecord(recipient: string, { identity = {} }: Pick<Ctx, 'identity'>): boolean {
  if (identity.name === undefined) return true;
  return [identity.name, identity['agent.name']].some((name) => name !== undefined && evenName(name) === evenName(recipient));
}
/** The number of the document that was shown, where it is one of a person and its check digit fits. */
function shown({ idType, idNumber }: Pick<Inputs['deliver'], 'idType' | 'idNumber'>, today: LocalDate): string | undefined {
  if (idType === undefined || idType === 'credit-code' || idNumber === undefined) return undefined;
  const result = checkId(idType, idNumber, today);
  return result.ok ? result.number : undefined;
}

/** Name and document of who received it for the applicant are that person's: they stand apart under a key of their own. */
export function recipientOf(input: Inputs['deliver'], c: Pick<Ctx, 'identity' | 'number' | 'today'>): PersonalEntry[] {
  if (!input.relation || onRecord(input.recipient, c)) return [];
  const idNumber = shown(input, c.today);
  const value = { name: input.recipient, ...(idNumber && { idType: input.idType, idNumber }) };
  return [{ person: `r-${c.number}`, key: `recipient:${c.number}`, value: JSON.stringify(value) }];
}

/** By the applicant, or at the window against a signature (P14). */
export function withdraw(s: Licensing, input: Inputs['withdraw'], c: Ctx): Result {
  const own = isApplicant(s, c);
  if (!own && !input.signed) return refuse('signature-needed', { path: 'signed' });
  // What was billed and not paid is asked of nobody any more.
  const lapsed = dueBills(s).map(({ charge, amount }): LicensingFact => ({ kind: 'bill-cancelled', charge, amount, reason: input.reason }));
  return accept<LicensingFact>(...lapsed, {
    kind: 'withdrawn',
    via: own ? 'online' : 'window',
    signed: input.signed,
    reason: input.reason,
  });
}

/** Nothing is edited: a correction is a new record that points at the old one (promise 3). */
export function rectify(s: Licensing, input: Inputs['rectify'], _c: Ctx): Result {
  if (input.seq > s.seq) return refuse('no-such-fact', { path: 'seq', params: { seq: input.seq } });
  return accept<LicensingFact>({ kind: 'rectified', ...input });
}

/** A person acts for another and asks to be forgotten: only his own part goes (个人信息保护法 47). */
export const eraseAgent = (_s: Licensing, input: Inputs['erase-agent'], _c: Ctx): Result =>
  accept<LicensingFact>({ kind: 'agent-erased', reason: input.reason });

/** 即办件: one confirmation writes every fact (P6). */
export function concludeOnTheSpot(s: Licensing, input: Inputs['conclude-on-the-spot'], c: Ctx): Result {
  if (input.recipient && !onRecord(input.recipient, c)) return refuse('recipient-not-on-record', { path: 'recipient' });
  const item = itemOf(s, c);
  // Nothing can have been billed yet: what costs a fee is handed over after the cashier, unless it is said why nothing is charged (S1-18).
  const charges = chargesOf(item, c).map(({ id }) => id);
  const none = input['no-charge'];
  if (none && charges.length === 0) return refuse('nothing-to-charge', { path: 'no-charge' });
  if (input.recipient && charges.length > 0 && !none)
    return refuse('fee-before-delivery', { path: 'recipient', params: { charges: charges.join(', ') } });
  const lost = groundLost(s, { outcome: 'granted', months: input.months }, c);
  if (lost) return lost;
  const plan = opening(s, item, c.today, c, c.world);
  const decision = decided(s, c, c.world, { outcome: 'granted', reason: input.text, months: input.months });
  const facts: LicensingFact[] = [
    { kind: 'accepted', ...plan, mode: 'on-the-spot' },
    ...plan.steps.map((step): LicensingFact => ({ kind: 'approved', step: step.id, opinion: 'agree', text: input.text })),
    ...(none ? [{ kind: 'charges-ruled-out', charges, reason: none } satisfies LicensingFact] : []),
    decision,
  ];
  if (input.recipient) facts.push({ kind: 'delivered', method: 'in-person', recipient: input.recipient, proof: handedOver.zh });
  return accept(...facts);
}
