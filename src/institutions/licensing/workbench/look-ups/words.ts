import type { Text } from '../../../../kernel/text.ts';
import { lookUpHeads } from '../../window/words.ts';

/** Words of the look-ups of earlier data. */
export const words = {
  'look-ups': { zh: '资料查询记录', en: 'Look-ups' },
  lead: {
    zh: '{day}：窗口查询申请人以前资料 {n} 次。查的是谁只记代号，同一人相同。',
    en: '{day}: look-ups of applicants’ earlier data at the windows: {n}. About whom is a mark only, the same for the same person.',
  },
  day: { zh: '哪一天', en: 'Day' },
  none: { zh: '这一天没有人查过。', en: 'Nobody looked on that day.' },
  'col-at': lookUpHeads.at,
  'col-who': lookUpHeads.who,
  'col-seat': lookUpHeads.seat,
  'col-about': { zh: '查的是谁', en: 'About whom' },
  'col-found': lookUpHeads.found,
} as const satisfies Readonly<Record<string, Text>>;
