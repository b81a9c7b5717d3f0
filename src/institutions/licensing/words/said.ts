import type { Text } from '../../../kernel/text.ts';
import type { NoticeGround, Relation } from '../rules/state.ts';
import { law } from './law.ts';

type Named = Readonly<Record<string, Text>>;

export const statusWords = {
  received: { zh: '已收件，待受理', en: 'Received, waiting for acceptance' },
  'awaiting-correction': { zh: '等申请人补正', en: 'Waiting for the applicant to correct' },
  accepted: { zh: '已受理，审查中', en: 'Accepted, under examination' },
  forwarded: { zh: '已上报，等上级决定', en: 'Forwarded, the superior decides' },
  decided: { zh: '已决定，待送达', en: 'Decided, to be delivered' },
  granted: { zh: '已办结：准予许可', en: 'Closed: granted' },
  refused: { zh: '已办结：不予许可', en: 'Closed: refused' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  revoked: { zh: '许可已撤销', en: 'Licence revoked' },
  'not-our-remit': { zh: '不予受理：不属于本机关', en: 'Not accepted: not our remit' },
  'no-permit-needed': { zh: '不予受理：不需要许可', en: 'Not accepted: no permit needed' },
} as const satisfies Named;

export const factWords = {
  received: { zh: '收件', en: 'Received' },
  'correction-requested': { zh: '一次告知补正', en: 'Correction requested' },
  corrected: { zh: '申请人补正', en: 'Corrected by the applicant' },
  accepted: { zh: '受理', en: 'Accepted' },
  'deemed-accepted': {
    zh: '逾期未告知，自收件之日起视为受理',
    en: 'Deemed accepted from the day of receipt: no answer within five working days',
  },
  rejected: { zh: '不予受理', en: 'Not accepted' },
  proposed: { zh: '承办意见', en: 'Opinion proposed' },
  checked: { zh: '审核', en: 'Opinion checked' },
  approved: { zh: '批准意见', en: 'Opinion approved' },
  'sent-back': { zh: '退回重审', en: 'Sent back' },
  paused: { zh: '暂停计时', en: 'Clock paused' },
  resumed: { zh: '恢复计时', en: 'Resumed' },
  extended: { zh: '延长期限', en: 'Limit extended' },
  billed: { zh: '开出缴费单', en: 'Billed' },
  'charges-ruled-out': { zh: '说明不收费', en: 'Said not to be charged' },
  paid: { zh: '缴费', en: 'Paid' },
  exempted: { zh: '免除费用', en: 'Exempted' },
  reduced: { zh: '减收费用', en: 'Reduced' },
  'refund-ordered': { zh: '批准退费', en: 'Refund ordered' },
  'refund-order-withdrawn': { zh: '撤回退费批准', en: 'Refund order withdrawn' },
  refunded: { zh: '退费', en: 'Refunded' },
  'bill-cancelled': { zh: '缴费单作废', en: 'Bill cancelled' },
  'remit-disputed': { zh: '提出不属本部门职责', en: 'Remit disputed' },
  arbitrated: { zh: '裁定职责', en: 'Remit ruled on' },
  forwarded: { zh: '上报上级', en: 'Forwarded to the superior' },
  decided: { zh: '作出决定', en: 'Decided' },
  'papers-arrived': { zh: '容缺材料补齐', en: 'Papers handed in' },
  'notice-published': { zh: '发布送达公告', en: 'Notice of service published' },
  delivered: { zh: '送达', en: 'Delivered' },
  withdrawn: { zh: '申请人撤回', en: 'Withdrawn' },
  rectified: { zh: '更正', en: 'Rectified' },
  'third-parties-told': { zh: '告知利害关系人', en: 'Third parties told' },
  'statement-heard': { zh: '听取陈述', en: 'Statement heard' },
  'decision-drafted': { zh: '起草决定', en: 'Decision drafted' },
  'hearing-notified': { zh: '通知听证', en: 'Notice of the hearing given' },
  'hearing-held': { zh: '举行听证', en: 'Hearing held' },
  'earlier-part-granted': { zh: '前一项已准予', en: 'An earlier part was granted' },
  'agent-erased': { zh: '代理人信息已删除', en: 'The agent’s data were erased' },
  'licence-ended': { zh: '原许可失效', en: 'The licence behind it ended' },
  'originals-checked': { zh: '核对原件', en: 'Originals checked' },
  'papers-signed-for': { zh: '交接材料已签收', en: 'Papers signed for' },
  'supervision-acknowledged': { zh: '监管单位签收', en: 'Supervision acknowledged' },
  revoked: { zh: '撤销许可', en: 'Licence revoked' },
  'calendar-changed': { zh: '日历更新', en: 'Calendar changed' },
  'clock-not-armed': { zh: '未起钟', en: 'No clock runs' },
  'limit-near': { zh: '期限将到', en: 'Limit near' },
  'limit-passed': { zh: '超过期限', en: 'Limit passed' },
  'breach-taken-back': { zh: '撤销超期记录', en: 'Breach taken back' },
} as const satisfies Named;

export const outcomeWords = {
  granted: { zh: '准予许可', en: 'granted' },
  refused: { zh: '不予许可', en: 'refused' },
} as const satisfies Named;

export const opinionWords = {
  agree: { zh: '同意', en: 'Agrees' },
  'agree-with-conditions': { zh: '同意，附意见', en: 'Agrees, with conditions' },
  disagree: { zh: '不同意', en: 'Disagrees' },
} as const satisfies Named;

export const clockWords = {
  acceptance: { zh: '答复是否受理', en: 'answer on acceptance' },
  legal: { zh: '法定期限', en: 'legal limit' },
  promised: { zh: '承诺期限', en: 'promised limit' },
  delivery: { zh: '送达期限', en: 'delivery' },
  arbitration: { zh: '职责裁定期限', en: 'ruling on the remit' },
  citizen: { zh: '陈述和申请听证期限', en: 'speaking, and asking for a hearing' },
  hearing: { zh: '组织听证期限', en: 'limit for the hearing' },
  notice: { zh: '公告送达期间', en: 'time of the public notice' },
} as const satisfies Named;

/** Why a clock that should run has none, and what to do. */
export const whyNotArmedWords = {
  'no-term': {
    zh: '法定和县定期限数据里没有这一期限，请补上后重新核定',
    en: 'its term is not among the limits of law and county: enter it, then settle the matter',
  },
  'no-calendar': { zh: '没有任何年度的工作日历，请导入日历', en: 'there is no calendar of any year: bring one' },
  'no-limit': { zh: '事项没有写明期限，请在事项清单中补上', en: 'the item names no limit: enter it in the catalogue' },
  'no-date': { zh: '算出的不是日期，请报告系统管理岗', en: 'what was reckoned is no date: tell the system administrator' },
} as const satisfies Named;

export const stepClockWords = {
  lead: { zh: '主办环节', en: "the lead's step" },
  assist: { zh: '协办环节（{organ}）', en: 'assisting step ({organ})' },
} as const satisfies Named;

export const pauseOver: Text = { zh: '暂停超过告知期限', en: 'pause past its told end' };

/** Who receives it for the applicant (民事诉讼法 88). */
export const relationWords = {
  'adult-family': { zh: '同住的成年家属', en: 'adult relative of the same household' },
  representative: { zh: '法定代表人或者负责人', en: 'legal representative or head of the firm' },
  'mail-officer': { zh: '单位负责收件的人', en: 'who takes in papers for the firm' },
  nominee: { zh: '申请人指定的代收人', en: 'named by the applicant to receive it' },
} as const satisfies Record<Relation, Text>;

/** Why a decision is served by public notice (民事诉讼法 95). */
export const noticeGroundWords = {
  'whereabouts-unknown': { zh: '受送达人下落不明', en: 'the recipient cannot be found' },
  'other-ways-failed': { zh: '用其他方式无法送达', en: 'no other way of service succeeded' },
} as const satisfies Record<NoticeGround, Text>;

export const revocationWords = {
  'unlawful-grant': { zh: '违法准予', en: 'granted against the law' },
  'false-papers': { zh: '以欺骗、贿赂等不正当手段取得', en: 'obtained by fraud, bribery or other unfair means' },
  'false-declaration': { zh: '承诺内容不实', en: 'the declaration was false' },
  'undertaking-broken': { zh: '容缺材料未按承诺补交', en: 'the papers to follow never came' },
  'public-interest': { zh: '依据或客观情况重大变化（撤回）', en: 'the law or the facts changed' },
} as const satisfies Named;

export const accountWords = {
  window: { zh: '窗口', en: 'the window' },
  organ: { zh: '部门办理', en: 'the department' },
  applicant: { zh: '等申请人', en: 'waiting for the applicant' },
  'third-party': { zh: '等第三方', en: 'a third party' },
  law: { zh: '法定不计时', en: 'a lawful procedure (not counted)' },
  dispute: { zh: '职责裁定', en: 'a dispute over remit' },
  superior: { zh: '上级决定', en: 'the superior organ' },
} as const satisfies Named;

/** Remedies against a decision (行政许可法 7; 行政复议法; 行政诉讼法). */
export const remedies: Text = {
  zh: '不服本决定的，可以自收到之日起六十日内向县人民政府申请行政复议，也可以自收到之日起六个月内依法向人民法院提起行政诉讼。',
  en: 'Against this decision you may apply to the county government for reconsideration within sixty days of receiving it, or bring an action before the court within six months.',
};

/** Why a renewal was granted that nobody decided (行政许可法 50). */
export const deemedReason: Text = {
  zh: '许可有效期届满前未作出决定，依照《行政许可法》第五十条，视为准予延续。',
  en: 'No decision was made before the licence ended: under article 50 of the Administrative Licensing Law it is renewed.',
};

/** To who looked for one character. */
export const shortNote: Text = {
  zh: '只输入一个字时，只找姓名恰好是这一个字的；找姓名的一部分至少要输入两个字。',
  en: 'One character finds only a name that is nothing else; for a part of a name write at least two.',
};

/** What stands where a person's data have been erased. */
/** How what is concluded on the spot reached who asked for it: the window hands it over as it is signed. */
export const handedOver: Text = { zh: '窗口当场交付，当面核收', en: 'Handed over at the window on the spot' };

export const erased: Text = { zh: '（已依法删除）', en: '(erased by law)' };

/** On which basis granted decisions are open. */
export const noticeBasis = '民事诉讼法 95; P11';
/** On which basis hearings are announced. */
export const hearingBasis = law('46, 48');
export const publicBasis = `${law('40')}; S1-62, S3-63`;
