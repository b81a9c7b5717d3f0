import { parse } from 'csv-parse/sync';
import { columnNames, dayKind, faultAt, holidayName, type NoticeFault, type NoticeYear } from '../kernel/clock/index.ts';

type Row = NoticeYear['rows'][number];
/** What every line of a table says alike. */
type Says = Record<'year' | 'layer' | 'document', string | undefined>;
export type Table =
  | { readonly says: Says; readonly rows: readonly Row[]; readonly mixed: readonly NoticeFault[] }
  | { readonly faults: readonly NoticeFault[] };

const COLUMNS = ['date', 'to', 'kind', 'name', 'name_en', 'weekday', 'layer', 'document'];

export const isTable = (text: string): boolean => /^"?date"?\s*[,;\t]/i.test(text);

/**
 * A line a day: date, kind (off or work), name, weekday; `to` where a line holds several days. One table is one notice: where its lines
 * differ in year, layer or document, none is taken, and the others are still looked at (`mixed`). With a year, only the lines of that year are looked at.
 */
export function readTable(source: string, year?: number): Table {
  const lines = linesOf(source);
  if (!lines) return { faults: [faultAt('', 'unreadable')] };
  if ('faults' in lines) return lines;
  const told = lines.rows
    .map(({ line, cells }) => ({ line, cells, says: saysOf(cells) }))
    .filter(({ says }) => year === undefined || says.year === undefined || Number(says.year) === year);
  if (told.length === 0)
    return { faults: [lines.rows.length > 0 ? faultAt('', 'year-not-in-file', { year: year! }) : faultAt('', 'no-year')] };
  const dated = told.find(({ says }) => says.year);
  const mixed = told.flatMap(({ line, says }) =>
    (['year', 'layer', 'document'] as const).flatMap((what) => {
      // A date that cannot be read is a fault of its own.
      const first = what === 'year' ? dated : told[0];
      if (!first || says[what] === first.says[what] || (what === 'year' && !says.year)) return [];
      const params = { what: columnNames[what], value: says[what] ?? '', line: first.line, first: first.says[what] ?? '' };
      return [faultAt(`line ${line}`, 'notices-mixed', params)];
    }),
  );
  // A line of another year is told as that; what else could be said of it follows from it.
  const rows = told.filter(({ says }) => !dated || !says.year || says.year === dated.says.year).map(rowOf);
  return { says: { ...told[0]!.says, year: dated?.says.year ?? told[0]!.cells.date }, rows, mixed };
}

const saysOf = ({ date, layer, document }: Cells): Says => ({
  year: /^\d{4}/.exec(date ?? '')?.[0],
  layer: layer || undefined,
  document: document || undefined,
});

type Cells = Readonly<Record<string, string>>;
interface Line {
  readonly line: number;
  readonly cells: Cells;
}

/** The lines by the names of their columns; a column that nobody reads, or that stands twice, may hold what its writer relied on. */
function linesOf(source: string): { readonly rows: readonly Line[] } | { readonly faults: readonly NoticeFault[] } | undefined {
  const [, delimiter] = /^"?date"?\s*([;\t])/i.exec(source) ?? [];
  if (delimiter) return { faults: [faultAt('line 1', 'not-commas', { delimiter: delimiter === ';' ? ';' : 'Tab' })] };
  try {
    const [heads = []] = parse(source, { to_line: 1 }).map((line) => line.map((head: string) => head.trim().toLowerCase()));
    const faults = heads.flatMap((column, i) => [
      ...(COLUMNS.includes(column) ? [] : [faultAt('line 1', 'column-unknown', { column, known: COLUMNS.join(', ') })]),
      ...(heads.indexOf(column) < i ? [faultAt('line 1', 'column-twice', { column })] : []),
    ]);
    if (faults.length > 0) return { faults };
    const found = parse(source, { columns: heads, from_line: 2, info: true, trim: true, skip_empty_lines: true }) as unknown as readonly {
      record: Cells;
      info: { lines: number };
    }[];
    return { rows: found.map(({ record, info }) => ({ line: info.lines, cells: record })) };
  } catch {
    return undefined;
  }
}

const rowOf = ({ line, cells }: Line): Row => ({
  place: `line ${line}`,
  what: dayKind(cells.kind ?? ''),
  from: cells.date ?? '',
  to: cells.to || (cells.date ?? ''),
  ...(cells.name && { name: cells.name_en ? { zh: cells.name, en: cells.name_en } : holidayName(cells.name) }),
  ...(cells.weekday && { weekday: cells.weekday }),
});
