import { duty } from './definition.ts';
import { refusalWords } from './words.ts';

/** The door of the institution. */
export const kind = duty;
export const refusals = refusalWords;
export { type Answers, answersOf, answerTo, type DutyWorld, dutyFile, faultsOf, isSeveral, NO_ANSWERS, owing } from './answers.ts';
export { openRounds } from './opening.ts';
export { namesOf, standing } from './queries.ts';
export { type DutyFold, type DutyRow, dutyRows, foldsOf } from './register.ts';
export type { Round } from './rounds.ts';
export { roundAfter } from './rules.ts';
