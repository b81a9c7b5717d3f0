import type { Text } from '../../../kernel/text.ts';

/** Every word of the urging screens. */
export const words = {
  mine: { zh: '晨间清单', en: 'Morning list' },
  'mine-none': { zh: '没有催您的事。', en: 'Nothing is urged of you.' },
  'mine-none-more': {
    zh: '清单在工作日早上送达；县领导每周第一个工作日一份，超过法定期限的当日单独告知。',
    en: 'Lists arrive on the morning of a working day; a leader of the county gets one on the first working day of the week, and a notice at once when a statutory limit is broken.',
  },
  'mine-lead': {
    zh: '{lists} 份清单、{n} 件等您阅知，一次确认即可。',
    en: 'Entries that wait for your receipt: {n} (lists: {lists}). One receipt is enough.',
  },
  'mine-read': { zh: '都已阅知。', en: 'All of it is read.' },
  confirm: { zh: '已阅', en: 'I have read it' },
  confirmed: { zh: '已记下：{n} 份清单已阅。', en: 'Recorded: {n} lists read.' },
  'list-of': { zh: '{kind} · {day}', en: '{kind} · {day}' },
  'read-at': { zh: '{at} 已阅', en: 'read {at}' },
  'not-read': { zh: '未阅', en: 'not read yet' },
  'left-days': { zh: '还有 {n} 天', en: '{n} d left' },
  today: { zh: '今天到期', en: 'due today' },
  'over-days': { zh: '超期 {n} 天', en: '{n} d over' },
  settled: { zh: '{day} 已了结', en: 'settled {day}' },
  'col-matter': { zh: '办件', en: 'Matter' },
  'col-clock': { zh: '哪一个钟', en: 'Clock' },
  'col-due': { zh: '到期', en: 'Due' },
  'col-organ': { zh: '办理机构', en: 'Organ' },
  'others-title': { zh: '下一级逾期未阅的清单（{n}）', en: 'Lists that those below have not read in time ({n})' },
  'to-open': { zh: '看全部未了结的催办', en: 'All open urgings' },
  open: { zh: '催办督办', en: 'Urgings' },
  'open-say': {
    zh: '未了结的催办 {open} 条，其中 {unread} 条所在清单逾期未阅。',
    en: '{open} urgings are open; the lists of {unread} of them were not read in time.',
  },
  'open-note': {
    zh: '一人兼两级的，同一只钟在各级各算一条，合计只算一条。',
    en: 'Of one clock, whoever sits on two rungs counts on each, and once in the total.',
  },
  'open-none': { zh: '没有未了结的催办。', en: 'No urging is open.' },
  'open-table': { zh: '各机构未了结的催办，按级', en: 'Open urgings by organ and rung' },
  total: { zh: '合计', en: 'Total' },
  unread: { zh: '逾期未阅', en: 'Unread' },
  county: { zh: '全部', en: 'All' },
  rows: { zh: '催办明细', en: 'The urgings' },
  'rows-none': { zh: '没有这样的催办。', en: 'There is no such urging.' },
  back: { zh: '催办督办', en: 'Urgings' },
} as const satisfies Readonly<Record<string, Text>>;
export type Word = keyof typeof words;
