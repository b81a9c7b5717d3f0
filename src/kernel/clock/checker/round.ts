import type { CalendarYear, Recurrence } from '../types.ts';
import { timesOf } from './back.ts';
import { after, before, isDay } from './days.ts';
import { restDays } from './rest.ts';
import { anyOpen, lastWorking } from './way.ts';

/** One time of a recurring duty as a fact keeps it, with what its days were reckoned by. */
export interface RecordedTime {
  readonly previous: string;
  readonly due: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly earliest: string;
  readonly soon: string;
  readonly provisional: boolean;
  readonly derivation?: { readonly amount: number; readonly unit: string; readonly recurs: Recurrence };
  /** Percent of the time that has passed, working days that are left. */
  readonly by?: { readonly share: number; readonly left: number; readonly edition: string };
}

/**
 * The second opinion on a time of a recurring duty: walks from the time before, one day at a time, to the day due, and back from it to the day
 * from which it is due soon. A sentence for each value that is another. Of facts of earlier releases what they keep the reason of.
 */
export function checkRound(time: RecordedTime, yearsOf: (edition: string) => readonly CalendarYear[] | undefined): string[] {
  const unreadable = faults(time);
  if (unreadable.length > 0) return unreadable;
  const years = time.by && yearsOf(time.by.edition);
  if (time.by && !years) return [`derivation edition: ${time.by.edition} is no calendar known here`];
  return Object.entries({ ...daysOf(time), ...(years && warningOf(time, years)) }).flatMap(([what, is]) => {
    const says = what.split('.').reduce((value: unknown, key) => (value as Record<string, unknown>)[key], time);
    return says === is ? [] : [`${what}: says ${JSON.stringify(says)}, walking gives ${JSON.stringify(is)}`];
  });
}

function daysOf({ previous: said, due: told, derivation }: RecordedTime): Record<string, unknown> {
  if (!derivation) return {};
  const { amount, recurs } = derivation;
  const since = recurs.due === 'last-time';
  const unit = derivation.unit === 'month' ? 'mo' : 'yr';
  const [, due] = timesOf({ from: since ? said : after(said), amount, unit }, recurs);
  // Where the day due follows from the time before, that is what it says; else both are looked for from the day due.
  const [previous] = since ? [said] : timesOf({ from: told, amount, unit }, recurs);
  const year = Number(due.slice(0, 4)) - (recurs.covers === 'year-before' ? 1 : 0);
  const ofYear = /^\d/.test(recurs.due);
  const to = ofYear ? `${year}-12-31` : due;
  return {
    previous,
    due,
    'period.from': ofYear ? `${year}-01-01` : after(previous),
    'period.to': to,
    earliest: after(recurs.covers === 'year-before' ? to : previous),
  };
}

/** From when it is due soon: so much of its days has passed, or so few working days are left; never before it can be done. */
function warningOf({ due, earliest, by }: RecordedTime, years: readonly CalendarYear[]): Record<string, unknown> {
  const rest = restDays(years);
  let all = 0;
  for (let day = earliest; day <= due; day = after(day)) all += 1;
  let byShare = due;
  for (let spare = Math.floor((all * (100 - by!.share)) / 100); spare > 0; spare--) byShare = before(byShare);
  let byLeft = due;
  for (let left = by!.left; left > 0; ) {
    byLeft = before(byLeft);
    if (rest.why(byLeft) === undefined) left -= 1;
  }
  const soon = byShare < byLeft ? byShare : byLeft;
  return { soon: soon < earliest && earliest <= due ? earliest : soon, provisional: anyOpen(lastWorking(due, rest), due, rest) };
}

/** What makes it unreadable: the stored text may be anybody's. */
function faults({ previous, due, period, earliest, soon, derivation, by }: RecordedTime): string[] {
  const days = { previous, due, 'period.from': period?.from, 'period.to': period?.to, earliest, soon };
  const found = Object.entries(days).flatMap(([what, day]) => (isDay(day) ? [] : [`${what}: ${String(day)} is no date`]));
  if (derivation) {
    const { amount, unit, recurs } = derivation;
    if (unit !== 'month' && unit !== 'year') found.push(`derivation unit: ${unit} is none`);
    if (!isWhole(amount) || amount < 1 || (recurs?.due === 'period-end' && amount > 12)) found.push(`derivation amount: ${amount} is none`);
    if (!['period-end', 'last-time'].includes(recurs?.due) && !isDay(`2024-${recurs?.due}`))
      found.push(`derivation recurs: ${recurs?.due} is no day of the year`);
  }
  if (by && !(isWhole(by.share) && by.share <= 100 && isWhole(by.left))) found.push('derivation by: these are no thresholds');
  return found;
}

const isWhole = (n: unknown): boolean => Number.isInteger(n) && Number(n) >= 0 && Number(n) <= 1_000;
