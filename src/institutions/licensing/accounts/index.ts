import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import type { AccountsAsk } from '../queries/accounts.ts';
import { dayTable } from './report.ts';

/** What a root asks of the time accounts. */
export { type AccountsAsk, BYS, type By } from '../queries/accounts.ts';
export { AccountBook, tallyClosed } from './book.ts';
export { type ReportRow, reportOf } from './report.ts';

/** The whole county's time, for who runs the house. */
export const countyAsk = (moment: EngineMoment, more: Pick<AccountsAsk, 'given' | 'working' | 'closed'>): AccountsAsk => ({
  now: moment.now,
  days: dayTable(moment.calendar),
  ...more,
});
