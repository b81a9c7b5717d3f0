import type { Text } from '../../../kernel/text.ts';

/** What the routes say of themselves. */
export const words = {
  group: { zh: '催办', en: 'Urging' },
  mine: { zh: '我的清单', en: 'My lists' },
  'mine-about': {
    zh: '未阅的清单和最近一天阅过的；earlier 是更早的份数，用 after=next 接着看。下一级逾期未阅的清单，按人计数。',
    en: 'Lists not read yet and those of the newest day that were read; earlier: how many there are before, to be read on with after=next. How many lists those on the rung below have not read in time, by person.',
  },
  lists: { zh: '更早的清单一次给几份', en: 'How many of the earlier lists at once' },
  before: { zh: '上一次回答里的 next：从这份之前接着看', en: 'The next of an answer: the lists before this one' },
  receipt: { zh: '已阅', en: 'The receipt for my lists' },
  'receipt-about': {
    zh: '一次确认全部未阅清单，记下本人和时间。内容是空的：{}。',
    en: 'One receipt for every list that lies unread, with person and time. Its body is empty: {}.',
  },
  ofMatter: { zh: '一件办件的催办记录', en: 'Who was urged of a matter' },
  open: { zh: '未了结的催办，按机构和级别', en: 'Open urgings by organ and rung' },
  leaders: { zh: '谁分管什么、谁不在岗、谁替代', en: 'Who leads what, who is away, who stands in' },
  portfolios: { zh: '谁分管什么', en: 'Who leads what' },
  absences: { zh: '谁不在岗、谁替代', en: 'Who is away, who stands in' },
  rows: { zh: '催办明细', en: 'Urgings, row by row' },
  organ: { zh: '机构代码', en: 'Code of an organ' },
  rung: { zh: '催到哪一级', en: 'Rung of the ladder' },
  person: { zh: '人员编号', en: 'A person' },
  state: { zh: 'open 未了结，unread 逾期未阅，all 全部', en: 'open, unread in time, or all' },
} as const satisfies Readonly<Record<string, Text>>;
