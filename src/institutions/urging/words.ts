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
} as const satisfies Readonly<Record<string, Text>>;

export const refusalWords = {
  'no-list-to-read': {
    status: 422,
    title: { zh: '没有等您阅知的清单。', en: 'No list waits for your receipt.' },
    next: { zh: '下一份清单在下一个工作日早上送达。', en: 'The next one arrives on the morning of the next working day.' },
    basis: 'P19',
  },
} as const satisfies RefusalBook;
