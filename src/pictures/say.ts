import type { LocalDate, TermUnit } from '../kernel/clock/types.ts';
import { fill, type Lang, type Text } from '../kernel/text.ts';
import { parts, weekday } from './days.ts';
import { holidayJoint, holidays, months, otherHoliday, type Word, weekdays, words } from './words.ts';

/** A word of the pictures, its holes filled. */
export const say = (word: Word, lang: Lang, params?: Readonly<Record<string, string | number>>): string => fill(words[word][lang], params);

export type DateForm = 'date-day' | 'date-short' | 'date-weekday' | 'date-full' | 'date-long';

export function sayDate(date: LocalDate, lang: Lang, form: DateForm): string {
  const { year, month, day } = parts(date);
  const [mon, name] = months[month - 1]!;
  return say(form, lang, { y: year, m: month, d: day, mon, month: name, wday: weekdays[lang][weekday(date) - 1]! });
}

/** `15 to 23 Feb`: what the two dates share is said once. With the year where it is another than that of the day said before, and twice where the days lie in two. */
export function sayRange(from: LocalDate, to: LocalDate, lang: Lang, said: LocalDate = from): string {
  const [year, last, before] = [from, to, said].map((day) => parts(day).year);
  if (year !== last) return say('date-range', lang, { a: sayDate(from, lang, 'date-long'), b: sayDate(to, lang, 'date-long') });
  if (year !== before) return say('date-range-year', lang, { range: sayRange(from, to, lang), year: year! });
  if (from === to) return sayDate(from, lang, 'date-short');
  const shared = from.slice(0, 7) === to.slice(0, 7);
  const [a, b] =
    shared && lang === 'en' ? (['date-day', 'date-short'] as const) : (['date-short', shared ? 'date-day' : 'date-short'] as const);
  return say('date-range', lang, { a: sayDate(from, lang, a), b: sayDate(to, lang, b) });
}

/** Month and day; with the year where it is another than that of the day one reads it. */
export const sayNear = (date: LocalDate, lang: Lang, today: LocalDate): string => sayRange(date, date, lang, today);

/** Such a range beside other days: with the year where one of them lies in another. */
export const sayRangeBeside = (from: LocalDate, to: LocalDate, lang: Lang, days: readonly LocalDate[]): string =>
  sayRange(from, to, lang, days.find((day) => parts(day).year !== parts(to).year) ?? from);

/** How days that stand together are said, weekday and all: with the year where one of them lies in another than that of the day one reads it. */
export const formNear = (dates: readonly LocalDate[], today: LocalDate): DateForm =>
  dates.every((date) => parts(date).year === parts(today).year) ? 'date-weekday' : 'date-full';

/** One day by itself, in that form. */
export const sayWeekday = (date: LocalDate, lang: Lang, today: LocalDate): string => sayDate(date, lang, formNear([date], today));

/** `20 working days`. */
export function sayAmount(amount: number, unit: TermUnit, lang: Lang): string {
  if (unit === 'hour')
    return amount < 1
      ? say('dur-minutes', lang, { n: amount * 60 })
      : amount === 1
        ? say('dur-hour', lang)
        : say('dur-hours', lang, { n: amount });
  return amount === 0 ? say('at-once', lang) : amount === 1 ? say(`${unit}-one`, lang) : say(unit, lang, { n: amount });
}

/** Seconds in the two largest plain words: `5 days 19 hours`. */
export function sayDuration(seconds: number, lang: Lang): string {
  if (seconds < 60) return say('dur-moment', lang);
  const minutes = Math.floor(seconds / 60);
  const [d, h, m] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const said = [
    d > 0 && (d === 1 ? say('dur-day', lang) : say('dur-days', lang, { n: d })),
    h > 0 && (h === 1 ? say('dur-hour', lang) : say('dur-hours', lang, { n: h })),
    d === 0 && m > 0 && (m === 1 ? say('dur-minute', lang) : say('dur-minutes', lang, { n: m })),
  ];
  return said.filter(Boolean).join(say('between', lang));
}

/** Whole percentages that add up to 100: what rounding leaves over goes to the largest remainders. */
export function sharesOf(amounts: readonly number[]): readonly number[] {
  const total = amounts.reduce((sum, n) => sum + n, 0);
  if (total <= 0) return amounts.map(() => 0);
  const exact = amounts.map((n) => (n / total) * 100);
  const left = 100 - exact.reduce((sum, n) => sum + Math.floor(n), 0);
  const lucky = exact
    .map((n, i) => ({ i, rest: n - Math.floor(n) }))
    .sort((a, b) => b.rest - a.rest)
    .slice(0, left);
  return exact.map((n, i) => Math.floor(n) + (lucky.some((one) => one.i === i) ? 1 : 0));
}

/** `<1%` rather than `0%` for what did take time. */
export const sayShare = (percent: number, amount: number): string => (percent === 0 && amount > 0 ? '<1%' : `${percent}%`);

/** The document by which the county stopped work, from what a derivation stores; undefined for any other reason. */
export function stopDocument(why: string): Text | undefined {
  const [, zh, en] = /^stop:(.*?) \| (.*)$/s.exec(why) ?? [];
  return zh === undefined ? undefined : { zh, en: en! };
}

/** What a day is called on which the county stopped work. */
export const stopText = (document: Text): Text => ({
  zh: say('stop-work', 'zh', { document: document.zh }),
  en: say('stop-work', 'en', { document: document.en }),
});

/** A derivation stores the Chinese name of a holiday; one that the calendar does not tell either is a public holiday in English. */
export function holidayText(zh: string, told: readonly Text[] = []): Text {
  const en = zh.split(holidayJoint).map((name) => holidays.find((holiday) => holiday.zh === name)?.en);
  return { zh, en: en.every(Boolean) ? en.join(' / ') : (told.find((one) => one.zh === zh)?.en ?? otherHoliday.en) };
}
