import { z } from 'zod';
import { isLocalDate } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { checkId, ID_TYPES } from '../../kernel/organisation/index.ts';
import { nameText, plainText, shortCode, shortText } from '../../kernel/plain-text.ts';
import { NOTICE_GROUNDS, RELATIONS, REVOCATION_GROUNDS } from './rules/state.ts';

const says = (code: string) => ({ params: { code } });
/** A number that does not fit is no missing one: its field says what fits. */
const number = (least: 0 | 1, most: number) =>
  z
    .number()
    .refine((n) => n >= least, says(least === 0 ? 'at-least-zero' : 'at-least-one'))
    .refine((n) => n <= most, says('too-large-number'));
const whole = (most: number) => number(1, most).refine(Number.isInteger, says('not-whole'));
/** A quantity as it is measured: 37.5 square metres, three decimals at most. */
const measured = (most: number) =>
  z
    .number()
    .refine((n) => n <= most, says('too-large-number'))
    .refine((n) => n > 0 && Math.abs(n * 1000 - Math.round(n * 1000)) < 1e-6, says('not-measured'));
const sentence = plainText(2000);
const longText = plainText(5000);
const date = z
  .string()
  .refine(isLocalDate, { params: { code: 'not-a-date' } })
  .transform((d) => d as LocalDate);

const time = shortText(5).refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), says('not-a-time'));

/** Seven to twenty digits, as people write them: `0826-1234567`, `+86 139 0000 0001`. */
const phone = shortText(40).refine((text) => /^[+\d\s()（）-]+$/.test(text) && /^\d{7,20}$/.test(text.replace(/\D/g, '')), {
  params: { code: 'not-a-phone' },
});

const identified = z.strictObject({
  name: nameText(100),
  idType: z.enum(ID_TYPES),
  idNumber: shortText(40),
  phone: phone.optional(),
});

/** The number as its own check digit has it. */
function checkedId<W extends z.output<typeof identified>>(who: W, check: z.RefinementCtx): W {
  const result = checkId(who.idType, who.idNumber);
  if (result.ok) return { ...who, idNumber: result.number };
  const code = result.code.endsWith('-check') ? 'check-digit' : result.code.endsWith('birth-date') ? 'birth-date' : 'shape';
  check.addIssue({ code: 'custom', path: ['idNumber'], message: code, params: { code } });
  return z.NEVER;
}

const applicantFields = identified.extend({ kind: z.enum(['person', 'firm']) });
/** The kind of document before its number: of a document that does not fit the number need not. */
const applicant = applicantFields
  .superRefine((who, check) => {
    const fits = who.kind === 'firm' ? who.idType === 'credit-code' : who.idType !== 'credit-code';
    if (!fits) check.addIssue({ code: 'custom', path: ['idType'], message: 'kind-differs', params: { code: 'kind-differs' } });
  })
  .transform(checkedId<z.output<typeof applicantFields>>);

export const fileMark = z.object({ id: z.string(), material: shortCode(), digest: z.string() });

const declarations = z.array(shortCode()).max(60).default([]);

/** What the server alone fills in; from a caller each is a field that there is not. The file marks are made of the files sent. */
export const SERVERS = {
  filing: ['person', 'code', 'together', 'licenceRecord'],
  acting: ['identity', 'granted', 'licenceState', 'used'],
} as const;

/** What an applicant or a clerk sends, and what the server adds to it (`SERVERS`). */
export const fileMatter = z.object({
  item: shortCode(),
  case: z.enum(['new', 'change', 'renewal', 'reissue', 'cancel']).default('new'),
  channel: z.enum(['online', 'window', 'agent']).default('online'),
  applicant,
  /** Somebody who acts for the applicant, with authority in writing. */
  agent: identified
    .transform(checkedId<z.output<typeof identified>>)
    .nullish()
    .transform((agent) => agent ?? undefined),
  form: z
    .record(shortCode(40), plainText(5000, 0))
    .default({})
    .refine((f) => Object.keys(f).length <= 60, { params: { code: 'too-many-fields' } }),
  /** Codes of papers handed in on paper at the window. */
  papers: z.array(shortCode()).max(60).default([]),
  licence: shortCode(80).optional(),
  bundle: shortCode().optional(),
  /** Investment of the project in yuan, where who decides depends on it (P7). */
  amount: number(0, 1e12).multipleOf(0.01).optional(),
  /** Electronic service needs consent (P11). */
  electronicService: z.boolean().default(false),
  /** A clerk records that an organ received it outside the centre (S3-35). */
  outside: z.boolean().default(false),
  /** Certificates that the applicant's declaration replaces, by their codes (P5). */
  declarations,
  files: z.array(fileMark).max(30).default([]),
  person: z.string(),
  code: z.string(),
  /** All items of the bundle that are filed at once; put in by the server. */
  together: z.array(z.string()).optional(),
  /** The licence named, as the register holds it; looked up by the server. */
  licenceRecord: z
    .object({ item: z.string(), from: date.optional(), until: date.optional(), holder: z.string().optional(), open: z.string().optional() })
    .optional(),
});
export type FileMatter = z.output<typeof fileMatter>;

const opinion = z.enum(['agree', 'agree-with-conditions', 'disagree']);
const step = shortCode();
const demand = z.strictObject({ material: shortCode().optional(), what: sentence, how: sentence });
const papers = z.array(shortCode()).min(1).max(60);
const charge = shortCode().optional();
const yuan = number(0, 100_000_000).multipleOf(0.01);

export const inputs = {
  accept: z.object({}),
  'accept-with-papers-to-follow': z.object({ papers, undertaking: z.literal(true), by: date }),
  'request-correction': z.object({ items: z.array(demand).min(1).max(40), way: sentence }),
  correct: z.object({
    papers: z.array(shortCode()).max(60).default([]),
    declarations,
    form: z.record(shortCode(40), plainText(5000, 0)).optional(),
    files: z.array(fileMark).max(30).default([]),
    note: sentence.optional(),
  }),
  'reject-remit': z.object({ organ: shortCode(), reason: sentence, way: sentence }),
  'reject-no-permit-needed': z.object({ reason: sentence, way: sentence }),
  propose: z.object({ step: step.optional(), opinion, text: longText }),
  check: z.object({ step: step.optional(), opinion, text: longText }),
  approve: z.object({ step: step.optional(), opinion, text: longText }),
  'send-back': z.object({ step: step.optional(), reason: sentence }),
  pause: z.object({ ground: shortCode(), expected: date, reason: sentence }),
  resume: z.object({ note: sentence }),
  /** `basis`: how the amount was assessed, where the list names no figure. */
  bill: z.object({ charge: shortCode(), quantity: measured(100_000).optional(), amount: yuan.optional(), basis: sentence.optional() }),
  /** `charge`: which of the item's; absent: all that nobody has answered for. */
  'no-charge': z.object({ charge, reason: sentence }),
  /** `charge`: which bill, where several are open. */
  /** Where the receipt has been used already, the server says on which matter. */
  pay: z.object({
    charge,
    amount: yuan,
    method: z.enum(['cash', 'card', 'transfer', 'mobile']),
    receipt: shortText(60),
    used: z.string().optional(),
  }),
  /** `amount`: only this part of the bill; absent: all of it. */
  exempt: z.object({ charge, amount: yuan.optional(), basis: sentence, reason: sentence }),
  'order-refund': z.object({ charge, amount: yuan, reason: sentence }),
  'withdraw-refund-order': z.object({ charge, reason: sentence }),
  refund: z.object({ charge, amount: yuan }),
  'cancel-bill': z.object({ charge, reason: sentence }),
  extend: z.object({ reason: sentence }),
  'dispute-remit': z.object({ step: step.optional(), organ: shortCode(), reason: sentence }),
  arbitrate: z.object({ step: step.optional(), organ: shortCode(), reason: sentence }),
  decide: z.object({
    outcome: z.enum(['granted', 'refused']),
    reason: longText,
    way: sentence.optional(),
    conditions: longText.optional(),
    months: whole(1200).optional(),
    /** Says why the decision departs from the opinions. */
    departure: sentence.optional(),
  }),
  /** The officer's own words for the decision, before it is made; the template around them is the county's. */
  'draft-decision': z.object({
    outcome: z.enum(['granted', 'refused']),
    reason: longText,
    way: sentence.optional(),
    conditions: longText.optional(),
  }),
  forward: z.object({ opinion, text: longText }),
  'record-superior-decision': z.object({
    outcome: z.enum(['granted', 'refused']),
    reason: longText,
    paper: shortText(80),
    way: sentence.optional(),
  }),
  'hand-in-papers': z.object({ papers: z.array(shortCode()).max(60).default([]), files: z.array(fileMark).max(30).default([]) }),
  deliver: z.object({
    method: z.enum(['in-person', 'post', 'electronic', 'agent', 'left-with-witness']),
    recipient: nameText(100),
    /** Of who receives it for the applicant without being the agent on record, with the document shown. */
    relation: z.enum(RELATIONS).optional(),
    idType: z.enum(ID_TYPES).optional(),
    idNumber: shortText(40).optional(),
    proof: sentence,
  }),
  /** `reason`: what was tried, and how it failed; `place`: where it is published besides the portal. */
  'serve-by-notice': z.object({ ground: z.enum(NOTICE_GROUNDS), reason: sentence, place: shortText(200) }),
  withdraw: z.object({ reason: sentence, signed: z.boolean().default(false) }),
  rectify: z.object({ seq: whole(1_000_000), text: longText, reason: sentence }),
  'tell-third-parties': z.object({
    parties: z
      .array(z.strictObject({ name: nameText(100), contact: shortText(200).optional() }))
      .min(1)
      .max(50),
    what: sentence,
    hearing: z.boolean().default(false),
  }),
  /** `party`: which third party, by number in the order in which they were told; `waives-hearing`: it, or the applicant, wants no hearing (行政许可法 47). */
  'record-statement': z.object({
    from: z.enum(['applicant', 'third-party']),
    party: whole(10_000).optional(),
    text: longText,
    hearing: z.boolean().default(false),
    'waives-hearing': z.boolean().default(false),
    /** A waiver that an officer enters is signed by whoever gives the hearing up (P14). */
    signed: z.boolean().default(false),
  }),
  /** `moderator`: the seat from which it is chaired; `announced`: told to the public too. */
  'notify-hearing': z.object({
    day: date,
    time,
    place: shortText(200),
    moderator: shortCode(),
    announced: z.boolean().default(false),
  }),
  'hold-hearing': z.object({ minutes: longText }),
  /** What stays of the applicant's identity is put together by the server. */
  'erase-agent': z.object({ reason: sentence, identity: z.string().optional() }),
  /** Which other parts of the bundle have been granted is looked up by the server. */
  'note-part-granted': z.object({ granted: z.array(z.string()).default([]) }),
  /** How the licence stands is looked up by the server. */
  'note-licence-ended': z.object({ licenceState: z.enum(['valid', 'revoked', 'cancelled']).optional() }),
  revoke: z.object({ ground: z.enum(REVOCATION_GROUNDS), basis: sentence, reason: longText, way: sentence }),
  /** Codes of papers whose originals were shown, and of those given back. */
  'check-papers': z.object({ seen: z.array(shortCode()).max(60).default([]), returned: z.array(shortCode()).max(60).default([]) }),
  'sign-for-papers': z.object({ note: sentence.optional() }),
  'acknowledge-supervision': z.object({ note: sentence.optional() }),
  'conclude-on-the-spot': z.object({
    text: longText,
    recipient: nameText(100).optional(),
    months: whole(1200).optional(),
    /** Why no charge of the item arises in this case. */
    'no-charge': sentence.optional(),
  }),
} as const;

export type Inputs = { [K in keyof typeof inputs]: z.output<(typeof inputs)[K]> };
