import type { Text } from '../../../kernel/text.ts';

/** How the papers of one intake stand. */
export const handOverStates = {
  'at-window': { zh: '未受理，留窗口', en: 'not accepted yet, at the window' },
  'to-hand-over': { zh: '待签收', en: 'to be signed for' },
  'signed-for': { zh: '已签收', en: 'signed for' },
  'given-back': { zh: '退还申请人', en: 'back to the applicant' },
} as const satisfies Readonly<Record<string, Text>>;
export const agentAuthority: Text = { zh: '授权委托书', en: 'Authority in writing' };
export type HandOverState = keyof typeof handOverStates;

/** Heads of the columns of the hand-over list as it is taken away, and its name. */
export const handOverHeads = {
  name: { zh: '材料交接单', en: 'hand-over of papers' },
  organ: { zh: '接收机构', en: 'Receiving organ' },
  matter: { zh: '办件编号', en: 'Number' },
  item: { zh: '事项', en: 'Item' },
  applicant: { zh: '申请人', en: 'Applicant' },
  papers: { zh: '移交材料', en: 'Papers' },
  count: { zh: '份数', en: 'How many' },
  originals: { zh: '含原件', en: 'Originals among them' },
  clerk: { zh: '移交人', en: 'Handed over by' },
  taken: { zh: '收取时间', en: 'Taken in' },
  state: { zh: '状态', en: 'State' },
  signer: { zh: '签收人', en: 'Signed for by' },
  signed: { zh: '签收时间', en: 'Signed for' },
} as const satisfies Readonly<Record<string, Text>>;

/** The same of the look-ups of earlier data. */
export const lookUpHeads = {
  name: { zh: '查询以前资料的记录', en: 'look-ups of earlier data' },
  at: { zh: '时间', en: 'At' },
  person: { zh: '人员编号', en: 'Person' },
  who: { zh: '谁查的', en: 'Who looked' },
  seat: { zh: '岗位', en: 'Seat' },
  about: { zh: '查的是谁（代号，同一人相同）', en: 'About whom (a mark, the same for the same person)' },
  found: { zh: '查到几件', en: 'Matters found' },
} as const satisfies Readonly<Record<string, Text>>;
