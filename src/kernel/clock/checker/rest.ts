import type { CalendarYear } from '../types.ts';
import { after, weekend } from './days.ts';

type Name = CalendarYear['document'];

export interface RestDays {
  /** Why a day is no working day: the weekend, or the holiday; undefined when it is one. */
  why(day: string): 'weekend' | Name | undefined;
  makeup(day: string): boolean;
}

const known = new WeakMap<readonly CalendarYear[], RestDays>();

/** Read once for each list of years. */
export function restDays(years: readonly CalendarYear[]): RestDays {
  const found = known.get(years) ?? tabulate(years);
  known.set(years, found);
  return found;
}

function tabulate(years: readonly CalendarYear[]): RestDays {
  const makeups = new Set<string>(years.flatMap((y) => y.makeup));
  const holidays = new Map<string, Name>();
  for (const { from, to, name } of years.flatMap((y) => y.off))
    for (let day: string = from; day <= to; day = after(day)) if (!holidays.has(day)) holidays.set(day, name);
  const makeup = (day: string) => makeups.has(day);
  return { makeup, why: (day) => (makeup(day) ? undefined : (holidays.get(day) ?? (weekend(day) ? 'weekend' : undefined))) };
}
