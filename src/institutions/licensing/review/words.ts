import type { Text } from '../../../kernel/text.ts';
import { boardHeads, deskHeads } from '../desk/words.ts';

/** Names of the review lists, heads of their columns, and what stands in them. */
export const reviewHeads = {
  'stand-outs': { zh: '环节签字材料偏多的事项', en: 'items that stand out' },
  deciders: { zh: '各机构的决定由谁作出', en: 'share of decisions by person' },
  code: { zh: '事项编码', en: 'Item code' },
  item: deskHeads.item,
  organ: boardHeads.organ,
  kind: { zh: '办件类型', en: 'Handling type' },
  'on-the-spot': { zh: '即办件', en: 'on the spot' },
  promise: { zh: '承诺件', en: 'with a promise' },
  steps: { zh: '审查环节', en: 'Steps' },
  signatures: { zh: '签字', en: 'Signatures' },
  'signed-before': { zh: '授权表变动前的签字', en: 'Signatures before the table changed' },
  papers: { zh: '材料', en: 'Papers' },
  out: { zh: '偏多的', en: 'Stands out in' },
  'out-in': {
    zh: '{what}（同类一半不超过{median}，超过{bound}为偏多）',
    en: '{what} (half of its kind: {median} at most; usual up to {bound})',
  },
  mark: { zh: '数据', en: 'Source' },
  illustrative: { zh: '示例', en: 'illustrative' },
  person: { zh: '作出决定的人', en: 'Decided by' },
  law: { zh: '逾期未决定，依法视为准予', en: 'by law, as nobody decided in time' },
  decided: { zh: '决定', en: 'Decisions' },
  refused: { zh: '其中不予', en: 'Of these refused' },
  ofOrgan: { zh: '本机构共', en: 'Of the organ’s' },
  percent: { zh: '占百分之', en: 'Percent' },
  comma: { zh: '；', en: '; ' },
} as const satisfies Readonly<Record<string, Text>>;
