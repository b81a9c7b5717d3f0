import { fill, type Text } from '../text.ts';
import { addDays, daysBetween, isLocalDate, toDayNumber, weekday, year as yearOf } from './date.ts';
import { type CalendarBook, LAYERS, type Layer, type LayerYear, noticeKey, runsOf } from './editions.ts';
import { besideFaults, daysIn, type Notice, unusual } from './notice-beside.ts';
import { faultAt, type NoticeFault, type Params } from './notice-fault.ts';
import type { LocalDate } from './types.ts';
import { DOCUMENT_NUMBER, type FaultCode, faultPlaces, holidayNames, tellsOf, weekdayNames, weekdayOf } from './words.ts';

/** A row of a notice as it was written, with its place in the file. */
export interface NoticeRow {
  /** `off[2]`, `line 4`. */
  readonly place: string;
  readonly what: 'off' | 'work' | string;
  readonly from: string;
  readonly to: string;
  readonly name?: Text;
  readonly weekday?: string;
}

/** One year of a notice as it was written. */
export interface NoticeYear {
  readonly place: string;
  readonly year: unknown;
  readonly layer: string;
  readonly status: string;
  readonly document?: Text;
  readonly rows: readonly NoticeRow[];
  /** What reading it has found already. */
  readonly faults?: readonly NoticeFault[];
}

export type Checked =
  | { readonly ok: true; readonly years: readonly LayerYear[]; readonly warnings: readonly NoticeFault[] }
  | { readonly ok: false; readonly faults: readonly NoticeFault[] };

/** All that is wrong with a notice at once; one fault refuses the whole of it. */
export function checkNotice(years: readonly NoticeYear[], book: CalendarBook, today: LocalDate): Checked {
  const faults: NoticeFault[] = years.length === 0 ? [faultAt('', 'no-year')] : years.flatMap((one) => one.faults ?? []);
  const made = years.map((written) => checkYear(written, today, faults));
  for (const [i, one] of years.entries()) {
    if (made.findIndex((other) => noticeKey(other) === noticeKey(made[i]!)) < i)
      faults.push(faultAt(fieldOf(one.place, 'year'), 'year-twice', { year: String(one.year) }));
    const before = Number(one.year) - 1;
    const known =
      book.calendar.status(before) === 'official' || years.some((other) => other.year === before && other.status === 'official');
    if (one.layer === 'national' && Number.isInteger(before) && before >= yearOf(today) && !known)
      faults.push(faultAt(fieldOf(one.place, 'year'), 'year-gap', { year: before + 1, before }));
  }
  const notices = made.map((year, i): Notice => ({ year, at: (date) => placeOf(years[i]!, date) }));
  faults.push(...besideFaults(notices, book, today));
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, years: made, warnings: made.flatMap((year, i) => unusual(year, years[i]!.place, book, today)) };
}

/** The years of a notice as an edition would hold them, whether they may be entered or not. */
export const noticeYears = (years: readonly NoticeYear[], today: LocalDate): readonly LayerYear[] =>
  years.map((written) => checkYear(written, today, []));

/** A line by its number; a field of JSON by its path. */
function placeText(place: string): Text {
  const [, line] = /^line (\d+)$/.exec(place) ?? [];
  return line ? { zh: fill(faultPlaces.line.zh, { line }), en: fill(faultPlaces.line.en, { line }) } : { zh: place, en: place };
}

/** A field as somebody finds it in the file; a table of another form has no fields, and its year is the place. */
const fieldOf = (place: string, name: string): string =>
  place === 'file' ? name : place.startsWith('years[') ? `${place}.${name}` : place;

function checkYear(written: NoticeYear, today: LocalDate, faults: NoticeFault[]): LayerYear {
  const { place, layer, status, document, rows } = written;
  const year = Number(written.year);
  const no = (at: string, code: FaultCode, params?: Params) => faults.push(faultAt(at, code, params));
  /** What is wrong with the year as a whole stands where its field does. */
  const field = (name: string) => fieldOf(place, name);
  if (!Number.isInteger(year) || year < 1900 || year > 9998) no(field('year'), 'not-a-year', { value: String(written.year) });
  else if (year < yearOf(today)) no(field('year'), 'year-sealed', { year });
  if (!LAYERS.includes(layer as Layer)) no(field('layer'), 'not-a-layer', { value: layer });
  if (!['official', 'provisional'].includes(status)) no(field('status'), 'not-a-status', { value: status });
  if (!document?.zh.trim()) no(field('document'), 'document-missing');
  else if (layer === 'national' && status === 'official' && !DOCUMENT_NUMBER.test(`${document.zh} ${document.en}`))
    no(field('document'), 'document-number-missing', { year });

  const off = new Map<number, Text>();
  const makeup = new Map<number, LocalDate>();
  const first = new Map<number, string>();
  for (const row of rows) {
    const days = daysOf(row, year, no);
    if (row.what === 'off' && !row.name?.zh.trim()) no(row.place, 'name-missing');
    for (const day of days) {
      const number = toDayNumber(day);
      const there = first.get(number);
      if (there !== undefined) no(row.place, 'duplicate', { date: day, first: placeText(there) });
      else first.set(number, row.place);
      if (row.what === 'off') off.set(number, row.name ?? { zh: '', en: '' });
      if (row.what !== 'work') continue;
      makeup.set(number, day);
      if (weekday(day) < 6) no(row.place, 'not-a-weekend', { date: day, weekday: weekdayNames[weekday(day) - 1]! });
      if (layer === 'county') no(row.place, 'county-makes-no-workday', { date: day });
    }
  }
  const runs = runsOf(off);
  for (const { name, date } of holes(runs, off)) no(field('off'), 'gap', { name, date });
  if (layer === 'national' && status === 'official')
    for (const name of missing(year, off)) no(field('off'), 'holiday-missing', { name, year });
  return {
    layer: layer as Layer,
    year,
    status: status === 'provisional' ? 'provisional' : 'official',
    document: document ?? { zh: '', en: '' },
    off: runs,
    makeup: [...makeup.values()].sort(),
  };
}

/** The row that holds a day; a day that no row holds is missed where the days stand. */
const placeOf = ({ place, rows }: NoticeYear, date: LocalDate): string =>
  rows.find(({ from, to }) => from <= date && date <= to)?.place ?? fieldOf(place, 'off');

/** The days of a row, where it can be read. */
function daysOf(row: NoticeRow, year: number, no: (at: string, code: FaultCode, params?: Params) => void): LocalDate[] {
  const wrong = [row.from, row.to].find((text) => !isLocalDate(text));
  if (wrong !== undefined) no(row.place, 'not-a-date', { value: wrong });
  if (row.what !== 'off' && row.what !== 'work') no(row.place, 'not-a-kind', { value: row.what });
  const [from, to] = [row.from, row.to];
  if (!isLocalDate(from) || !isLocalDate(to)) return [];
  const outside = [from, to].find((date) => yearOf(date) !== year);
  if (outside) no(row.place, 'not-in-year', { date: outside, year });
  if (to < from) no(row.place, 'ends-before', { from, to });
  if (row.weekday !== undefined) {
    const stated = weekdayOf(row.weekday);
    const is = weekdayNames[weekday(from) - 1]!;
    if (stated === undefined) no(row.place, 'not-a-weekday', { value: row.weekday });
    else if (stated !== weekday(from)) no(row.place, 'wrong-weekday', { date: from, weekday: is, value: weekdayNames[stated - 1]! });
  }
  if (to < from || daysBetween(from, to) > 366) return [];
  return daysIn({ from, to });
}

/** A holiday that stops and goes on within a week: the days between were forgotten, unless they rest under another name. */
function holes(runs: LayerYear['off'], off: ReadonlyMap<number, Text>): { name: Text; date: LocalDate }[] {
  return runs.slice(1).flatMap((run) => {
    const before = runs.findLast((other) => other.to < run.from && other.name.zh === run.name.zh);
    if (!before || daysBetween(before.to, run.from) > 7) return [];
    for (let day = addDays(before.to, 1); day < run.from; day = addDays(day, 1))
      if (!off.has(toDayNumber(day))) return [{ name: run.name, date: day }];
    return [];
  });
}

/**
 * Holidays of 全国年节及纪念日放假办法 2 of which no day rests. Those of the lunar calendar fall within these bounds in every year of this
 * century; the fixed ones must rest on their own days.
 */
const BOUNDS: readonly (readonly [from: string, to: string, every: boolean])[] = [
  ['01-01', '01-01', true],
  ['01-20', '02-22', false],
  ['04-03', '04-06', false],
  ['05-01', '05-02', true],
  ['05-24', '06-25', false],
  ['09-07', '09-30', false],
  ['10-01', '10-03', true],
];

function missing(year: number, off: ReadonlyMap<number, Text>): Text[] {
  return BOUNDS.flatMap(([from, to, every], i) => {
    const [first, last] = [`${year}-${from}`, `${year}-${to}`] as [LocalDate, LocalDate];
    if (!isLocalDate(first)) return [];
    const days = Array.from({ length: daysBetween(first, last) + 1 }, (_, n) => toDayNumber(first) + n);
    const rests = (day: number) => off.has(day);
    const named = !every && [...off.values()].some((name) => tellsOf(name, holidayNames[i]!));
    return named || (every ? days.every(rests) : days.some(rests)) ? [] : [holidayNames[i]!];
  });
}
