import type { CalendarYear } from '../types.ts';
import { after, weekend } from './days.ts';
import { SOLAR } from './words.ts';

type Name = CalendarYear['document'];
/** A holiday; or a day on which the county stopped work, by its document. */
export type Off = { readonly name: Name; readonly document?: Name };

export interface RestDays {
  /** Why a day is no working day: the weekend, the holiday or the stop of work; undefined when it is one. */
  why(day: string): 'weekend' | Off | undefined;
  makeup(day: string): boolean;
  /** Whether its year has no official notice, which could still make a working day of it or a rest day: not of a holiday with a date of its own. */
  open(day: string): boolean;
  /** What is known of a year. */
  known(year: number): 'official' | 'provisional' | 'missing' | 'not-held';
}

const known = new WeakMap<readonly CalendarYear[], RestDays>();

/** Read once for each list of years. */
export function restDays(years: readonly CalendarYear[]): RestDays {
  const found = known.get(years) ?? tabulate(years);
  known.set(years, found);
  return found;
}

const ordinary = new WeakMap<readonly CalendarYear[], readonly CalendarYear[]>();

/** The same years as if the county had never stopped work. */
export function withoutStops(years: readonly CalendarYear[]): readonly CalendarYear[] {
  const found = ordinary.get(years) ?? years.map(withoutStop);
  ordinary.set(years, found);
  return found;
}

function withoutStop(one: CalendarYear): CalendarYear {
  const stopped = new Set<string>();
  for (const { from, to } of one.off.filter(({ document }) => document !== undefined))
    for (let day: string = from; day <= to; day = after(day)) stopped.add(day);
  if (stopped.size === 0) return one;
  const notices = one.notices?.map((notice) => ({ ...notice, days: notice.days.filter((day) => !stopped.has(day)) }));
  return { ...one, off: one.off.filter(({ document }) => document === undefined), ...(notices && { notices }) };
}

function tabulate(years: readonly CalendarYear[]): RestDays {
  const makeups = new Set<string>(years.flatMap((y) => y.makeup));
  const holidays = new Map<string, Off>();
  for (const off of years.flatMap((y) => y.off))
    for (let day: string = off.from; day <= off.to; day = after(day)) if (!holidays.has(day)) holidays.set(day, off);
  const makeup = (day: string) => makeups.has(day);
  const known = (year: number) => {
    const given = years.find((one) => one.year === year);
    if (given) return given.status;
    // A year before one whose notice is out had its own; before 2025 other days were fixed.
    const past = year < 2025 || years.some((one) => one.year > year && one.status === 'official');
    return past ? 'not-held' : 'missing';
  };
  const solar = (day: string) => {
    const name = day >= '2025' && known(Number(day.slice(0, 4))) === 'missing' ? SOLAR[day.slice(5)] : undefined;
    return name && { name };
  };
  const why = (day: string) => (makeup(day) ? undefined : (holidays.get(day) ?? solar(day) ?? (weekend(day) ? 'weekend' : undefined)));
  const open = (day: string) =>
    known(Number(day.slice(0, 4))) !== 'official' && !(day >= '2025' && SOLAR[day.slice(5)] !== undefined && why(day) !== undefined);
  return { makeup, known, why, open };
}
