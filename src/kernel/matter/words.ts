import type { Text } from '../text.ts';
import type { Summary } from './types.ts';

/** The lights by name: the one set of words for chips, boards, lists that are taken away, and notices. */
export const lightWords = {
  'in-time': { zh: '按期', en: 'in time' },
  'due-soon': { zh: '快到期', en: 'due soon' },
  unarmed: { zh: '未起钟', en: 'no clock' },
  'over-law': { zh: '超法定期限', en: 'over law' },
  'over-promise': { zh: '超承诺期限', en: 'over promise' },
  'step-overdue': { zh: '环节超期', en: 'step overdue' },
  paused: { zh: '依法暂停', en: 'paused by law' },
  closed: { zh: '已办结', en: 'closed' },
} as const satisfies Readonly<Record<Summary['light'], Text>>;
