import type { Text } from '../../../kernel/text.ts';

/** What the numbers of the wall count. */
export const wallWords = {
  open: { zh: '在办的件', en: 'matters open now' },
  late: { zh: '近 30 天超过承诺期限的决定', en: 'decisions of the last 30 days after the promised day' },
  bills: { zh: '待缴的费单', en: 'bills not yet settled' },
  here: { zh: '本制度尚未单独建成，这个数由审批中心代记。', en: 'Not yet an institution of its own: kept for now by the approval centre.' },
} as const satisfies Readonly<Record<string, Text>>;
