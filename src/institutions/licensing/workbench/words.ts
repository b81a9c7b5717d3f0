import type { Text } from '../../../kernel/text.ts';
import { actingWords } from './words/acting.ts';
import { deskWords } from './words/desk.ts';
import { listWords } from './words/lists.ts';
import { matterWords } from './words/matter.ts';

/** Words of the officers' screens. */
export const words = { ...deskWords, ...matterWords, ...actingWords, ...listWords } as const satisfies Readonly<Record<string, Text>>;

export type Word = keyof typeof words;

/** What officers usually write; one click fills it in, and it can be changed. */
export const opinionTemplates: Readonly<Record<'agree' | 'agree-with-conditions' | 'disagree', readonly Text[]>> = {
  agree: [
    { zh: '经审查，申请材料齐全、符合法定形式，同意。', en: 'Examined: the papers are complete and in due form. Agreed.' },
    { zh: '现场核查与申报内容相符，同意。', en: 'The site agrees with what was stated. Agreed.' },
    { zh: '职责范围内无异议。', en: 'No objection within our remit.' },
    { zh: '同意承办意见。', en: "The examiner's opinion is agreed." },
  ],
  'agree-with-conditions': [
    { zh: '原则同意，须在投入使用前完成整改。', en: 'Agreed in principle; to be put right before use begins.' },
    { zh: '同意，施工期间须设置围挡并及时清运。', en: 'Agreed; fencing and removal of waste during the works.' },
  ],
  disagree: [
    { zh: '现场条件不符合要求，不同意。', en: 'The site does not meet what is required. Not agreed.' },
    { zh: '不具备法定条件，建议不予许可。', en: 'The legal conditions are not met; refusal is proposed.' },
  ],
};
