import type { RefusalBook } from '../../../kernel/decision.ts';
import { law } from './law.ts';

/** Deciding, alone and in bulk. */
export const decisionRefusals = {
  'reason-needed': {
    status: 422,
    title: { zh: '不予许可须说明理由和下一步怎么办。', en: 'A refusal needs reasons and a way forward.' },
    next: { zh: '请填写理由和出路。', en: 'Give both.' },
    basis: `${law('38')}; S1-65`,
  },
  'against-opinions': {
    status: 422,
    title: { zh: '决定与审查意见不一致，须写明理由。', en: 'The decision departs from the opinions and must say why.' },
    next: {
      zh: '请在“与审查意见不一致时，说明为什么”（departure）一栏写明为什么不采纳。',
      en: 'Say why they were not followed, in the field “Where it departs from the opinions: why” (departure).',
    },
  },
  'forwarded-item': {
    status: 409,
    title: { zh: '本事项由上级决定，县里只初审上报。', en: 'A superior decides this item; the county only pre-examines.' },
    next: { zh: '请上报，再登记上级决定。', en: "Forward it, then record the superior's decision." },
    basis: `${law('43')}; P8`,
  },
  'not-forwarded': {
    status: 409,
    title: { zh: '这件事没有上报。', en: 'This matter was not forwarded.' },
    next: {
      zh: '县里决定的事项直接决定；上级决定的先上报。',
      en: 'What the county decides is decided here; what a superior decides is sent up first.',
    },
  },
  'not-decided': {
    status: 409,
    title: { zh: '还没有作出决定。', en: 'No decision has been made.' },
    next: { zh: '决定以后才能送达。', en: 'Deliver after the decision.' },
  },
  'already-delivered': {
    status: 409,
    title: { zh: '决定已经送达。', en: 'The decision has been delivered.' },
    next: { zh: '不需要再送达；要副本的，从办件中下载。', en: 'Nothing is left to deliver; a copy can be fetched from the matter.' },
  },
  'decision-made': {
    status: 409,
    title: { zh: '决定已经作出，不用再起草。', en: 'The decision is made; there is nothing to draft any more.' },
    next: { zh: '可以下载正式文本。', en: 'Its paper can be fetched.' },
  },
  'superior-recorded': {
    status: 409,
    title: { zh: '上级的决定已经登记。', en: "The superior's decision is on record already." },
    next: { zh: '接下来送达。', en: 'It is delivered next.' },
  },
  'papers-outstanding': {
    status: 409,
    title: { zh: '容缺的材料还没有补齐：{papers}。', en: 'Papers to follow are still missing: {papers}.' },
    next: { zh: '补齐以后才能发证。', en: 'Nothing is delivered before they arrive.' },
    basis: 'P5',
  },
  'bulk-papers-missing': {
    status: 409,
    title: { zh: '材料还不齐：{papers}，不批量办。', en: 'Papers are still missing: {papers}; not done in bulk.' },
    next: { zh: '打开这一件：补正、容缺或者说明后单独办理。', en: 'Open this one: ask for them, let them follow, or act on it by itself.' },
    basis: 'P9, S3-30',
  },
  'bulk-step-incomplete': {
    status: 409,
    title: {
      zh: '还有协办单位没有答复：{organs}，牵头意见不批量签。',
      en: 'Assisting organs have not answered: {organs}; the lead’s opinion is not signed in bulk.',
    },
    next: { zh: '等他们答复，或者打开这一件单独办理。', en: 'Wait for them, or open this one and act on it by itself.' },
    basis: 'S3-36',
  },
  'no-papers-outstanding': {
    status: 409,
    title: { zh: '没有待补的容缺材料。', en: 'No papers are to follow.' },
    next: { zh: '不需要补。', en: 'Nothing to hand in.' },
  },
  'closed-matter': {
    status: 409,
    title: { zh: '这件事已经办结。', en: 'This matter is closed.' },
    next: { zh: '办结的事只能更正差错，不能再改动。', en: 'A closed matter can only be rectified.' },
  },
} as const satisfies RefusalBook;
