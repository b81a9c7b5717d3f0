import type { RefusalBook } from '../decision.ts';
import type { Text } from '../text.ts';
import type { AskedUnit } from './types.ts';

/** What the calculator of dates says no to. */
export const clockRefusals = {
  'term-or-amount': {
    status: 422,
    title: { zh: '要么选一个法定时限，要么填多久，只能二选一。', en: 'Either a term of the law or an amount is asked for, and only one.' },
    next: {
      zh: '按法条算就选时限（term），按天数算就填多久（amount）和单位（unit）。',
      en: 'Name a term, or write an amount with its unit.',
    },
  },
  'term-unknown': {
    status: 422,
    title: { zh: '没有这个时限：{term}。', en: 'There is no term {term}.' },
    next: { zh: '相近的有：{near}。全部时限见“法律时限”。', en: 'Near to it: {near}. All terms stand at /law.' },
  },
  'amount-out-of-range': {
    status: 422,
    title: { zh: '“{amount}”不能算。', en: '“{amount}” cannot be counted.' },
    next: { zh: '请填1至{most}的整数。', en: 'Write a whole number from 1 to {most}.' },
  },
  'unit-unknown': {
    status: 422,
    title: { zh: '没有这个单位：{unit}。', en: 'There is no unit {unit}.' },
    next: {
      zh: '可用：wd 工作日，cd 日，mo 月，yr 年，h 小时。',
      en: 'Use wd (working days), cd (calendar days), mo (months), yr (years) or h (hours).',
    },
  },
  'start-missing': {
    status: 422,
    title: { zh: '没有写从哪天起。', en: 'The day on which it starts is missing.' },
    next: { zh: '请填起算的那一天（from），这一天不计算在内。', en: 'Name the day of the event (from); it is not counted itself.' },
  },
  'no-such-date': {
    status: 422,
    title: { zh: '没有“{date}”这一天。', en: 'There is no day “{date}”.' },
    next: {
      zh: '请写成年-月-日，例如2026-03-12；算得到的是1950年至2199年。',
      en: 'Write year-month-day, such as 2026-03-12, between 1950 and 2199.',
    },
  },
  'time-needed': {
    status: 422,
    title: { zh: '按小时算，要写到几点几分；“{date}”不行。', en: 'Hours are counted from a time of day; “{date}” gives none.' },
    next: { zh: '请写成2026-04-29T10:30。', en: 'Write it as 2026-04-29T10:30.' },
  },
  'whose-unknown': {
    status: 422,
    title: { zh: '“{whose}”不知道是谁的时限。', en: 'Whose limit “{whose}” is, is not known.' },
    next: { zh: '请用organ（机关的）或者citizen（当事人的）。', en: 'Use organ or citizen.' },
  },
  'whose-differs': {
    status: 422,
    title: { zh: '这个时限在法律上不是{whose_zh}的。', en: 'By law this term is not the {whose}’s.' },
    next: { zh: '选了时限就不必再选是谁的。', en: 'With a term, leave out whose limit it is.' },
  },
  'pause-unreadable': {
    status: 422,
    title: { zh: '看不懂这段暂停：“{pause}”。', en: 'The pause “{pause}” cannot be read.' },
    next: {
      zh: '请写首日、末日和事由，例如2026-03-02..2026-03-06:expert-review。',
      en: 'Give its first day, its last day and its ground, as in 2026-03-02..2026-03-06:expert-review.',
    },
  },
  'pause-open': {
    status: 422,
    title: { zh: '自{from}起的暂停没有写到哪天为止。', en: 'The pause from {from} has no last day.' },
    next: {
      zh: '请填最后一个不算的日子；还没有恢复的，填书面告知的预计日期。',
      en: 'Name the last day that is not counted; while it lasts, the day told in writing.',
    },
  },
  'pause-inverted': {
    status: 422,
    title: { zh: '暂停的末日{to}在首日{from}之前。', en: 'The pause ends on {to}, before it begins on {from}.' },
    next: { zh: '请核对两个日期。', en: 'Compare the two dates.' },
  },
  'pauses-overlap': {
    status: 422,
    title: { zh: '两段暂停重叠：{to}已经算在前一段里。', en: 'Two pauses overlap: {to} belongs to the earlier one.' },
    next: { zh: '同一天只能停一次，请让后一段从次日开始。', en: 'A day can be lost only once; let the later one begin the day after.' },
  },
  'pause-over-cap': {
    status: 422,
    title: { zh: '“{ground}”最多停{cap}，这里超过了。', en: 'The ground {ground} may stop the clock for {cap} at most; this is more.' },
    next: { zh: '请缩短到上限以内，超过的日子照常计算。', en: 'Shorten it; the days beyond count as usual.' },
  },
  'pause-stops-no-hours': {
    status: 422,
    title: { zh: '按小时算的时限不因暂停而停。', en: 'A pause stops no limit counted in hours.' },
    next: { zh: '请去掉暂停，或者改用日。', en: 'Leave the pause out, or count in days.' },
  },
  'ground-not-listed': {
    status: 422,
    title: { zh: '“{ground}”不是法律列出的停钟事由。', en: '“{ground}” is no ground on which the law stops this clock.' },
    next: { zh: '只有这些：{list}。', en: 'The list is closed: {list}.' },
  },
  'extension-unlawful': {
    status: 422,
    title: { zh: '这个时限依法不能延长。', en: 'The law knows no extension of this term.' },
    next: { zh: '请去掉延长。', en: 'Leave the extension out.' },
  },
  'extension-too-long': {
    status: 422,
    title: { zh: '一次最多延长{most}。', en: 'One extension is {most} at most.' },
    next: { zh: '请改到上限以内。', en: 'Stay within it.' },
  },
  'extended-too-often': {
    status: 422,
    title: { zh: '只能延长{times}次。', en: 'It can be extended {times} and no more.' },
    next: { zh: '请去掉多出的延长。', en: 'Leave out the further extension.' },
  },
  'extension-too-late': {
    status: 422,
    title: { zh: '{on}才延长，时限{due}已经届满。', en: 'Extended on {on}, but the limit had run out on {due}.' },
    next: { zh: '延长只能在届满前决定。', en: 'An extension is decided before the limit runs out.' },
  },
  'extension-too-early': {
    status: 422,
    title: { zh: '{on}延长时还没有起算。', en: 'Extended on {on}, before the start.' },
    next: { zh: '请核对日期。', en: 'Compare the dates.' },
  },
} as const satisfies RefusalBook;

/** Amounts, in sentences of this room. */
export const amounts: Readonly<Record<AskedUnit, Text>> = {
  wd: { zh: '{n}个工作日', en: '{n} working days' },
  cd: { zh: '{n}日', en: '{n} calendar days' },
  mo: { zh: '{n}个月', en: '{n} months' },
  yr: { zh: '{n}年', en: '{n} years' },
  h: { zh: '{n}小时', en: '{n} hours' },
};

export const saidWords = {
  organ: { zh: '机关', en: 'organ' },
  citizen: { zh: '当事人', en: 'citizen' },
  none: { zh: '没有', en: 'none' },
  times: { zh: '{n}', en: '{n} times' },
  once: { zh: '1', en: 'once' },
} as const satisfies Readonly<Record<string, Text>>;
