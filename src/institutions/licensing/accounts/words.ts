import type { RefusalBook } from '../../../kernel/decision.ts';
import type { Text } from '../../../kernel/text.ts';

type Named = Readonly<Record<string, Text>>;

/** What a second was, as column heads. `law` is followed by its ground. */
export const partWords = {
  queue: { zh: '等人动手', en: 'Waiting' },
  work: { zh: '在办', en: 'Work' },
  delivery: { zh: '待送达', en: 'Delivery' },
  applicant: { zh: '等申请人', en: 'Applicant' },
  'third-party': { zh: '等第三方', en: 'Third party' },
  dispute: { zh: '职责争议', en: 'Dispute' },
  superior: { zh: '等上级', en: 'Superior' },
  law: { zh: '法定不计时', en: 'Lawful pause' },
  held: { zh: '在经办人手里', en: 'On a desk' },
} as const satisfies Named;

/** The level of seat that held it. */
export const levelWords = {
  window: { zh: '窗口', en: 'Window' },
  'chief-representative': { zh: '首席代表', en: 'Chief representative' },
  examiner: { zh: '承办', en: 'Handler' },
  'section-head': { zh: '审核（科室负责人）', en: 'Section head' },
  leader: { zh: '批准（分管或主要负责人）', en: 'Deputy or chief' },
  arbiter: { zh: '职责裁定', en: 'Arbiter' },
  none: { zh: '不在本县机关手里', en: 'Nobody of the county' },
} as const satisfies Named;

export const signWords = {
  'sent-back': { zh: '退回重办', en: 'sent back' },
  'not-mine': { zh: '说不归自己管', en: '“not ours”' },
  'asked-again': { zh: '再次要求补正', en: 'correction asked again' },
  paused: { zh: '停表', en: 'clock stopped' },
} as const satisfies Named;

export const byWords = {
  organ: { zh: '机关', en: 'Organ' },
  item: { zh: '事项', en: 'Item' },
  level: { zh: '岗位层级', en: 'Level of seat' },
  seat: { zh: '岗位', en: 'Seat' },
} as const satisfies Named;

/** Heads of the lists, and their names as files. */
export const accountHeads = {
  accounts: { zh: '时间账', en: 'time accounts' },
  rows: { zh: '时间账里的件', en: 'matters of the time accounts' },
  bounce: { zh: '来回退转', en: 'bounced' },
  pause: { zh: '临到期停表', en: 'clocks stopped just before due' },
  total: { zh: '合计', en: 'All' },
  applicant: { zh: '申请人', en: 'the applicant' },
  'no-seat': { zh: '没有岗位经手', en: 'No seat' },
  matter: { zh: '编号', en: 'Number' },
  item: { zh: '事项', en: 'Item' },
  organ: { zh: '牵头机关', en: 'Lead' },
  opened: { zh: '收件', en: 'Received' },
  closed: { zh: '办结', en: 'Closed' },
  here: { zh: '所问时间（天）', en: 'Asked for (days)' },
  whole: { zh: '全部时间（天）', en: 'Whole time (days)' },
  spells: { zh: '每一段在谁手里（天）', en: 'Each spell (days)' },
  kept: { zh: '按承诺', en: 'Within promise' },
  lawful: { zh: '按法定', en: 'Within law' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  what: { zh: '情形', en: 'What' },
  between: { zh: '从谁到谁', en: 'From whom to whom' },
  ground: { zh: '停表事由', en: 'Ground' },
  at: { zh: '时间', en: 'When' },
  holder: { zh: '机关', en: 'Organ' },
  seat: { zh: '岗位', en: 'Seat' },
  due: { zh: '停表时的到期日', en: 'Due day then' },
  left: { zh: '还剩工作日', en: 'Working days left' },
  matters: { zh: '件数', en: 'Matters' },
  seconds: { zh: '合计（秒）', en: 'Total (seconds)' },
  days: { zh: '合计（天）', en: 'Total (days)' },
  median: { zh: '中位数（天）', en: 'Median (days)' },
  p90: { zh: '九成在内（天）', en: '90 % within (days)' },
  promised: { zh: '有承诺的', en: 'With a promise' },
  limited: { zh: '有法定期限的', en: 'With a legal limit' },
  'promised-limit': { zh: '承诺期限', en: 'Promised limit' },
  'legal-limit': { zh: '法定期限', en: 'Legal limit' },
} as const satisfies Named;

export const accountRefusals = {
  'accounts-of-another-organ': {
    status: 403,
    title: { zh: '您只能看本机关的时间账。', en: 'You may see the time accounts of your own organ.' },
    next: {
      zh: '去掉 organ，看本机关的；全县的由效能、审计和县领导看。',
      en: 'Leave organ out for your own; the whole county is for the efficiency office, the auditors and county leaders.',
    },
    basis: 'X3',
  },
  'accounts-by-seat': {
    status: 403,
    title: { zh: '按岗位的时间账给本机关负责人和监督机关看。', en: 'Time by seat is for the heads of the organ and those who supervise.' },
    next: {
      zh: '改看按层级的；您自己经手的件，每件页面上都有时间账。',
      en: 'Ask by level instead; what you handled yourself stands on each matter’s own page.',
    },
    basis: 'X3',
  },
  'accounts-reversed': {
    status: 422,
    title: { zh: '起始日在截止日之后。', en: 'The first day lies after the last.' },
    next: { zh: '把 from 和 to 对调。', en: 'Exchange from and to.' },
  },
  'accounts-code-unknown': {
    status: 422,
    title: { zh: '没有这个{what}：{code}。', en: 'There is no {what} {code}.' },
    next: {
      zh: '请用亮灯总览或者时间账各行给出的代码，或者去掉这一项。',
      en: 'Use a code that a row of the board or of the time accounts gives, or leave it out.',
    },
  },
  'accounts-not-ready': {
    status: 503,
    title: {
      zh: '这段时间办结的 {all} 件中还有 {n} 件没有算进时间账。',
      en: 'Of {all} {all:matter/matters} closed on these days {n} {n:is/are} not added up yet.',
    },
    next: {
      zh: '系统每分钟补算 {turn} 件，约 {minutes} 分钟算完，到时再看；管理员运行 banjie accounts 可以立即算完。',
      en: 'The server adds up {turn} a minute, so ask again in about {minutes} {minutes:minute/minutes}; the administrator adds them up at once with banjie accounts.',
    },
  },
} as const satisfies RefusalBook;
