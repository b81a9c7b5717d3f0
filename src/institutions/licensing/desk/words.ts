import { lightWords } from '../../../kernel/matter/words.ts';
import type { Text } from '../../../kernel/text.ts';

/** What waits on a desk, by the step's name before the colon. */
export const stepWords = {
  accept: { zh: '受理', en: 'Acceptance' },
  lead: { zh: '主办审查', en: 'Examination by the lead' },
  assist: { zh: '协办审查', en: 'Examination by an assisting organ' },
  arbitrate: { zh: '职责裁定', en: 'Ruling on the remit' },
  hearing: { zh: '举行听证', en: 'Hearing' },
  decide: { zh: '决定', en: 'Decision' },
  forward: { zh: '上报', en: 'Forwarding to the superior' },
  superior: { zh: '登记上级决定', en: "Recording the superior's decision" },
  pay: { zh: '缴费', en: 'Fee' },
  bill: { zh: '开缴费单', en: 'Billing' },
  deliver: { zh: '送达', en: 'Delivery' },
  refund: { zh: '退费', en: 'Refund' },
  supervise: { zh: '监管签收', en: 'Supervision to be acknowledged' },
} as const satisfies Readonly<Record<string, Text>>;
export type StepName = keyof typeof stepWords;

/** Heads of the columns of a list that is taken away, and its name. */
export const deskHeads = {
  name: { zh: '待办', en: 'desk' },
  matter: { zh: '办件编号', en: 'Number' },
  item: { zh: '事项', en: 'Item' },
  applicant: { zh: '申请人', en: 'Applicant' },
  step: { zh: '环节', en: 'Step' },
  organ: { zh: '办理机构', en: 'Organ' },
  light: { zh: '状态灯', en: 'Light' },
  due: { zh: '到期日', en: 'Due' },
  opened: { zh: '到岗时间', en: 'On this desk since' },
  received: { zh: '收件时间', en: 'Received' },
  owner: { zh: '现由谁持有', en: 'Held by' },
} as const satisfies Readonly<Record<string, Text>>;

export const boardHeads = {
  name: { zh: '红绿灯看板', en: 'board' },
  code: { zh: '机构代码', en: 'Code' },
  organ: { zh: '机构', en: 'Organ' },
  open: { zh: '在办', en: 'Open' },
  ...lightWords,
  median: { zh: '收件到决定中位数（自然日，近 90 天）', en: 'Median, receipt to decision (calendar days, last 90)' },
  decided30: { zh: '近 30 天决定', en: 'Decided, last 30 days' },
  kept30: { zh: '其中按承诺', en: 'Of these within the promise' },
  totals: { zh: '全县', en: 'The county' },
} as const satisfies Readonly<Record<string, Text>>;
