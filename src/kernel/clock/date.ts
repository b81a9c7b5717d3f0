import type { LocalDate } from './types.ts';

/** Days are whole numbers since 1970-01-01; text and back is arithmetic, so that no time zone can creep in. */
const FIRST = -719_162; // 0001-01-01
const LAST = 2_932_896; // 9999-12-31
const SHIFT = 719_468; // 1970-01-01 counted from 0000-03-01
const ERA = 146_097; // days in 400 years
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const TWO = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'));

export function isLocalDate(text: unknown): text is LocalDate {
  if (typeof text !== 'string' || !SHAPE.test(text)) return false;
  const [y, m, d] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  return y >= 1 && m >= 1 && m <= 12 && d >= 1 && d <= monthLength(y, m);
}

/** Parse or throw: text from outside goes through a schema first. */
export function localDate(text: string): LocalDate {
  if (isLocalDate(text)) return text;
  throw new RangeError(`not a calendar date (YYYY-MM-DD): ${text}`);
}

export function toDayNumber(date: LocalDate): number {
  return fromCivil(digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10));
}

/** The texts of the days that a county deals with, 1970 to 2106, made when first asked for. */
const texts: LocalDate[] = [];
const KNOWN = 50_000;

export function fromDayNumber(day: number): LocalDate {
  if (!(day >= 0 && day < KNOWN)) return textOf(day);
  texts[day] ??= textOf(day);
  return texts[day]!;
}

function textOf(day: number): LocalDate {
  if (!(day >= FIRST && day <= LAST)) throw new RangeError(`outside the years 0001 to 9999: day ${day}`);
  const shifted = day + SHIFT;
  const era = Math.floor(shifted / ERA);
  const inEra = shifted - era * ERA;
  const yearOfEra = Math.floor((inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365);
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const d = inYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const m = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return civilText(yearOfEra + era * 400 + (m <= 2 ? 1 : 0), m, d);
}

export const addDays = (date: LocalDate, days: number): LocalDate => fromDayNumber(toDayNumber(date) + days);

/** The corresponding day of a later (or earlier) month; where there is none, that month's last day. 民法典 202. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = digits(date, 0, 4) * 12 + digits(date, 5, 7) - 1 + months;
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  if (y < 1 || y > 9999) throw new RangeError(`outside the years 0001 to 9999: ${date} and ${months} months`);
  return civilText(y, m, Math.min(digits(date, 8, 10), monthLength(y, m)));
}

/** Days from a to b; negative when b is earlier. */
export const daysBetween = (a: LocalDate, b: LocalDate): number => toDayNumber(b) - toDayNumber(a);

/** 1 = Monday … 7 = Sunday. */
export const weekday = (date: LocalDate): number => weekdayOf(toDayNumber(date));
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const year = (date: LocalDate): number => digits(date, 0, 4);

/** The legal day of an instant (milliseconds) in a zone so many minutes ahead of UTC: 480 for Asia/Shanghai. */
export const today = (instantMs: number, zoneMinutes: number): LocalDate =>
  fromDayNumber(Math.floor((instantMs + zoneMinutes * 60_000) / 86_400_000));

/** The instant (milliseconds) at which a legal day begins there. */
export const startOfDay = (date: LocalDate, zoneMinutes: number): number => toDayNumber(date) * 86_400_000 - zoneMinutes * 60_000;

function fromCivil(y: number, m: number, d: number): number {
  const shiftedYear = m <= 2 ? y - 1 : y;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const inYear = Math.floor((153 * (m > 2 ? m - 3 : m + 9) + 2) / 5) + d - 1;
  return era * ERA + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + inYear - SHIFT;
}

function monthLength(y: number, m: number): number {
  if (m === 2) return y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0) ? 29 : 28;
  return m === 4 || m === 6 || m === 9 || m === 11 ? 30 : 31;
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}

const civilText = (y: number, m: number, d: number): LocalDate =>
  `${TWO[Math.floor(y / 100)]}${TWO[y % 100]}-${TWO[m]}-${TWO[d]}` as LocalDate;
