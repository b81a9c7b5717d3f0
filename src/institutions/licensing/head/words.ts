import type { Text } from '../../../kernel/text.ts';

/** Heads of the columns of the lists a head takes away, and their names. */
export const headLists = {
  acts: { zh: '以本机关名义作出', en: 'in-the-organs-name' },
  pressing: { zh: '本机关超期和快到期', en: 'late-and-due-soon' },
  'only-me': { zh: '只有我能办', en: 'only-i-can-decide' },
  representatives: { zh: '首席代表授权', en: 'chief-representatives' },
} as const satisfies Readonly<Record<string, Text>>;

export const headHeads = {
  at: { zh: '时间', en: 'Time' },
  matter: { zh: '办件编号', en: 'Number' },
  item: { zh: '事项', en: 'Item' },
  act: { zh: '作出了什么', en: 'What' },
  person: { zh: '经办人', en: 'Who' },
  seat: { zh: '以什么岗位', en: 'Capacity' },
  rule: { zh: '权限依据', en: 'Authority' },
  step: { zh: '环节', en: 'Step' },
  organ: { zh: '在哪个机构', en: 'With' },
  light: { zh: '状态灯', en: 'Light' },
  due: { zh: '到期日', en: 'Due' },
  seen: { zh: '效能办看到之日', en: 'The efficiency office sees it on' },
  from: { zh: '起', en: 'From' },
  to: { zh: '止', en: 'Until' },
  items: { zh: '授权事项', en: 'For which items' },
  basis: { zh: '书面依据', en: 'Written authority' },
  by: { zh: '授权人', en: 'Authorised by' },
  state: { zh: '现在', en: 'State' },
  withdrawn: { zh: '收回之日', en: 'Withdrawn on' },
  reason: { zh: '收回原因', en: 'Why' },
} as const satisfies Readonly<Record<string, Text>>;

export const authorityStateWords = {
  'in-force': { zh: '有效', en: 'in force' },
  'to-come': { zh: '尚未开始', en: 'to come' },
  withdrawn: { zh: '已收回', en: 'withdrawn' },
  ended: { zh: '已到期', en: 'ended' },
} as const satisfies Readonly<Record<string, Text>>;

export const headWords = {
  'all-items': { zh: '本机关全部事项', en: 'all items of the organ' },
  'by-fee-rules': {
    zh: '收费减免规则：分管负责人或者主要负责人批准，写明依据和理由（S3-44）',
    en: 'Rules on exemption from fees: approved by a deputy or the chief, with basis and reason (S3-44)',
  },
  'by-appointment': { zh: '岗位任命', en: 'appointed to the seat' },
  'by-law': { zh: '依法自动', en: 'by law itself' },
  about: { zh: '{what}（{more}）', en: '{what} ({more})' },
  'opinion-of': { zh: '批准意见', en: 'Opinion approved' },
} as const satisfies Readonly<Record<string, Text>>;
