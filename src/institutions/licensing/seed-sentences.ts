import type { Chance } from '../../kernel/chance.ts';
import type { Opinion } from './rules/state.ts';

/** An opinion against, and how the decision that rests on it gives the same ground. */
interface Against {
  readonly said: string;
  readonly decided: string;
}
type For = 'agree' | 'agree-with-conditions';
interface Sentences extends Readonly<Record<For, readonly string[]>> {
  readonly disagree: readonly Against[];
}

/** What officers write, as they write it. Of the model county only; each fits any item. */
const LEAD: Sentences = {
  agree: [
    '经审查，申请材料齐全、符合法定形式，申请人具备法定条件，拟同意。',
    '申请资料真实有效，与系统核验信息一致，建议准予许可。',
    '经两名工作人员核查，实际情况与申报内容相符，拟予许可。',
    '材料齐，条件符合，无不良信用记录，建议同意。',
    '对照审查标准逐项核对，未发现问题，拟同意办理。',
  ],
  'agree-with-conditions': [
    '基本符合条件，须在三十日内完成整改并书面报告，拟附条件同意。',
    '同意办理，要求实施前完成整改并报监管科备案。',
    '拟同意，许可范围以核定的为限。',
  ],
  disagree: [
    { said: '核查情况与申报内容不一致，建议不予许可。', decided: '经核查，实际情况与申报内容不一致，依法不予许可。' },
    {
      said: '提交的材料不能证明申请人具备法定条件，拟不予许可。',
      decided: '提交的材料不能证明申请人具备法定条件，依法不予许可。',
    },
    { said: '申报内容不符合审查标准，建议不予许可。', decided: '申报内容不符合该事项的审查标准，依法不予许可。' },
  ],
};
const ASSIST: Sentences = {
  agree: ['经核，我单位职责范围内无异议。', '经核查，符合要求，同意。', '不涉及我单位管控事项，同意。', '资料已核，同意按程序办理。'],
  'agree-with-conditions': ['原则同意，实施中须遵守我单位的管理要求。', '同意，须按我单位出具的整改清单限期完成。'],
  disagree: [
    { said: '申请内容与我单位管控要求不符，不同意。', decided: '协办单位审查认为申请内容与其管控要求不符，依法不予许可。' },
    { said: '经核查，现状不符合我单位职责范围内的要求，不同意。', decided: '协办单位核查认为现状不符合要求，依法不予许可。' },
  ],
};
const of = (step: string): Sentences => (step === 'lead' ? LEAD : ASSIST);
/** Who signs after the proposal agrees with it: another ground would be another opinion. */
const AFTER: Readonly<Record<Opinion, readonly string[]>> = {
  agree: ['同意承办意见。', '已复核，同意承办意见。'],
  'agree-with-conditions': ['同意承办意见，所附条件一并落实。'],
  disagree: ['已复核，同意承办意见，不予许可。', '同意承办意见，理由以承办意见为准。'],
};
/** `chance`: one for the step's whole life, so that proposal and decision rest on the same ground. */
export const opinionText = (chance: Chance, step: string, opinion: Opinion, first: boolean): string =>
  first ? (opinion === 'disagree' ? against(chance, step).said : chance.pick(of(step)[opinion])) : chance.pick(AFTER[opinion]);
/** The decision against, on the ground of the step's opinion. */
export const refusedFor = (chance: Chance, step: string): string => against(chance, step).decided;
const against = (chance: Chance, step: string): Against => chance.pick(of(step).disagree);

export const GRANTED = ['申请材料齐全，符合法定条件，准予许可。', '经审查符合法定条件、标准，依法作出准予许可的决定。'];
export const GRANTED_TOGETHER = '各单位意见一致，条件符合，准予许可。';
export const GRANTED_WITH_CONDITIONS = '经审查基本符合条件，准予许可；各项意见所附条件应当一并落实。';
export const FORWARDED = { for: '初审认为符合条件，报请审批。', against: '初审认为不符合条件，报请审定。' };
export const WAY_ON = '整改到位后可以重新申请，重新申请不收费用；对本决定不服的，可依法申请行政复议或者提起行政诉讼。';
export const FIX = {
  what: ['未提交', '提交的为复印件且未加盖公章', '填写不完整，缺经办人签字', '已过有效期'],
  how: ['请补交原件一份', '请在复印件上加盖公章并注明与原件一致', '请按样表逐项填写并签字', '请提交有效期内的证明'],
  way: '补正材料可到综合窗口提交，也可在网上凭收件编号上传。',
};
export const CORRECTED = ['材料已补齐。', '按通知要求重新打印并盖章。', '原件已带到窗口核对。'];
export const PAUSES: Readonly<Record<string, string>> = {
  'expert-review': '技术方案须经专家评审。',
  testing: '样品送检，等待检验报告。',
  appraisal: '须委托第三方评估。',
  hearing: '利害关系人申请听证。',
  'site-visit': '须安排现场勘验。',
};
export const RESUMED = ['评审意见已收到，恢复计时。', '报告已出具，继续办理。', '现场情况已核实，恢复办理。'];
export const EXTENDED = ['涉及多部门联合踏勘，材料量大，需延长办理期限。', '疑难复杂，需进一步核实有关情况。'];
export const NOT_OURS = {
  reason: ['该地块不属本局管辖范围。', '按照最新职责分工，该项审查已划出。'],
  ruling: '经核对权责清单，由该单位承办。',
};
export const SENT_BACK = ['核查记录缺第二名人员签名，退回补充。', '意见未说明依据条款，请完善。'];
export const WITHDRAWN = ['经营计划变更，暂不办理。', '选址有变，撤回后重新申请。'];
export const NO_PERMIT = { reason: '该项活动已取消许可，按备案管理。', way: '请登录政务服务网直接办理备案，不用再到窗口。' };
export const NOT_OUR_REMIT = { reason: '申请事项不属于本机关职权范围。', way: '请向所列机关提出申请，我窗口已代为联系。' };
export const DETAILS = (item: string, trade: string | undefined): string => `申请办理${item}。${trade ? `经营或活动内容：${trade}。` : ''}`;
export const DELIVERED: readonly (readonly ['in-person' | 'post' | 'electronic', string, number])[] = [
  ['in-person', '本人到窗口领取，签收单已归档', 6],
  ['post', '邮政挂号寄出，回执已收', 2],
  ['electronic', '申请人同意电子送达，系统显示已阅', 2],
];
export const ON_THE_SPOT = ['材料齐全，当场核对原件，符合条件，当场办结。', '核对无误，当场出证。'];
export const SUPERIOR = ['上级机关批准。', '经上级机关审查，同意。'];
export const SUPERIOR_AGAINST = '经上级机关审查，同意初审意见，不予许可。';
export const ASSESSED = '按收费标准文件逐台核定，计算单附卷';
export const NOT_CHARGED = '本次申请不涉及该项收费，申请人没有这一项的需求';
export const EXEMPT = { basis: '县减免行政事业性收费政策', reason: '申请人为小微企业。' };
export const SUPERVISED = '许可信息已收到，纳入日常监管。';
