import type { Text } from '../../../kernel/text.ts';

/** Names of the lists behind the board's and the wall's numbers, and heads of their columns. */
export const rowsWords = {
  held: { zh: '在办的件', en: 'open matters' },
  decided: { zh: '已决定的件', en: 'decided matters' },
  late: { zh: '超过承诺期限的决定', en: 'decisions after the promised day' },
  bills: { zh: '待缴费单', en: 'bills not yet settled' },
  found: { zh: '查找结果', en: 'found matters' },
  items: { zh: '查找到的事项', en: 'found items' },
  decidedOn: { zh: '决定日', en: 'Decided' },
  days: { zh: '自然日', en: 'Calendar days' },
  promised: { zh: '承诺期限', en: 'Promised day' },
  kept: { zh: '按时', en: 'In time' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  'no-promise': { zh: '没有承诺', en: 'no promise' },
  outcome: { zh: '决定', en: 'Decision' },
  granted: { zh: '准予', en: 'granted' },
  refused: { zh: '不予', en: 'refused' },
  charge: { zh: '收费项目', en: 'Charge' },
  yuan: { zh: '金额（元）', en: 'Amount (yuan)' },
  billed: { zh: '开单日', en: 'Billed' },
  status: { zh: '到哪一步', en: 'State' },
  id: { zh: '事项编码', en: 'Item code' },
} as const satisfies Readonly<Record<string, Text>>;
