import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type CalendarYear, type Lawbook, parseCalendarYear, parseLaw } from '../kernel/clock/index.ts';

/** All of `law/*.yaml` as one book: rooms add files, never edit each other's. */
export function readLaw(root: string): Lawbook {
  const files = yamlFiles(join(root, 'law')).map(({ name, value }) => {
    if (typeof value !== 'object' || value === null || !Array.isArray((value as Rows).terms))
      throw new Error(`law/${name} has no list of terms`);
    return value as Rows;
  });
  return parseLaw({ terms: files.flatMap((file) => file.terms), grounds: files.flatMap((file) => file.grounds ?? []) });
}

/** The years of `law/calendar`, earliest first. */
export function readCalendarYears(root: string): CalendarYear[] {
  return yamlFiles(join(root, 'law', 'calendar')).map(({ name, value }) => {
    const year = parseCalendarYear(value);
    if (name !== `${year.year}.yaml`) throw new Error(`law/calendar/${name} holds the year ${year.year}`);
    return year;
  });
}

interface Rows {
  readonly terms: readonly unknown[];
  readonly grounds?: readonly unknown[];
}

function yamlFiles(folder: string): { name: string; value: unknown }[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => ({ name, value: parse(readFileSync(join(folder, name), 'utf8')) as unknown }));
}
