import { visit } from './definition.ts';
import { refusalWords } from './words.ts';

/** The door of the institution. */
export const kind = visit;
export const refusals = refusalWords;
export { NO_WINDOWS, type VisitWorld, type WindowRegister, windowRegister } from './register.ts';
