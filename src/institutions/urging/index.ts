import { refusalWords } from './words.ts';

/** The door of the institution. */
export const refusals = refusalWords;
export { namesOf, wantedLines } from './queries/lists.ts';
export { rebuildUrging, recordFaults } from './queries/records.ts';
export { type LadderRegister, ladderRegister, NO_LADDER } from './register.ts';
export { ladderOf, lateBy } from './rules.ts';
export { urge } from './sweep.ts';
