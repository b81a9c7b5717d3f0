import { till } from './definition.ts';
import { refusalWords } from './words.ts';

/** The door of the institution. */
export const kind = till;
export const refusals = refusalWords;
