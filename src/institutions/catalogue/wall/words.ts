import type { Text } from '../../../kernel/text.ts';

/** What the list's number on the wall counts, and the heads of its rows. */
export const wallWords = {
  inForce: { zh: '清单里现行的事项', en: 'items in force on the list' },
  items: { zh: '现行事项', en: 'items in force' },
  id: { zh: '事项编码', en: 'Item code' },
  name: { zh: '事项', en: 'Item' },
  lead: { zh: '牵头机构', en: 'Lead organ' },
  from: { zh: '生效日', en: 'In force from' },
  live: { zh: '可以申请', en: 'May be applied for' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
} as const satisfies Readonly<Record<string, Text>>;
