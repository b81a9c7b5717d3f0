import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import { dayTable } from './report.ts';
import { levelBySeat } from './spells.ts';
import type { AccountsAsk } from './sums.ts';

/** What a root asks of the time accounts. */
export { AccountBook, tallyClosed } from './book.ts';
export { type ReportRow, reportOf } from './report.ts';
export { type AccountsAsk, BYS, type By } from './sums.ts';

/** The whole county's time, for who runs the house. */
export const countyAsk = (moment: EngineMoment, more: Pick<AccountsAsk, 'given' | 'working' | 'closed'>): AccountsAsk => ({
  now: moment.now,
  levelOf: levelBySeat((id) => moment.directory.seat(id)?.roles ?? []),
  days: dayTable(moment.calendar),
  ...more,
});
