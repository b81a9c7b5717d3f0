import { accountRefusals } from './accounts/words.ts';
import { licensing } from './definition.ts';
import { refusalWords } from './words.ts';

/** The door of the institution. */
export const kind = licensing;
export const refusals = { ...refusalWords, ...accountRefusals };
export { tallyClosed } from './accounts/book.ts';
export { compareTallies } from './queries/account-tallies.ts';
export type { LicensingDesk } from './requests.ts';
