import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { textOf } from '../kernel/encoding.ts';
import { fill, type Text } from '../kernel/text.ts';
import type { FileFault } from './data-file.ts';
import { fileWords } from './words.ts';

/** A CSV file that comes with the house: its rows by the names of its columns, with the line each begins on. */
export interface DataTable {
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Of each row; of a place that has no row, that of the header. */
  lineOf(row: number | undefined): number;
  readonly faults: readonly FileFault[];
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Reads it whole, or tells its faults; `columns` are those it must have, and no other. */
export function readTable(path: string, name: string, columns: readonly string[]): DataTable {
  const faults: FileFault[] = [];
  const fault = (line: number, key: keyof typeof fileWords, params: Readonly<Record<string, string | number>> = {}) => {
    const { zh, en }: Text = fileWords[key];
    faults.push({ file: name, line, text: { zh: fill(zh, params), en: fill(en, params) } });
  };
  const bytes = bytesOf(path);
  const read = bytes && textOf(bytes);
  if (!read) fault(1, bytes ? 'no-encoding' : 'not-there');
  else if (read.encoding !== 'utf-8') fault(1, 'not-utf-8', { found: read.encoding.toUpperCase() });
  let parsed: readonly Parsed[] = [];
  try {
    parsed = parse(read?.text ?? '', { bom: true, info: true, relax_column_count: true, skip_empty_lines: true }) as never;
  } catch (error) {
    fault((error as { lines?: number }).lines ?? 1, 'no-table', { said: (error as Error).message });
  }
  const [first, ...body] = parsed;
  if (!first && faults.length === 0) fault(1, 'empty');
  const header = first?.record.map((column) => column.trim()) ?? [];
  if (first) {
    for (const column of columns.filter((one) => !header.includes(one))) fault(1, 'no-column', { column });
    for (const column of header.filter((one) => !columns.includes(one))) fault(1, 'other-column', { column, known: columns.join(', ') });
  }
  for (const { record, info } of body)
    if (record.length !== header.length) fault(info.lines, 'torn-row', { found: record.length, wanted: header.length });
  return {
    rows: body.map(({ record }) => Object.fromEntries(header.map((column, i) => [column, record[i] ?? '']))),
    lineOf: (row) => (row === undefined ? 1 : (body[row]?.info.lines ?? 1)),
    faults,
  };
}

function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
