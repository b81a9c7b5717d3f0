import type { RefusalBook } from '../../../kernel/decision.ts';
import { law } from './law.ts';

/** Whose matter it is, and disputes over it. */
export const remitRefusals = {
  'organ-unknown': {
    status: 422,
    title: { zh: '没有机构 {organ}。', en: 'There is no organ {organ}.' },
    next: { zh: '请从机构名录中选择。', en: 'Choose from the register of organs.' },
  },
  'organ-is-own': {
    status: 422,
    title: { zh: '{organ} 正是本事项的主管机关。', en: "{organ} is this item's own organ." },
    next: { zh: '请指明另一个有权机关，或受理。', en: 'Name another competent organ, or accept.' },
    basis: law('32'),
  },
  'organ-without-signers': {
    status: 422,
    title: { zh: '{organ} 今天没有能签署这个环节的人。', en: '{organ} has nobody today who could sign this step.' },
    next: { zh: '请裁定给有承办、审核、批准岗位的机构。', en: 'Rule for an organ that has the seats for it.' },
    basis: 'S3-32',
  },
  'organ-leads-already': {
    status: 422,
    title: { zh: '{organ} 是这件事的主办部门。', en: '{organ} leads in this matter.' },
    next: {
      zh: '主办部门不能协办自己的事；请裁定给另一个机构，或维持原单位。',
      en: 'Nobody assists itself: rule for another organ, or for the one that disputes it.',
    },
    basis: 'S0-24',
  },
  'organ-assists-already': {
    status: 422,
    title: { zh: '{organ} 已经在协办这件事。', en: '{organ} assists in this matter already.' },
    next: { zh: '请裁定给另一个机构，或维持原单位。', en: 'Rule for another organ, or for the one that disputes it.' },
    basis: 'S0-24',
  },
  'already-in-dispute': {
    status: 409,
    title: { zh: '该环节已在裁定中。', en: 'This step is in dispute already.' },
    next: { zh: '等裁定。', en: 'Wait for the ruling.' },
  },
  'dispute-settled': {
    status: 409,
    title: { zh: '职责已经裁定，不能再推。', en: 'The remit has been ruled on and cannot be pushed on.' },
    next: { zh: '请按裁定办理。', en: 'Handle it as ruled.' },
    basis: 'S1-14, S3-32',
  },
  'no-dispute': {
    status: 409,
    title: { zh: '没有待裁定的职责争议。', en: 'There is no dispute to rule on.' },
    next: { zh: '不需要裁定。', en: 'Nothing to rule on.' },
  },
} as const satisfies RefusalBook;
