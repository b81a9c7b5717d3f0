import { idTypeNames } from '../../../kernel/organisation/words.ts';
import type { Text } from '../../../kernel/text.ts';
import { REVOCATION_GROUNDS } from '../rules/facts.ts';
import { type ApplicantKind, BEGINS_VALIDITY, RELATIONS_OF } from '../rules/state.ts';
import type { Inputs } from '../schema.ts';
import type { ActionName } from '../words/acts.ts';
import { noticeGroundWords, opinionWords, outcomeWords, relationWords, revocationWords } from '../words/said.ts';
import { words } from './words.ts';

export type FieldKind =
  | 'opinion'
  | 'sentence'
  | 'long'
  | 'date'
  | 'yuan'
  | 'number'
  | 'quantity'
  | 'choice'
  | 'tick'
  | 'step'
  | 'organ'
  | 'ground'
  | 'charge'
  | 'bill'
  | 'time'
  | 'moderator'
  | 'party'
  | 'papers'
  | 'follow'
  | 'demands'
  | 'parties';

/** One field of an action's form, named as the action's input names it. */
export interface Field<N extends string = string> {
  readonly name: N;
  readonly kind: FieldKind;
  readonly label: Text;
  readonly optional?: true;
  readonly options?: readonly { readonly value: string; readonly label: Text }[];
  /** Asked only where another field has this value. */
  readonly when?: readonly [field: string, value: string];
  /** Which of the options there are for an applicant of each kind, where not all. */
  readonly fits?: Readonly<Record<ApplicantKind, readonly string[]>>;
  /** Asked only in these cases of an item. */
  readonly cases?: readonly string[];
}

type Fields = { readonly [A in ActionName]: readonly Field<keyof Inputs[A] & string>[] };

const options = <V extends string>(names: Readonly<Record<V, Text>>, values = Object.keys(names) as V[]) =>
  values.map((value) => ({ value, label: names[value] }));

const field = <N extends string>(name: N, kind: FieldKind, label: Text, more: Omit<Field, 'name' | 'kind' | 'label'> = {}): Field<N> => ({
  name,
  kind,
  label,
  ...more,
});
const { 'credit-code': _firms, ...personalIds } = idTypeNames;
const optional = { optional: true } as const;
const step = field('step', 'step', words['field-step'], optional);
/** Asked only where several are open. */
const whichBill = field('charge', 'bill', words['field-which-bill'], optional);
const reason = field('reason', 'sentence', words['field-reason']);
const way = field('way', 'sentence', words['field-way']);
const months = field('months', 'number', words['field-months'], { ...optional, cases: BEGINS_VALIDITY });
const opinion = field('opinion', 'opinion', words['field-opinion'], { options: options(opinionWords) });
const text = field('text', 'long', words['field-text']);
const signature = [step, opinion, text] as const;
const outcome = field('outcome', 'choice', words['field-outcome'], { options: options(outcomeWords) });

/** How each action is asked for: typed by the action's own input, so that no field is misspelt. */
export const fields: Fields = {
  accept: [],
  'accept-with-papers-to-follow': [
    field('papers', 'follow', words['field-papers-follow']),
    field('by', 'date', words['field-by']),
    field('undertaking', 'tick', words['field-undertaking']),
  ],
  'request-correction': [field('items', 'demands', words['field-demands']), way],
  correct: [field('papers', 'papers', words['field-papers-here'], optional), field('note', 'sentence', words['field-note'], optional)],
  'reject-remit': [field('organ', 'organ', words['field-organ-right']), reason, way],
  'reject-no-permit-needed': [reason, way],
  propose: signature,
  check: signature,
  approve: signature,
  'send-back': [step, reason],
  pause: [field('ground', 'ground', words['field-ground']), field('expected', 'date', words['field-expected']), reason],
  resume: [field('note', 'sentence', words['field-note'])],
  bill: [
    field('charge', 'charge', words['field-charge']),
    field('quantity', 'quantity', words['field-quantity'], optional),
    field('amount', 'yuan', words['field-amount-formula'], optional),
    field('basis', 'sentence', words['field-assessment'], optional),
  ],
  'no-charge': [field('charge', 'charge', words['field-ruled-out'], optional), reason],
  pay: [
    whichBill,
    field('amount', 'yuan', words['field-amount']),
    field('method', 'choice', words['field-method'], {
      options: [
        { value: 'cash', label: words['pay-cash'] },
        { value: 'card', label: words['pay-card'] },
        { value: 'transfer', label: words['pay-transfer'] },
        { value: 'mobile', label: words['pay-mobile'] },
      ],
    }),
    field('receipt', 'sentence', words['field-receipt']),
  ],
  exempt: [whichBill, field('amount', 'yuan', words['field-waived'], optional), field('basis', 'sentence', words['field-basis']), reason],
  'order-refund': [whichBill, field('amount', 'yuan', words['field-amount']), reason],
  'withdraw-refund-order': [whichBill, reason],
  refund: [whichBill, field('amount', 'yuan', words['field-amount'])],
  'cancel-bill': [whichBill, reason],
  extend: [reason],
  'dispute-remit': [step, field('organ', 'organ', words['field-organ-right']), reason],
  arbitrate: [step, field('organ', 'organ', words['field-organ-ruled']), reason],
  decide: [
    outcome,
    field('reason', 'long', words['field-reason']),
    field('way', 'sentence', words['field-way'], { when: ['outcome', 'refused'] }),
    field('conditions', 'long', words['field-conditions'], { optional: true, when: ['outcome', 'granted'] }),
    { ...months, when: ['outcome', 'granted'] },
    field('departure', 'sentence', words['field-departure'], optional),
  ],
  'draft-decision': [
    outcome,
    field('reason', 'long', words['field-reason']),
    field('way', 'sentence', words['field-way'], { optional: true, when: ['outcome', 'refused'] }),
    field('conditions', 'long', words['field-conditions'], { optional: true, when: ['outcome', 'granted'] }),
  ],
  forward: [opinion, text],
  'record-superior-decision': [
    outcome,
    field('reason', 'long', words['field-reason']),
    field('paper', 'sentence', words['field-paper']),
    field('way', 'sentence', words['field-way'], { when: ['outcome', 'refused'] }),
  ],
  'hand-in-papers': [field('papers', 'papers', words['field-papers-here'], optional)],
  deliver: [
    field('method', 'choice', words['field-way-served'], {
      options: [
        { value: 'in-person', label: words['serve-in-person'] },
        { value: 'post', label: words['serve-post'] },
        { value: 'electronic', label: words['serve-electronic'] },
        { value: 'agent', label: words['serve-agent'] },
        { value: 'left-with-witness', label: words['serve-left-with-witness'] },
      ],
    }),
    field('recipient', 'sentence', words['field-recipient']),
    field('relation', 'choice', words['field-relation'], { optional: true, options: options(relationWords), fits: RELATIONS_OF }),
    field('idType', 'choice', words['field-id-type'], { optional: true, options: options(personalIds) }),
    field('idNumber', 'sentence', words['field-id-number'], optional),
    field('proof', 'sentence', words['field-proof']),
  ],
  'serve-by-notice': [
    field('ground', 'choice', words['field-notice-ground'], { options: options(noticeGroundWords) }),
    field('reason', 'sentence', words['field-notice-tried']),
    field('place', 'sentence', words['field-notice-place']),
  ],
  withdraw: [reason, field('signed', 'tick', words['field-signed'])],
  rectify: [field('seq', 'number', words['field-seq']), text, reason],
  'tell-third-parties': [
    field('parties', 'parties', words['field-parties']),
    field('what', 'sentence', words['field-what']),
    field('hearing', 'tick', words['field-hearing'], optional),
  ],
  'record-statement': [
    field('from', 'choice', words['field-from'], {
      options: [
        { value: 'applicant', label: words['the-applicant'] },
        { value: 'third-party', label: words['a-third-party'] },
      ],
    }),
    field('party', 'party', words['field-party'], { ...optional, when: ['from', 'third-party'] }),
    text,
    field('hearing', 'tick', words['field-hearing-asked'], optional),
    field('waives-hearing', 'tick', words['field-hearing-waived'], optional),
    field('signed', 'tick', words['field-waiver-signed'], optional),
  ],
  'notify-hearing': [
    field('day', 'date', words['field-day-held']),
    field('time', 'time', words['field-time']),
    field('place', 'sentence', words['field-place']),
    field('moderator', 'moderator', words['field-moderator']),
    field('announced', 'tick', words['field-announced'], optional),
  ],
  'hold-hearing': [field('minutes', 'long', words['field-minutes'])],
  'erase-agent': [reason],
  'note-part-granted': [],
  'note-licence-ended': [],
  revoke: [
    field('ground', 'choice', words['field-revocation'], { options: options(revocationWords, [...REVOCATION_GROUNDS]) }),
    field('basis', 'sentence', words['field-basis']),
    field('reason', 'long', words['field-reason']),
    way,
  ],
  'check-papers': [
    field('seen', 'papers', words['field-originals-seen'], optional),
    field('returned', 'papers', words['field-originals-returned'], optional),
  ],
  'sign-for-papers': [field('note', 'sentence', words['field-note'], optional)],
  'acknowledge-supervision': [field('note', 'sentence', words['field-note'], optional)],
  'conclude-on-the-spot': [
    text,
    field('recipient', 'sentence', words['field-recipient'], optional),
    months,
    field('no-charge', 'sentence', words['field-no-charge'], optional),
  ],
};

/** The form of an action; for an applicant of a known kind with the options that fit, of a known case with what is asked in it. */
export const fieldsOf = (
  action: string,
  { applicant, handling }: { applicant?: ApplicantKind; handling?: string } = {},
): readonly Field[] =>
  (Object.hasOwn(fields, action) ? (fields[action as ActionName] as readonly Field[]) : []).flatMap((one) => {
    if (handling !== undefined && one.cases?.includes(handling) === false) return [];
    return one.fits && applicant ? { ...one, options: one.options?.filter(({ value }) => one.fits![applicant].includes(value)) } : one;
  });
