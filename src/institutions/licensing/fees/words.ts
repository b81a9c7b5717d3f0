import type { Text } from '../../../kernel/text.ts';

export const billStateWords = {
  due: { zh: '待缴', en: 'open' },
  paid: { zh: '已缴', en: 'paid' },
  exempted: { zh: '已免', en: 'exempted' },
  refunded: { zh: '已退', en: 'refunded' },
} as const satisfies Readonly<Record<string, Text>>;

export const methodWords = {
  cash: { zh: '现金', en: 'cash' },
  card: { zh: '银行卡', en: 'card' },
  transfer: { zh: '转账', en: 'transfer' },
  mobile: { zh: '手机支付', en: 'mobile' },
} as const satisfies Readonly<Record<string, Text>>;

export const feeLists = {
  bills: { zh: '缴费单', en: 'bills' },
  reconciliation: { zh: '收费日清', en: 'reconciliation' },
} as const satisfies Readonly<Record<string, Text>>;

export const feeHeads = {
  matter: { zh: '办件编号', en: 'Number' },
  item: { zh: '事项', en: 'Item' },
  payer: { zh: '缴费人', en: 'Payer' },
  organ: { zh: '执收单位', en: 'Organ' },
  charge: { zh: '收费项目', en: 'Charge' },
  amount: { zh: '金额（元）', en: 'Amount (yuan)' },
  state: { zh: '情况', en: 'State' },
  billed: { zh: '开单日', en: 'Billed on' },
  settled: { zh: '结清日', en: 'Settled on' },
  method: { zh: '缴费方式', en: 'Paid by' },
  receipt: { zh: '票据号', en: 'Receipt' },
  cashier: { zh: '收费人', en: 'Cashier' },
  paid: { zh: '收费笔数', en: 'Payments' },
  'paid-yuan': { zh: '收费（元）', en: 'Paid (yuan)' },
  exempted: { zh: '免除笔数', en: 'Exemptions' },
  'refunded-yuan': { zh: '退费（元）', en: 'Refunded (yuan)' },
  'net-yuan': { zh: '净额（元）', en: 'Net (yuan)' },
  'journal-yuan': { zh: '记录中的净额（元）', en: 'Net by the journal (yuan)' },
  'difference-yuan': { zh: '差额（元）', en: 'Difference (yuan)' },
} as const satisfies Readonly<Record<string, Text>>;
