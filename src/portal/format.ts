import type { LocalDate, TermUnit } from '../kernel/clock/types.ts';
import type { Lang } from '../kernel/text.ts';
import { sayAmount, sayDate, sayDuration, sayRange } from '../pictures/say.ts';
import { say } from './say.ts';
import { digits, tens, titleMarks } from './words.ts';

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

/** A law's title in its marks; a title that has them already keeps them. */
export const formatLaw = (title: string, lang: Lang): string =>
  lang === 'zh' && !title.startsWith(titleMarks[0]) ? say('law-title', lang, { law: title }) : title;

/** `42` is article forty-two; `42(2)` its second paragraph 款, `32(1)(4)` the fourth item 项 of its first; `26, 42(2)` and `25–26` are several; what is no number is left as it stands. What the county decided or practice knows has none. */
export function formatArticle(article: string, lang: Lang): string {
  if (article === '?') return say('article-unknown', lang);
  if (article === 'county decision') return say('article-county', lang);
  if (article === 'practice') return say('article-practice', lang);
  const said = article.split(', ').map((one) => oneArticle(one, lang));
  return said.some((one) => one === undefined) ? article : said.join(say('article-and', lang));
}

/** As earlier releases wrote `32(4)` in a sentence: the part in figures, whether paragraph or item. */
export function formatArticleBefore(article: string, lang: Lang): string {
  const [, n, part] = /^(\d{1,4})\((\d{1,2})\)$/.exec(article) ?? [];
  return n && part ? `${formatArticle(n, lang)}${say('article-part', lang, { n: part })}` : formatArticle(article, lang);
}

function oneArticle(article: string, lang: Lang): string | undefined {
  const number = (digits: string) => (lang === 'zh' ? chineseNumber(Number(digits)) : digits);
  const [, from, to] = /^(\d{1,4})–(\d{1,4})$/.exec(article) ?? [];
  if (from && to) return say('article-range', lang, { from: number(from), to: number(to) });
  const [, n, paragraph, item] = /^(\d{1,4})(?:\((\d{1,2})\)(?:\((\d{1,2})\))?)?$/.exec(article.trim()) ?? [];
  if (!n) return undefined;
  return [
    say('article', lang, { n: number(n) }),
    paragraph && say('article-paragraph', lang, { n: number(paragraph) }),
    item && say('article-item', lang, { n: number(item) }),
  ]
    .filter(Boolean)
    .join('');
}

/** 42 as laws write it; up to 9999. */
export function chineseNumber(n: number): string {
  if (n === 0) return digits[0];
  const written = [...String(n)].map(Number);
  const places = written.map((digit, i) => (digit === 0 ? digits[0] : `${digits[digit]}${tens[written.length - 1 - i]}`));
  const zero = new RegExp(`${digits[0]}+`, 'g');
  const text = places
    .join('')
    .replace(zero, digits[0])
    .replace(new RegExp(`${digits[0]}$`), '');
  return n < 20 && n >= 10 ? text.slice(1) : text;
}
