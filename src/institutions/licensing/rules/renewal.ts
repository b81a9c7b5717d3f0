import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Moment } from '../../../kernel/matter/types.ts';
import type { Item } from '../../catalogue/index.ts';
import { renewalBy } from './clocks.ts';

type Now = Pick<Moment, 'calendar' | 'law'>;

/** How long before its last day a licence's renewal is to be asked for (行政许可法 50); undefined where the law book does not say. */
export function renewalLead({ law }: Pick<Now, 'law'>) {
  const term = law.find('licensing.renew');
  return term && { amount: term.amount, unit: term.unit };
}

export interface RenewalDay {
  /** The last day to ask in time. */
  readonly by: LocalDate;
  /** The holidays of a year between are not announced yet. */
  readonly provisional: boolean;
}

export const renewable = (item: Item | undefined): boolean => item?.cases.value.some(({ id }) => id === 'renewal') ?? false;

/** The last day for this very licence; undefined where it ends on no day or no lead is known. */
export function renewalDay(until: LocalDate | undefined, m: Now): RenewalDay | undefined {
  if (until === undefined || !renewalLead(m)) return undefined;
  const by = renewalBy(until, m);
  const [first, last] = [Number(by.slice(0, 4)), Number(until.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return { by, provisional: years.some((year) => m.calendar.status(year) !== 'official') };
}
