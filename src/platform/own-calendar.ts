import { readFileSync } from 'node:fs';
import { parse, parseDocument } from 'yaml';
import { type Calendar, type CalendarFile, parseCalendarFile } from '../kernel/clock/index.ts';
import { textOf } from '../kernel/encoding.ts';
import { SetupError } from './setup-error.ts';

/** A calendar of one's own, JSON or YAML, `docs/schemas/calendar.schema.json`. A file with faults is refused whole, all of them told. */
export function readOwnCalendar(path: string): { readonly file: CalendarFile; readonly calendar: Calendar } {
  const text = textOf(readFileSync(path))?.text;
  if (text === undefined) throw new SetupError(`${path} is neither UTF-8 nor GB18030; save it as UTF-8.`);
  const read = parseCalendarFile(parsed(path, text));
  if ('calendar' in read) return read;
  throw new SetupError(
    [`${path} is no calendar:`, ...read.map((fault) => `  ${fault}`), 'Correct these; docs/schemas/calendar.schema.json says how.'].join(
      '\n',
    ),
  );
}

/** The first key of an object that is given twice, as YAML tells it: a plain reader of JSON would take the last in silence. */
export const doubledKey = (text: string): string | undefined =>
  parseDocument(text)
    .errors.find(({ code }) => code === 'DUPLICATE_KEY')
    ?.message.split('\n')[0];

function parsed(path: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new SetupError(`${path} can be read neither as JSON nor as YAML: ${(error as Error).message.split('\n')[0]}`);
  }
}
