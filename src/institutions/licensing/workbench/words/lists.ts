import type { Text } from '../../../../kernel/text.ts';

/** The board, and looking up. */
export const listWords = {
  board: { zh: '亮灯总览', en: 'The board' },
  'board-say': {
    zh: '{asOf}，全县在办 {open} 件：超法定期限 {law} 件，超承诺期限 {promise} 件，环节超期 {step} 件，快到期 {soon} 件。',
    en: 'As of {asOf}, {open} {open:matter is/matters are} open in the county: {law} over law, {promise} over promise, {step} with a step overdue, {soon} due soon.',
  },
  'board-table': { zh: '各单位在办和亮灯', en: 'Open matters and lights, organ by organ' },
  'col-organ': { zh: '单位', en: 'Organ' },
  'col-open': { zh: '在办', en: 'Open' },
  'col-median': { zh: '办理天数（中位）', en: 'Median days' },
  'col-decided': { zh: '30 天内办结', en: 'Decided in 30 days' },
  'col-kept': { zh: '按时', en: 'In time' },
  'board-median-note': {
    zh: '中位天数：近 90 天从收件到决定的自然日。按时：近 30 天的决定不晚于期限的。每个数字都可以点开，看是哪些件；点列名按它排。',
    en: 'Median days: calendar days from receipt to decision, last 90 days. In time: decided within the limit, last 30 days. Every number opens its rows; a column’s head sorts by it.',
  },
  total: { zh: '全县', en: 'The county' },
  'board-rows': { zh: '{organ}：{light}', en: '{organ}: {light}' },
  'rows-open': { zh: '在办的件', en: 'open matters' },
  'rows-none': { zh: '没有这样的办件', en: 'There is no such matter' },
  'rows-none-more': { zh: '可能刚刚办好。', en: 'It may just have been done.' },
  'back-to-board': { zh: '返回亮灯总览', en: 'Back to the board' },
  'col-received': { zh: '收件', en: 'Received' },
  'sort-by-this': { zh: '按这一列排', en: 'sort by this column' },
  'decided-in': { zh: '{organ}：近 {days} 天的决定', en: '{organ}: decisions of the last {days} days' },
  'decided-kept': { zh: '{organ}：近 {days} 天按时的决定', en: '{organ}: decisions in time, last {days} days' },
  'decided-late': { zh: '{organ}：近 {days} 天晚于承诺的决定', en: '{organ}: decisions later than promised, last {days} days' },
  'decided-n': { zh: '{n} 件', en: '{n} {n:decision/decisions}' },
  'decided-median': {
    zh: '{n} 件，从收件到决定的中位数是 {median} 个自然日。',
    en: '{n} {n:decision/decisions}; the median from receipt to decision is {median} calendar days.',
  },
  'decided-none': { zh: '没有这样的决定', en: 'There is no such decision' },
  'refiled-number': { zh: '近 30 天撤回后又申请的：', en: 'Withdrawn and filed again, last 30 days:' },
  'refiled-in': { zh: '近 {days} 天撤回后又申请的件', en: 'Withdrawn and filed again, last {days} days' },
  'refiled-n': {
    zh: '{n} 件：同一申请人撤回后三十天内，就同一事项又申请。这只是线索，不等于有问题。',
    en: '{n}: the same applicant filed the same item again within thirty days of withdrawing it. It is a lead, and proves nothing by itself.',
  },
  'refiled-none': { zh: '没有撤回后又申请的件', en: 'Nothing was withdrawn and filed again' },
  'withdrawn-before-one': {
    zh: '同一申请人此前撤回过 1 件本事项的申请：',
    en: 'The same applicant withdrew one earlier application for this item:',
  },
  'withdrawn-before': {
    zh: '同一申请人此前撤回过 {n} 件本事项的申请：',
    en: 'The same applicant withdrew {n} earlier applications for this item:',
  },
  'board-matters': { zh: '亮灯总览：办件明细', en: 'Matters of the board' },
  'board-decisions': { zh: '亮灯总览：决定明细', en: 'Decisions of the board' },
  refilings: { zh: '撤回后又申请的件', en: 'Withdrawn and filed again' },
  'board-empty': { zh: '现在没有在办的件', en: 'Nothing is open now' },
  none: { zh: '—', en: '—' },

  // search
  search: { zh: '查找', en: 'Search' },
  'search-for': { zh: '查找“{q}”', en: 'Search for “{q}”' },
  'search-hint': {
    zh: '可以输入办件编号（整个，或最后几位）、事项名称、申请人姓名或单位名称（两个字起）。',
    en: 'A number (whole, or its last digits), words of an item, or an applicant’s name (two characters and more).',
  },
  'search-matters': { zh: '办件', en: 'Matters' },
  'search-items': { zh: '事项', en: 'Items' },
  'search-more': { zh: '已列出 {shown} 条，后面还有', en: '{shown} listed; there are more' },
  'search-none': { zh: '没有找到', en: 'Nothing found' },
  guide: { zh: '办事指南', en: 'Guide' },
} as const satisfies Readonly<Record<string, Text>>;
