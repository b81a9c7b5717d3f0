import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Lang } from '../../../kernel/text.ts';
import { daysBetween } from '../../../pictures/days.ts';
import { sayNear, sayWeekday } from '../../../pictures/say.ts';
import { type Params, speaks, useBench } from '../../../workbench/bench.tsx';
import { type Word, words } from './words.ts';

export type Say = (word: Word, params?: Params) => string;
export const saying = speaks(words);
export const useWords = (): Say => saying(useBench().lang);

export const sayDay = (date: string, lang: Lang, today: string): string => sayWeekday(date as LocalDate, lang, today as LocalDate);
/** With the year where it is another than today's. */
export const sayShort = (date: string, lang: Lang, today: string): string => sayNear(date as LocalDate, lang, today as LocalDate);

/** An instant as the county's date and time; the server writes it in the county's zone or in Greenwich's. */
export function local(iso: string): { readonly date: LocalDate; readonly time: string } {
  const shifted = new Date(Date.parse(iso) + 8 * 3_600_000).toISOString();
  return { date: shifted.slice(0, 10) as LocalDate, time: shifted.slice(11, 16) };
}
export const sayInstant = (iso: string, lang: Lang, today: string): string => `${sayDay(local(iso).date, lang, today)} ${local(iso).time}`;

/** `3 d left`, `due today`, `2 d late`. */
export function sayLeft(due: string, today: string, say: Say): string {
  const days = daysBetween(today as LocalDate, due as LocalDate);
  if (days < 0) return say('late-by', { n: -days });
  return days === 0 ? say('due-today') : say('due-in', { n: days });
}

/** When a lawful pause was said to end, and for how long it has been over. */
export function sayResumes(on: string, lang: Lang, today: string, say: Say): string {
  const date = sayShort(on, lang, today);
  const over = daysBetween(on as LocalDate, today as LocalDate);
  return over > 0 ? say('resumes-over', { date, n: over }) : say('resumes-by', { date });
}

export function saySince(iso: string, today: string, say: Say): string {
  const days = daysBetween(local(iso).date as LocalDate, today as LocalDate);
  if (days <= 0) return say('since-today');
  return days === 1 ? say('since-yesterday') : say('since-days', { n: days });
}

/** The mark of a date that rests on a year without an official notice. */
export function Provisional() {
  const say = useWords();
  return <em className="provisional">{say('provisional')}</em>;
}
