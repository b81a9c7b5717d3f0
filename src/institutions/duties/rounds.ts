import {
  actBy,
  addDays,
  basisText,
  type Calendar,
  dueSoonFrom,
  isNational,
  type Lawbook,
  roundOf,
  type Thresholds,
  thresholdsOf,
} from '../../kernel/clock/index.ts';
import type { LocalDate, Recurrence, Term, Unit } from '../../kernel/clock/types.ts';
import type { Light } from '../../kernel/matter/types.ts';

/** One time of a duty with its days. */
export interface Round {
  /** When it was due, or done, the time before: day 0. */
  readonly previous: LocalDate;
  readonly due: LocalDate;
  /** What it covers, both days inclusive. */
  readonly period: { readonly from: LocalDate; readonly to: LocalDate };
  /** The first day on which it can be done. */
  readonly earliest: LocalDate;
  /** From when it is due soon. */
  readonly soon: LocalDate;
  /** A holiday notice that is not out yet could make another day the last working day on or before it. */
  readonly provisional: boolean;
  /** The rule as it stood; absent in facts of earlier releases, as is `by`. */
  readonly derivation?: { readonly basis: string } & Pick<Term, 'amount' | 'unit'> & { readonly recurs: Recurrence };
  /** The county's thresholds and the calendar that `soon` and `provisional` were reckoned by. */
  readonly by?: Thresholds & { readonly edition: string };
}

/** Whose limit it is: the law's, or the county's own. */
export type Tier = 'law' | 'promise';
export const tierOf = ({ basis }: Term): Tier => (isNational(basis) ? 'law' : 'promise');

/** Counted from the last time, not by the year. */
export const fromLastTime = ({ recurs }: Term): boolean => recurs?.due === 'last-time';

/**
 * The time that is due on or after a day; counted from the last time, that day is the last time. What reports on the year before is done
 * when that year has ended (政府信息公开条例 49); everything else after the time before it.
 */
export function roundOn(term: Term, from: LocalDate, calendar: Calendar, law: Lawbook): Round {
  const { previous, due, period } = roundOf(term, from);
  const { amount, unit, basis } = term;
  const recurs = term.recurs!;
  const earliest = addDays(recurs.covers === 'year-before' ? period.to : previous, 1);
  const derivation = { basis: basisText(basis), amount, unit, recurs };
  return { previous, due, period, earliest, ...warned(term, { earliest, due }, calendar, law), derivation };
}

export type Warned = Pick<Round, 'soon' | 'provisional' | 'by'>;

/** What of a time rests on the calendar: the due date itself does not roll. Its clock runs from the day before the first on which it can be done. */
export function warned(
  { unit, amount }: Pick<Term, 'unit' | 'amount'>,
  { earliest, due }: Pick<Round, 'earliest' | 'due'>,
  calendar: Calendar,
  law: Lawbook,
): Warned {
  const zero = addDays(earliest, -1);
  const thresholds = thresholdsOf(law);
  const soon = dueSoonFrom({ zero, due, unit: unit as Unit, amount, extended: 0 }, thresholds, calendar);
  return { soon, provisional: actBy(due, calendar).actByProvisional ?? false, by: { ...thresholds, edition: calendar.edition } };
}

/**
 * The last working day on or before a due date that does not roll, as every face tells it: the date itself is certain (P18).
 * `provisional`: as a time keeps it.
 */
export function workingBy(due: LocalDate, provisional: boolean, calendar: Calendar) {
  const { actBy: by } = actBy(due, calendar);
  return { ...(by && { actBy: by }), provisional: false as const, ...(provisional && { actByProvisional: true as const }) };
}

/** The light of a time that nobody has noted yet. */
export function lightAt({ due, soon }: Pick<Round, 'due' | 'soon'>, tier: Tier, today: LocalDate): Light {
  if (today > due) return tier === 'law' ? 'over-law' : 'over-promise';
  return today >= soon ? 'due-soon' : 'in-time';
}
