import type { ZodType } from 'zod';
import { LONGEST } from './schema.ts';
import type { Fault } from './types.ts';
import { FAULTS, type FaultCode, fault } from './words.ts';

/** A cell by its column; the row number counts as a spreadsheet does: the header is row 1. */
export type CsvRecord = Readonly<Record<string, string>>;
export interface NumberedRow<T> {
  readonly row: number;
  readonly value: T;
}

export const numbered = <T>(values: readonly T[]): NumberedRow<T>[] => values.map((value, index) => ({ row: index + 2, value }));

/** Cells of a file to records by header; a row with too few or too many cells is a fault, not a shift. Blank lines count and are passed over. */
export function toRecords(cells: readonly (readonly string[])[]): {
  header: readonly string[];
  records: NumberedRow<CsvRecord>[];
  faults: Fault[];
} {
  const [first = [], ...body] = cells;
  const header = first.map((name) => name.trim());
  const faults: Fault[] = [];
  const records = numbered(body)
    .filter(({ value }) => value.some((cell) => cell.trim() !== ''))
    .map(({ row, value }) => {
      if (value.length !== header.length) faults.push(fault('', 'bad-row', { found: value.length, expected: header.length }, { row }));
      return { row, value: Object.fromEntries(header.map((name, place) => [name, value[place] ?? ''])) };
    });
  if (records.length === 0) faults.push(fault('', 'no-rows', {}, { row: 1 }));
  return { header, records, faults };
}

/** All rows, all faults; a row at fault is left out. */
export function readRows<T>(
  records: readonly NumberedRow<CsvRecord>[],
  schema: ZodType<T>,
  key: string,
): { rows: NumberedRow<T>[]; faults: Fault[] } {
  const rows: NumberedRow<T>[] = [];
  const faults: Fault[] = [];
  for (const { row, value: record } of records) {
    const item = record[key]?.trim() ?? '';
    for (const [column, text] of Object.entries(record))
      if (text.includes('\u0000') || !text.isWellFormed()) faults.push(fault(item, 'bad-text', {}, { row, column }));

    const parsed = schema.safeParse(record);
    if (parsed.success) {
      rows.push({ row, value: parsed.data });
      continue;
    }
    for (const issue of parsed.error.issues) {
      const column = String(issue.path[0] ?? key);
      const value = record[column] ?? '';
      const about = { value: clip(value), length: value.length, ...LONGEST, least: column === 'visits' ? 0 : 1 };
      faults.push(fault(clip(item), codeOf(issue.message), about, { row, column }));
    }
  }
  return { rows, faults };
}

/** A fault names what it is about; it does not repeat a page of it. */
export const clip = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

export const missingColumns = (header: readonly string[], needed: readonly string[]): Fault[] =>
  needed.filter((column) => !header.includes(column)).map((column) => fault('', 'missing-column', { value: column }, { row: 1, column }));

const codeOf = (message: string): FaultCode => (Object.hasOwn(FAULTS, message) ? (message as FaultCode) : 'unknown-word');
