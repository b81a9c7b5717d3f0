import type { Text } from '../../../kernel/text.ts';

export const billStateWords = {
  due: { zh: '待缴', en: 'open' },
  paid: { zh: '已缴', en: 'paid' },
  reduced: { zh: '已减', en: 'reduced' },
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
  reduced: { zh: '其中已减征（元）', en: 'Reduced before by (yuan)' },
  state: { zh: '情况', en: 'State' },
  billed: { zh: '开单日', en: 'Billed on' },
  settled: { zh: '结清日', en: 'Settled on' },
  method: { zh: '缴费方式', en: 'Paid by' },
  receipt: { zh: '票据号', en: 'Receipt' },
  cashier: { zh: '收费人', en: 'Cashier' },
  'waived-by': { zh: '减免批准人', en: 'Waived by' },
  basis: { zh: '减免依据', en: 'Basis of the waiver' },
  reason: { zh: '减免理由', en: 'Reason of the waiver' },
  'before-yuan': { zh: '日初待缴（元）', en: 'Open before (yuan)' },
  'billed-yuan': { zh: '当天开单（元）', en: 'Billed (yuan)' },
  'cancelled-yuan': { zh: '当天作废（元）', en: 'Cancelled (yuan)' },
  'reduced-yuan': { zh: '减征（元）', en: 'Reduced (yuan)' },
  'exempted-yuan': { zh: '免征（元）', en: 'Exempted (yuan)' },
  'open-yuan': { zh: '日终待缴（元）', en: 'Open after (yuan)' },
  paid: { zh: '收费笔数', en: 'Payments' },
  'paid-yuan': { zh: '收费（元）', en: 'Paid (yuan)' },
  exempted: { zh: '免除笔数', en: 'Exemptions' },
  'refunded-yuan': { zh: '退费（元）', en: 'Refunded (yuan)' },
  'net-yuan': { zh: '净额（元）', en: 'Net (yuan)' },
  'journal-yuan': { zh: '记录中的净额（元）', en: 'Net by the journal (yuan)' },
  'difference-yuan': { zh: '差额（元）', en: 'Difference (yuan)' },
} as const satisfies Readonly<Record<string, Text>>;
