import { type Calendar, calendarWithStops } from './calendar.ts';
import { parseCalendarYear } from './lawbook.ts';
import type { CalendarYear } from './types.ts';

/** A calendar as a file of its own, `docs/schemas/calendar.schema.json`: an edition and its years, written as in `law/calendar`. */
export interface CalendarFile {
  readonly edition: string;
  readonly years: readonly CalendarYear[];
}

/** What was read from JSON or YAML, or every fault of it, the year first. */
export function parseCalendarFile(source: unknown): { readonly file: CalendarFile; readonly calendar: Calendar } | readonly string[] {
  const { edition, years, $schema: _, ...more } = (typeof source === 'object' && source !== null ? source : {}) as Record<string, unknown>;
  const faults: string[] = [];
  if (typeof edition !== 'string' || !/^[\w.-]{1,40}$/.test(edition)) faults.push('edition: give it a short name, such as 2027.1');
  for (const name of Object.keys(more)) faults.push(`${name}: is no part of a calendar`);
  if (!Array.isArray(years) || years.length === 0) return [...faults, 'years: list at least one year'];
  const read = years.flatMap((year: unknown, i): CalendarYear[] => {
    try {
      return [parseCalendarYear(year)];
    } catch (error) {
      faults.push(`years[${i}]: ${(error as Error).message.replace(/^calendar year: /, '')}`);
      return [];
    }
  });
  const twice = read.map(({ year }) => year).filter((year, i, all) => all.indexOf(year) !== i);
  for (const year of new Set(twice)) faults.push(`years: ${year} is given twice`);
  if (faults.length > 0) return faults;
  const file = { edition: edition as string, years: read };
  return { file, calendar: calendarWithStops(file.edition, read) };
}
