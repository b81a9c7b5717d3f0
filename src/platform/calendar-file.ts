import { parse as parseYaml, YAMLParseError } from 'yaml';
import { type CalendarBook, faultAt, holidayName, type LocalDate, type NoticeFault, type NoticeYear } from '../kernel/clock/index.ts';
import type { Text } from '../kernel/text.ts';
import { isTable, readTable } from './calendar-table.ts';

/** What whoever brings a file says beside it; what stands in the file goes first, save the year, which chooses. */
export interface Beside {
  readonly year?: number;
  readonly layer?: string;
  readonly document?: string;
  readonly documentEn?: string;
  readonly cause?: string;
}

export type CalendarFile =
  | { readonly ok: true; readonly years: readonly NoticeYear[]; readonly cause: string }
  | { readonly ok: false; readonly faults: readonly NoticeFault[] };

type Given = Readonly<Record<string, unknown>>;
type Row = NoticeYear['rows'][number];

/** A file as it was written: JSON or YAML of this house, CSV, or the tables of chinese-days and holiday-cn. */
export function readCalendarFile(text: string, beside: Beside, book: CalendarBook, today: LocalDate): CalendarFile {
  if (text.includes('\uFFFD')) return { ok: false, faults: [faultAt('', 'unknown-encoding')] };
  const plain = text.replace(/^\uFEFF/, '').trim();
  const table = isTable(plain) ? readTable(plain, beside.year) : undefined;
  if (table && 'faults' in table) return { ok: false, faults: table.faults };
  const value = table ? undefined : parsed(plain);
  if (value instanceof Error) return { ok: false, faults: [notRead(plain, value)] };
  const years = table ? [{ ...about(table.says, '', beside), rows: table.rows, faults: table.mixed }] : yearsOf(value, beside, book, today);
  if (!years) return { ok: false, faults: [faultAt('', 'unreadable')] };
  const chosen = beside.year === undefined ? years : years.filter(({ year }) => Number(year) === beside.year);
  if (beside.year !== undefined && chosen.length === 0)
    return { ok: false, faults: [faultAt('', 'year-not-in-file', { year: beside.year })] };
  if (chosen.length === 0 && isPackage(value)) {
    const held = datesIn(value)
      .map((date) => date.slice(0, 4))
      .sort();
    const span = [...new Set([held[0], held.at(-1)])].join('–');
    return { ok: false, faults: [held.length > 0 ? faultAt('', 'no-new-year', { years: span }) : faultAt('', 'no-year')] };
  }
  const cause = beside.cause ?? (typeof (value as Given)?.cause === 'string' ? String((value as Given).cause) : '');
  return { ok: true, years: chosen, cause };
}

function parsed(text: string): unknown {
  try {
    return parseYaml(text) ?? null;
  } catch (error) {
    return error as Error;
  }
}

/** Where reading broke off; what opens with a bracket was meant as JSON. */
function notRead(text: string, error: Error): NoticeFault {
  const [at] = error instanceof YAMLParseError ? (error.linePos ?? []) : [];
  const { line, col: column } = at ?? { line: 1, col: 1 };
  return faultAt(`line ${line}, column ${column}`, /^[{[]/.test(text) ? 'not-json' : 'unreadable', { line, column });
}

function yearsOf(value: unknown, beside: Beside, book: CalendarBook, today: LocalDate): NoticeYear[] | undefined {
  if (!value || typeof value !== 'object') return undefined;
  const given = value as Given;
  if (isPackage(given)) return fromPackage(given, beside, book, today);
  if (Array.isArray(given.days)) return [fromDays(given, beside)];
  const list = Array.isArray(value) ? value : Array.isArray(given.years) ? given.years : [value];
  if (!list.every((one) => one && typeof one === 'object' && 'year' in one)) return undefined;
  return list.map((one, i) => fromYear({ ...whole(given), ...(one as Given) }, list.length > 1 ? `years[${i}].` : '', beside));
}

/** What a file of several years says of all of them. */
const whole = ({ layer, document, status }: Given): Given =>
  Object.fromEntries(Object.entries({ layer, document, status }).filter(([, v]) => v !== undefined));

function about(given: Given, place: string, { layer, document, documentEn }: Beside): Omit<NoticeYear, 'rows'> {
  const said = document === undefined ? undefined : { zh: document, en: documentEn ?? document };
  return {
    place: place || 'file',
    year: given.year,
    layer: layer ?? text(given.layer) ?? 'national',
    status: text(given.status) ?? 'official',
    document: named(given.document) ?? said,
  };
}

/** The form of `law/calendar`: ranges of rest days and the make-up days. */
function fromYear(given: Given, at: string, beside: Beside): NoticeYear {
  const rows = (list: unknown, field: string, what: string): Row[] =>
    (Array.isArray(list) ? list : list === undefined ? [] : [list]).map((one, i) => {
      const row = (typeof one === 'object' && one !== null ? one : { date: one }) as Given;
      const from = text(row.from ?? row.date) ?? '';
      return {
        place: `${at}${field}[${i}]`,
        what,
        from,
        to: text(row.to) ?? from,
        ...(row.name !== undefined && { name: named(row.name) }),
        ...(row.weekday !== undefined && { weekday: String(row.weekday) }),
      };
    });
  const place = at.replace(/\.$/, '');
  return { ...about(given, place, beside), rows: [...rows(given.off, 'off', 'off'), ...rows(given.makeup, 'makeup', 'work')] };
}

/** The form of holiday-cn: a year, its days, and where the notice stands. */
function fromDays(given: Given, beside: Beside): NoticeYear {
  const papers = Array.isArray(given.papers) ? given.papers.filter((p) => typeof p === 'string') : [];
  const rows = (given.days as readonly Given[]).map((day, i): Row => {
    const date = text(day?.date) ?? '';
    return { place: `days[${i}]`, what: day?.isOffDay === false ? 'work' : 'off', from: date, to: date, name: named(day?.name) };
  });
  const document = given.document ?? (beside.document === undefined && papers.length > 0 ? papers.join(' ') : undefined);
  return { ...about({ ...given, document }, '', beside), rows };
}

interface Package {
  readonly holidays: Readonly<Record<string, unknown>>;
  readonly workdays: Readonly<Record<string, unknown>>;
}
const isPackage = (value: unknown): value is Package => !!(value as Package | null)?.holidays && !!(value as Package).workdays;
const datesIn = ({ holidays, workdays }: Package): string[] => [...Object.keys(holidays), ...Object.keys(workdays)];

/** The tables of chinese-days hold all years; those are taken that no official notice is known of, or the one asked for. */
function fromPackage(given: Package, beside: Beside, book: CalendarBook, today: LocalDate): NoticeYear[] {
  const rows = (['holidays', 'workdays'] as const).flatMap((table) =>
    Object.entries(given[table]).map(([date, name]): Row => {
      const [en = '', zh = en] = String(name).split(',');
      return { place: `${table}.${date}`, what: table === 'holidays' ? 'off' : 'work', from: date, to: date, name: holidayName(zh || en) };
    }),
  );
  const years = [...new Set(rows.map(({ from }) => Number(from.slice(0, 4))))].sort((a, b) => a - b);
  const open = (year: number) => year >= Number(today.slice(0, 4)) && book.calendar.status(year) !== 'official';
  return years
    .filter((year) => (beside.year === undefined ? open(year) : year === beside.year))
    .map((year) => ({ ...about({ year }, String(year), beside), rows: rows.filter(({ from }) => from.startsWith(`${year}-`)) }));
}

const text = (value: unknown): string | undefined => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined);

function named(value: unknown): Text | undefined {
  if (typeof value === 'string') return value.trim() ? holidayName(value) : undefined;
  const { zh, en } = (value ?? {}) as { zh?: unknown; en?: unknown };
  return typeof zh === 'string' ? { zh, en: typeof en === 'string' ? en : zh } : undefined;
}
