import type { Text } from '../../../../kernel/text.ts';

/** Heads of the catalogue's public lists as they are taken away, where the page shows them without one. */
export const listWords = {
  items: { zh: '办事事项', en: 'Services' },
  bundle: { zh: '一件事', en: 'Bundle' },
  code: { zh: '编号', en: 'Code' },
  plain: { zh: '日常说法', en: 'In everyday words' },
  legal: { zh: '法定期限', en: 'Legal limit' },
  promised: { zh: '承诺期限', en: 'Promised limit' },
  how: { zh: '怎样办', en: 'How' },
  online: { zh: '可以网上申请', en: 'online' },
  before: { zh: '{what}（以前）', en: '{what}, before' },
  after: { zh: '{what}（现在）', en: '{what}, now' },
  marked: { zh: '{value}（示例）', en: '{value} (illustrative)' },
} as const satisfies Record<string, Text>;
