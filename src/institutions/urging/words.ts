import type { RefusalBook } from '../../kernel/decision.ts';
import type { Text } from '../../kernel/text.ts';
import type { Instead, ListKind, Rung } from './vocabulary.ts';

type Named<K extends string> = Readonly<Record<K, Text>>;

export const rungWords: Named<Rung> = {
  handler: { zh: '承办岗', en: 'Handler' },
  'section-head': { zh: '股室负责人', en: 'Section head' },
  chief: { zh: '主要负责人', en: 'Chief' },
  'portfolio-leader': { zh: '分管县领导', en: 'Leader in charge' },
  'efficiency-office': { zh: '效能办', en: 'Efficiency office' },
  'county-head': { zh: '县长', en: 'Head of the county' },
};

export const listWords: Named<ListKind> = {
  morning: { zh: '晨间清单', en: 'Morning list' },
  weekly: { zh: '每周清单', en: 'Weekly list' },
  notice: { zh: '超法定期限单独告知', en: 'Notice of a broken statutory limit' },
};

export const insteadWords: Named<Instead> = {
  vacant: { zh: '{rung}无人在岗，转到这里', en: 'nobody holds the rung “{rung}”; it came here' },
  away: { zh: '代不在岗的{rung}', en: 'stands in for the {rung}, who is away' },
};

/** Between the rungs of one line, and between what is said of each. */
export const between = {
  rungs: { zh: '、', en: ', ' },
  notes: { zh: '；', en: '; ' },
} as const satisfies Readonly<Record<string, Text>>;

export const tierWords: Named<'law' | 'promise' | 'step'> = {
  law: { zh: '法定期限', en: 'statutory limit' },
  promise: { zh: '承诺期限', en: 'promised limit' },
  step: { zh: '环节期限', en: 'a step’s own day' },
};

/** Heads of the columns of a list that is taken away, its name and its states. */
export const heads = {
  name: { zh: '催办', en: 'urgings' },
  matter: { zh: '办件编号', en: 'Number' },
  item: { zh: '事项', en: 'Item' },
  clock: { zh: '哪一个钟', en: 'Clock' },
  tier: { zh: '期限性质', en: 'Whose limit' },
  due: { zh: '到期日', en: 'Due' },
  organ: { zh: '办理机构', en: 'Organ' },
  rung: { zh: '催到哪一级', en: 'Rung' },
  person: { zh: '催了谁', en: 'Who was urged' },
  instead: { zh: '说明', en: 'Note' },
  list: { zh: '清单', en: 'List' },
  arrived: { zh: '送达', en: 'Arrived' },
  read: { zh: '已阅', en: 'Read' },
  state: { zh: '现状', en: 'Now' },
  open: { zh: '未了结', en: 'open' },
  settled: { zh: '已了结', en: 'settled' },
  nobody: { zh: '各级均无人在岗', en: 'nobody on any rung' },
  total: { zh: '合计', en: 'Total' },
  unread: { zh: '逾期未阅', en: 'Unread in time' },
  all: { zh: '全部', en: 'All' },
  code: { zh: '机构代码', en: 'Code' },
  mine: { zh: '我的催办清单', en: 'my urgings' },
  byOrgan: { zh: '各机构未了结的催办', en: 'open urgings by organ' },
  portfolios: { zh: '谁分管什么', en: 'portfolios' },
  absences: { zh: '谁不在岗', en: 'absences' },
  leader: { zh: '分管领导', en: 'Leader in charge' },
  seat: { zh: '岗位', en: 'Seat' },
  organs: { zh: '分管机构', en: 'Organs' },
  backup: { zh: '补位', en: 'Stands in' },
  backupSeat: { zh: '补位的岗位', en: 'Seat of who stands in' },
  since: { zh: '自', en: 'Since' },
  until: { zh: '至', en: 'Until' },
  away: { zh: '不在岗的人', en: 'Who is away' },
  standsIn: { zh: '谁替代', en: 'Who stands in' },
  standsInSeat: { zh: '替代的岗位', en: 'Seat of who stands in' },
} as const satisfies Readonly<Record<string, Text>>;

/** What a code of the address names. */
export const codeWords = {
  organ: { zh: '机构', en: 'organ' },
  person: { zh: '人员', en: 'person' },
} as const satisfies Readonly<Record<string, Text>>;

export const absenceWords = {
  now: { zh: '不在岗', en: 'away' },
  'to-come': { zh: '尚未开始', en: 'to come' },
  past: { zh: '已返岗', en: 'back' },
} as const satisfies Readonly<Record<string, Text>>;

export const refusalWords = {
  'urging-code-unknown': {
    status: 422,
    title: { zh: '没有这个{what}：{code}。', en: 'There is no {what} {code}.' },
    next: {
      zh: '请用催办各行给出的机构或人员，或者去掉这一项。',
      en: 'Use an organ or a person that a row of the urgings gives, or leave it out.',
    },
  },
  'no-list-to-read': {
    status: 422,
    title: { zh: '没有等您阅知的清单。', en: 'No list waits for your receipt.' },
    next: { zh: '下一份清单在下一个工作日早上送达。', en: 'The next one arrives on the morning of the next working day.' },
    basis: 'P19',
  },
} as const satisfies RefusalBook;
