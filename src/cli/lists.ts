import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Taken } from '../platform/http/listing.ts';
import { toCsv, toXlsx } from '../platform/http/sheets.ts';
import { UsageError } from '../platform/setup-error.ts';

export interface TakeOptions {
  readonly csv?: string;
  readonly xlsx?: string;
  readonly lang?: string;
}

/** The options by which a list is taken away as a file. */
export const withFiles = (command: Command): Command =>
  command
    .option('--csv <file>', 'the list as CSV; - is stdout')
    .option('--xlsx <file>', 'the list as XLSX; - is stdout')
    .option('--lang <lang>', 'of these files: zh or en', 'zh');

/** Writes the files that were asked for: the same rows and columns as on screen. False where none was. */
export async function takenAway<R>({ listing, rows, day }: Taken<R>, { csv, xlsx, lang }: TakeOptions): Promise<boolean> {
  if (lang !== 'zh' && lang !== 'en') throw new UsageError(`--lang is zh or en, not ${lang}.`);
  if (csv === '-' && xlsx === '-') throw new UsageError('Only one of --csv and --xlsx can go to stdout.');
  const sheet = { name: listing.name, columns: listing.columns, day, lang, rows } as const;
  const write = (path: string, content: string | Uint8Array) =>
    path === '-' ? void process.stdout.write(content) : writeFileSync(path, content);
  if (csv !== undefined) write(csv, toCsv(sheet));
  if (xlsx !== undefined) write(xlsx, await toXlsx(sheet));
  return csv !== undefined || xlsx !== undefined;
}
