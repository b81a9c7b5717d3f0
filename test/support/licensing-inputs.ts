import fc from 'fast-check';
import type { ActionName } from '../../src/institutions/licensing/words.ts';

/** Random acts: whoever, whatever, whenever, with inputs every schema accepts and the rules may not. */
const organ = fc.constantFrom('SAM', 'NRB', 'EEB', 'FOR', 'FRS', 'COUNTY', 'NOWHERE');
const step = fc.option(fc.constantFrom('lead', 'assist:NRB', 'assist:EEB', 'assist:FOR', 'assist:none'), { nil: undefined, freq: 2 });
const paper = fc.constantFrom('M1', 'M3', 'M5', 'M6', 'M7', 'AUTH', 'M99');
const papers = fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(paper, { maxLength: 3 }));
/** The window takes papers; an applicant uploads. */
const files = fc.array(
  paper.map((material) => ({ id: 'f', material, digest: 'd' })),
  { maxLength: 3 },
);
const some = fc.array(paper, { minLength: 1, maxLength: 3 });
const day = fc.constantFrom('2026-03-01', '2026-03-09', '2026-04-20', '2027-01-05', '2027-09-09', '9999-12-31');
const text = fc.constantFrom('x', '办好了', '<script>', '{{name}}', ' '.repeat(3).concat('y'));
const says = fc.record(
  { step, opinion: fc.constantFrom('agree', 'agree-with-conditions', 'disagree'), text },
  { requiredKeys: ['opinion', 'text'] },
);
const yuan = fc.constantFrom(0, 0.01, 20, 60, 100_000_000);
const outcome = fc.constantFrom('granted', 'refused');
const maybe = <T>(a: fc.Arbitrary<T>) => fc.option(a, { nil: undefined });

const charge = fc.constantFrom('UMB-C02', 'UMB-C03', 'SAM-C02', 'NOTHING');

export const INPUTS: Record<ActionName, fc.Arbitrary<unknown>> = {
  accept: fc.constant({}),
  'accept-with-papers-to-follow': fc.record({ papers: some, undertaking: fc.constant(true), by: day }),
  'request-correction': fc.record({
    items: fc.array(fc.record({ material: maybe(paper), what: text, how: text }), { minLength: 1, maxLength: 3 }),
    way: text,
  }),
  correct: fc.record({ papers, declarations: papers, note: maybe(text) }),
  'reject-remit': fc.record({ organ, reason: text, way: text }),
  'reject-no-permit-needed': fc.record({ reason: text, way: text }),
  propose: says,
  check: says,
  approve: says,
  'send-back': fc.record({ step, reason: text }),
  pause: fc.record({ ground: fc.constantFrom('testing', 'hearing', 'site-visit', 'payment', 'whim'), expected: day, reason: text }),
  resume: fc.record({ note: text }),
  extend: fc.record({ reason: text }),
  'tell-third-parties': fc.record({ parties: fc.constant([{ name: 'N' }, { name: 'O' }]), what: text, hearing: fc.boolean() }),
  'draft-decision': fc.record({ outcome: fc.constantFrom('granted', 'refused'), reason: text }),
  'record-statement': fc.record({
    from: fc.constantFrom('applicant', 'third-party'),
    party: maybe(fc.constantFrom(1, 2, 3)),
    text,
    hearing: fc.boolean(),
    'waives-hearing': fc.boolean(),
    signed: fc.boolean(),
  }),
  'notify-hearing': fc.record({
    day: fc.oneof({ weight: 3, arbitrary: fc.constant('2026-03-20') }, day),
    time: fc.constant('09:30'),
    place: text,
    moderator: fc.constantFrom('SAM-CHF', 'SAM-EX1', 'UMB-CHF', 'NOWHERE'),
    announced: fc.boolean(),
  }),
  'hold-hearing': fc.record({ minutes: text }),
  'note-part-granted': fc.constant({ granted: ['NRB-L07'] }),
  'erase-agent': fc.record({ reason: text }),
  'note-licence-ended': fc.record({ licenceState: maybe(fc.constantFrom('valid', 'revoked', 'cancelled')) }),
  bill: fc.record({
    charge,
    quantity: fc.constantFrom(1, 200, 100_000),
    amount: maybe(yuan),
    basis: maybe(text),
  }),
  'no-charge': fc.record({ charge: maybe(charge), reason: text }),
  pay: fc.record({ charge: maybe(charge), amount: yuan, method: fc.constant('cash'), receipt: text }),
  exempt: fc.record({ charge: maybe(charge), amount: maybe(fc.constantFrom(0, 20, 20, 60)), basis: text, reason: text }),
  'order-refund': fc.record({ charge: maybe(charge), amount: yuan, reason: text }),
  'withdraw-refund-order': fc.record({ charge: maybe(charge), reason: text }),
  refund: fc.record({ charge: maybe(charge), amount: yuan }),
  'cancel-bill': fc.record({ charge: maybe(charge), reason: text }),
  'dispute-remit': fc.record({ step, organ, reason: text }),
  arbitrate: fc.record({ step, organ, reason: text }),
  decide: fc.record({ outcome, reason: text, way: maybe(text), departure: maybe(text), months: maybe(fc.constantFrom(1, 1200)) }),
  forward: fc.record({ opinion: fc.constantFrom('agree', 'agree-with-conditions', 'disagree'), text }),
  'record-superior-decision': fc.record({ outcome, reason: text, paper: text, way: maybe(text) }),
  'hand-in-papers': fc.record({ papers, files }),
  deliver: fc.record({
    method: fc.constantFrom('in-person', 'agent', 'electronic'),
    recipient: text,
    relation: maybe(fc.constantFrom('adult-family', 'nominee')),
    idType: maybe(fc.constantFrom('resident-id', 'credit-code')),
    idNumber: maybe(fc.constantFrom('110101198508120008', 'x')),
    proof: text,
  }),
  'serve-by-notice': fc.record({ ground: fc.constantFrom('whereabouts-unknown', 'other-ways-failed'), reason: text, place: text }),
  withdraw: fc.record({ reason: text, signed: fc.boolean() }),
  rectify: fc.record({ seq: fc.constantFrom(1, 2, 99), text, reason: text }),
  revoke: fc.record({ ground: fc.constantFrom('unlawful-grant', 'public-interest'), basis: text, reason: text, way: text }),
  'check-papers': fc.record({ seen: papers, returned: papers }),
  'sign-for-papers': fc.record({ note: maybe(text) }),
  'acknowledge-supervision': fc.record({ note: maybe(text) }),
  'conclude-on-the-spot': fc.record({ text, recipient: maybe(text), months: maybe(fc.constant(12)), 'no-charge': maybe(text) }),
};
