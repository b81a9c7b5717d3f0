import type { LocalDate, TermUnit } from '../kernel/clock/types.ts';
import type { Lang } from '../kernel/text.ts';

export { chineseNumber, formatArticle, formatArticleBefore, formatLaw } from '../pictures/citation.ts';

import { sayAmount, sayDate, sayDuration, sayRange } from '../pictures/say.ts';

/** With weekday and year in both languages: a matter, and a list of matters, may run over the turn of a year. */
export const formatFullDate = (date: LocalDate, lang: Lang): string => sayDate(date, lang, 'date-full');
/** As on a paper: `12 March 2026`. */
export const formatLongDate = (date: LocalDate, lang: Lang): string => sayDate(date, lang, 'date-long');
/** Month and day alone: `12 Mar`. */
export const formatShortDate = (date: LocalDate, lang: Lang): string => sayDate(date, lang, 'date-short');
/** With the year where it is another than that of the day said before. */
export const formatRange = (from: LocalDate, to: LocalDate, lang: Lang, said?: LocalDate): string => sayRange(from, to, lang, said);
export const formatDay = (date: LocalDate, lang: Lang, said: LocalDate): string => sayRange(date, date, lang, said);

/** `20 working days`, by the unit of the term. */
export const formatLimit = (amount: number, unit: TermUnit, lang: Lang): string => sayAmount(amount, unit, lang);

/** Seconds in plain words, the two largest units. */
export const formatDuration = (seconds: number, lang: Lang): string => sayDuration(seconds, lang);

/** The county's zone, in minutes east of Greenwich. */
export const COUNTY_ZONE = 480;

/** An instant (seconds since the epoch) as the county's date and time of day. */
export function localOf(seconds: number, zoneMinutes = COUNTY_ZONE): { date: LocalDate; time: string } {
  const [date, time] = new Date((seconds + zoneMinutes * 60) * 1000).toISOString().split('T');
  return { date: date as LocalDate, time: time!.slice(0, 5) };
}

export function formatMoment(seconds: number, lang: Lang, zoneMinutes = COUNTY_ZONE): string {
  const { date, time } = localOf(seconds, zoneMinutes);
  return `${formatFullDate(date, lang)} ${time}`;
}

/** Fen to yuan: 123450 is `¥1,234.50`. */
export function formatMoney(fen: number): string {
  const whole = Math.abs(Math.trunc(fen / 100));
  const rest = String(Math.abs(fen % 100)).padStart(2, '0');
  return `${fen < 0 ? '−' : ''}¥${formatNumber(whole)}.${rest}`;
}

export const formatNumber = (n: number): string => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** 0.9871 is `98.7%`; all and nothing stay whole, and nothing short of all is ever written as all. */
export function formatPercent(share: number): string {
  if (share <= 0) return '0%';
  if (share >= 1) return '100%';
  return `${Math.min(99.9, Math.max(0.1, Math.round(share * 1000) / 10)).toFixed(1)}%`;
}
