import type { FastifyReply } from 'fastify';
import writeExcel, { type Cell } from 'write-excel-file/node';
import type { Lang, Text } from '../../kernel/text.ts';

/** One column of a list that is taken away: its head, and what stands in it. */
export interface Column<R> {
  readonly head: Text;
  readonly text?: (row: R, lang: Lang) => string | undefined;
  /** The sign that a screen draws with the text; one column of a list has it. */
  readonly sign?: (row: R) => string | undefined;
  readonly number?: (row: R) => number | null | undefined;
  /** `2026-02-13`. */
  readonly day?: (row: R) => string | undefined;
  /** ISO 8601; shown as the county's local time. */
  readonly instant?: (row: R) => string | undefined;
  /** A screen shows it below the column before it, with its head; a file has room for it beside. */
  readonly under?: true;
}

export interface Sheet<R> {
  readonly name: Text;
  readonly day: string;
  readonly lang: Lang;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
}

export const SHEETS = ['csv', 'xlsx'] as const;
export type SheetKind = (typeof SHEETS)[number];

export const TYPES: Readonly<Record<SheetKind, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A list as a file: heads in the reader's language, days as days, numbers as numbers. */
export async function sendSheet<R>(reply: FastifyReply, kind: SheetKind, sheet: Sheet<R>): Promise<FastifyReply> {
  const file = `${sheet.name[sheet.lang]}-${sheet.day}.${kind}`;
  reply
    .type(TYPES[kind])
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `attachment; filename="list.${kind}"; filename*=UTF-8''${encodeURIComponent(file)}`);
  return reply.send(kind === 'csv' ? toCsv(sheet) : await toXlsx(sheet));
}

/** The zone of the county: Asia/Shanghai, without daylight saving since 1991. */
const ZONE_MS = 8 * 3_600_000;
const local = (iso: string): Date => new Date(Date.parse(iso) + ZONE_MS);

/** With a byte order mark: without it spreadsheet programs read Chinese as something else. */
export function toCsv<R>({ columns, rows, lang }: Sheet<R>): string {
  const lines = [columns.map((c) => c.head[lang]), ...rows.map((row) => columns.map((c) => plainCell(c, row, lang)))];
  return `\uFEFF${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function plainCell<R>(c: Column<R>, row: R, lang: Lang): string {
  const at = c.instant?.(row);
  if (at) return local(at).toISOString().slice(0, 16).replace('T', ' ');
  if (c.number) return String(c.number(row) ?? '');
  return c.day?.(row) ?? unarmed(c.text?.(row, lang) ?? '');
}

/** A spreadsheet program would run it as a formula. */
const unarmed = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export async function toXlsx<R>({ columns, rows, lang, name }: Sheet<R>): Promise<Buffer> {
  const heads: Cell[] = columns.map((c) => ({ value: c.head[lang], type: String, fontWeight: 'bold' }));
  const cells = rows.map((row) => columns.map((c) => typedCell(c, row, lang)));
  const widths = columns.map((c) => ({ width: c.instant ? 18 : c.day || c.number ? 13 : 24 }));
  return writeExcel([heads, ...cells], { sheet: name[lang].slice(0, 31), columns: widths, stickyRowsCount: 1 }).toBuffer();
}

/**
 * Days since the zeroth of January 1900, as a sheet keeps an instant: to the whole second. A fraction of a day is no exact number in binary,
 * and some readers cut off what they miss of a millisecond; a tenth of one more keeps the second.
 */
const serialOf = (at: Date): number => Math.round(at.getTime() / 1000) / 86_400 + 25_569 + 1e-9;

function typedCell<R>(c: Column<R>, row: R, lang: Lang): Cell {
  const [day, at, number, text] = [c.day?.(row), c.instant?.(row), c.number?.(row), c.text?.(row, lang)];
  if (day) return { value: new Date(`${day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  if (at) return { value: serialOf(local(at)), type: Number, format: 'yyyy-mm-dd hh:mm' };
  if (typeof number === 'number') return { value: number, type: Number };
  // A sheet cannot hold control characters; as text a formula is only text.
  return text ? { value: text.replace(/[\p{Cc}]/gu, ' '), type: String } : null;
}
