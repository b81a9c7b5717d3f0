import type { Text } from '../../../../kernel/text.ts';

/** Words of what those who supervise look through. */
export const words = {
  review: { zh: '看流程和权力：', en: 'Procedures and powers:' },
  'review-items': { zh: '环节、签字、材料偏多的事项', en: 'Items with many steps, signatures or papers' },
  'items-lead': {
    zh: '{n} 项。与同一办件类型的在用事项比：超过第三四分位数加一点五倍四分位距的列出，超出最多的在前。这只是复查的线索，不等于有问题。',
    en: '{n} {n:item/items}. Against the items in use of the same handling type: above the third quartile by more than one and a half interquartile ranges, the furthest beyond first. It says what to look at again, and proves nothing by itself.',
  },
  'items-none': { zh: '没有偏多的事项。', en: 'No item stands out.' },
  'review-deciders': { zh: '各机构的决定由谁作出', en: 'Share of decisions by person' },
  'deciders-in': { zh: '各机构近 {days} 天的决定由谁作出', en: 'Share of decisions by person, last {days} days' },
  'deciders-lead': {
    zh: '占比大的在前，占比相同的，决定多的机构在前。点人名看是哪些件。决定集中在一人手里只是线索，人少的机构本来如此。',
    en: 'The greatest share first; among equals, the organ that decided more. A name opens the decisions. One hand alone is a lead and proves nothing: a small organ may have no other.',
  },
  'deciders-none': { zh: '这段时间没有决定。', en: 'Nothing was decided in this time.' },
  'last-days': { zh: '近 {days} 天', en: 'Last {days} days' },
} as const satisfies Readonly<Record<string, Text>>;
