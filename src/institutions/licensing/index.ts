import { licensing } from './definition.ts';
import { refusalWords } from './words.ts';

/** The door of the institution. */
export const kind = licensing;
export const refusals = refusalWords;
export type { LicensingDesk } from './requests.ts';
