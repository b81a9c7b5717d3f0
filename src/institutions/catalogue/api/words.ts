import type { Text } from '../../../kernel/text.ts';

/** What the API says of the catalogue's routes. */
export const words = {
  items: { zh: '事项：清单和指南', en: 'Items: lists and guides' },
  list: { zh: '事项清单，可以用日常说法查找', en: 'List items, or search them in everyday words' },
  'list-about': {
    zh: '每一行用 kind 写明是什么：item 事项、charge 收费项目、convenience 便民事项、bundle 一件事。用日常说法查找（q）时，除 items 外，services 和 bundles 列出最相近的便民事项、收费项目和一件事，与网页相同。department 对查到的也有效；limit 和 after 翻的是 items，还有下一页时给出 next。',
    en: 'Each line says what it is by its kind: item, charge, convenience, bundle. A search in everyday words (q) also names the nearest convenience items and charges (services) and bundles, as the page does. The department holds for what is found, too; limit and after page the items, and next is given while there are more.',
  },
  item: { zh: '一个事项的指南', en: 'The guide of an item' },
  'item-about': {
    zh: '时限、材料、收费、依据；还不能办的写明缺什么。示意性的内容都带着标记。',
    en: 'Limits, papers, fees, basis; where it is not live, what is missing. Whatever is only illustrative carries its mark.',
  },
  q: { zh: '日常说法，例如 开饭店', en: 'Everyday words, such as open a restaurant' },
  department: { zh: '部门代码', en: 'Code of a department' },
  theme: { zh: '主题', en: 'A theme' },
  audience: { zh: '给谁办：person 个人、firm 企业', en: 'For whom: person or firm' },
  changes: { zh: '办事流程精简前后', en: 'Procedures before and after' },
  bundles: { zh: '一件事清单', en: 'Bundles of services' },
  limit: { zh: '一页多少条，1 至 300', en: 'Rows of a page, 1 to 300' },
} as const satisfies Readonly<Record<string, Text>>;
