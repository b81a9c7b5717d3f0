import type { RefusalBook } from '../../kernel/decision.ts';
import type { Text } from '../../kernel/text.ts';

/** Every "no" of the institution, with the way forward. */
export const refusalWords = {
  'till-cashier-only': {
    status: 403,
    title: { zh: '只有统一收费岗盘点现金。', en: 'Only the cashier counts the till.' },
    next: { zh: '请由列出的收费岗位盘点。', en: 'The cashier’s seats listed can do it.' },
    basis: 'S3-37',
  },
  'till-not-yours-to-see': {
    status: 403,
    title: { zh: '盘点只给收费岗、政务中心和监督部门看。', en: 'The count is for the cashier, the centre and those who supervise.' },
    next: { zh: '请找列出的收费岗位。', en: 'Ask the cashier’s seats listed.' },
    basis: 'S3-37, S3-44',
  },
  'till-reviewer-only': {
    status: 403,
    title: {
      zh: '只有收费窗口所在单位的科长或负责人复核盘点。',
      en: 'Only a section head or head of the cashier’s organ reviews the count.',
    },
    next: { zh: '请由列出的岗位复核。', en: 'The seats listed can review it.' },
    basis: 'S3-44, P15',
  },
  'till-own-count': {
    status: 403,
    title: { zh: '自己盘点的不能自己复核。', en: 'Nobody reviews a count of his own.' },
    next: { zh: '请由另一人复核。', en: 'Another person reviews it.' },
    basis: 'S3-44',
  },
  'till-day-to-come': {
    status: 422,
    title: { zh: '{day} 还没有到，不能盘点。', en: '{day} has not come yet and cannot be counted.' },
    next: { zh: '请选今天或者以前的日子。', en: 'Choose today or a day before.' },
    basis: 'P15',
  },
  'till-counted-already': {
    status: 409,
    title: { zh: '这一天已经盘点过（{count}）。', en: 'That day was counted already ({count}).' },
    next: { zh: '数错了或者后来又收了钱，请用“重新盘点”。', en: 'If it was miscounted or money moved since, count again.' },
    basis: 'P15',
  },
  'till-reason-needed': {
    status: 422,
    title: { zh: '现金和记录差 {yuan} 元，要写明原因。', en: 'Cash and records differ by {yuan} yuan: say why.' },
    next: {
      zh: '再数一遍；仍然不符，写明查到的原因或者“原因不明”。',
      en: 'Count once more; if it still differs, write what was found, or that it is unknown.',
    },
    basis: 'S3-44, P15',
  },
  'till-reviewed': {
    status: 409,
    title: { zh: '这一天的盘点已经复核，不能再改。', en: 'The count of that day was reviewed and stands.' },
    next: { zh: '后来发现的差错记在发现那天的盘点里。', en: 'What is found later stands in the count of the day on which it is found.' },
    basis: 'P15',
  },
  'till-money-moved': {
    status: 409,
    title: {
      zh: '盘点以后这一天的钱又有变动：当时记录 {before} 元，现在 {now} 元。',
      en: 'Money of that day has moved since the count: {before} yuan by the records then, {now} now.',
    },
    next: { zh: '请收费岗重新盘点以后再复核。', en: 'The cashier counts again; then it is reviewed.' },
    basis: 'P15',
  },
} as const satisfies RefusalBook;

type Named = Readonly<Record<string, Text>>;

export const openingWords: Text = { zh: '盘点现金', en: 'Count the till' };
export const actionWords = {
  recount: { zh: '重新盘点', en: 'Count again' },
  review: { zh: '复核', en: 'Review' },
} as const satisfies Named;

export const methodWords = {
  cash: { zh: '现金', en: 'cash' },
  card: { zh: '银行卡', en: 'card' },
  transfer: { zh: '转账', en: 'transfer' },
  mobile: { zh: '手机支付', en: 'mobile' },
} as const satisfies Named;

/** Heads of the list of counts as it is taken away, and its name. */
export const listHeads = {
  name: { zh: '日终盘点', en: 'till counts' },
  day: { zh: '日期', en: 'Day' },
  clerk: { zh: '盘点人', en: 'Counted by' },
  at: { zh: '盘点时间', en: 'Counted at' },
  times: { zh: '盘点次数', en: 'Times counted' },
  float: { zh: '备用金（元）', en: 'Float (yuan)' },
  counted: { zh: '实点（元）', en: 'Counted (yuan)' },
  cash: { zh: '记录中的现金（元）', en: 'Cash by the records (yuan)' },
  card: { zh: '银行卡（元）', en: 'Card (yuan)' },
  transfer: { zh: '转账（元）', en: 'Transfer (yuan)' },
  mobile: { zh: '手机支付（元）', en: 'Mobile (yuan)' },
  difference: { zh: '长款（+）短款（-）（元）', en: 'Over (+) or short (-) (yuan)' },
  reason: { zh: '原因', en: 'Reason' },
  reviewer: { zh: '复核人', en: 'Reviewed by' },
  reviewed: { zh: '复核时间', en: 'Reviewed at' },
} as const satisfies Named;

/** The same of the day's money by method. */
export const methodHeads = {
  name: { zh: '当天各种收款方式', en: 'money by method' },
  method: { zh: '收款方式', en: 'Method' },
  payments: { zh: '笔数', en: 'Payments' },
  paid: { zh: '收（元）', en: 'Paid (yuan)' },
  returned: { zh: '退（元）', en: 'Given back (yuan)' },
  net: { zh: '净（元）', en: 'Net (yuan)' },
} as const satisfies Named;

export const apiWords = {
  group: { zh: '日终盘点', en: 'The till' },
  till: {
    zh: '一天的盘点：记录中各种收款方式的钱，和数出来的现金',
    en: 'A day’s count: money by method as the records have it, and the cash as counted',
  },
  methods: { zh: '一天的钱，按收款方式', en: 'The money of a day, by method' },
  counts: { zh: '盘点清单', en: 'Counts of the till' },
  count: { zh: '盘点现金，或者重新盘点', en: 'Count the till, or count it again' },
  review: { zh: '复核盘点', en: 'Review a count' },
  day: { zh: '哪一天；不写就是今天', en: 'The day; today where it is absent' },
  float: { zh: '备用金，元', en: 'The float of the morning, yuan' },
  counted: { zh: '数出来的现金，元，含备用金', en: 'Cash as counted, yuan, the float included' },
  again: { zh: 'true：已经盘点过，重新盘点', en: 'true: it was counted, and is counted again' },
  reason: { zh: '差额的原因', en: 'Why it differs' },
  note: { zh: '说明', en: 'A note' },
} as const satisfies Named;
