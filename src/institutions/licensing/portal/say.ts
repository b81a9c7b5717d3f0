import type { Clock, LocalDate } from '../../../kernel/clock/types.ts';
import { dayOf } from '../../../kernel/matter/fold.ts';
import type { Lang, Text } from '../../../kernel/text.ts';
import { both, formatFullDate, formatLongDate, formatMoment, formatMoney, speaker } from '../../../portal/index.ts';
import type { FactOf, HearingNotice } from '../rules/state.ts';
import { noticeGroundWords, relationWords } from '../words.ts';
import { type Case, orderReplaced, type Recorded } from './case.ts';
import { words } from './words.ts';

export const { say, text } = speaker(words);
export type Word = keyof typeof words;

/** A date in both languages, for a sentence. */
export const day = (date: LocalDate): Text => both((lang) => formatFullDate(date, lang));
/** As official papers write it. */
export const longDay = (date: LocalDate): Text => both((lang) => formatLongDate(date, lang));
export const instant = (at: number): Text => both((lang) => formatMoment(at, lang));
/** Day and time of a hearing. */
export const hearingAt = ({ day, time }: Pick<HearingNotice, 'day' | 'time'>): Text =>
  both((lang) => `${formatFullDate(day, lang)} ${time}`);
/** Who signed for it; of who did so for the applicant, how he stands to him. */
export const receivedBy = ({ recipient, relation }: Pick<FactOf<'delivered'>, 'recipient' | 'relation'>, lang: Lang): string =>
  !relation
    ? (recipient ?? '')
    : recipient
      ? say('received-for', lang, { recipient, relation: relationWords[relation] })
      : relationWords[relation][lang];
/** Ground of a public notice, and what had been tried. */
export const noticeReason = ({ ground, reason }: Pick<FactOf<'notice-published'>, 'ground' | 'reason'>): Text =>
  both((lang) => say('notice-reason', lang, { ground: noticeGroundWords[ground], reason }));
/** The last of its days; where no clock could be armed, none is said. */
export const noticeEnd = ({ clocks: [clock] }: Pick<FactOf<'notice-published'>, 'clocks'>): Text =>
  clock ? dueOf(clock) : words['no-day'];
/** Of an order to give back which earlier one it replaces, where it does. */
export function replacesSaid(c: Pick<Case, 'facts'>, fact: Recorded): Text | undefined {
  const was = orderReplaced(c, fact);
  return was && text('refund-replaces', { on: longDay(dayOf(was.at)), amount: formatMoney(was.body.amount), seq: was.seq });
}
/** The last day of a clock, with the mark of one that is not certain (promise 10). */
export const dueOf = ({ due, provisional }: Pick<Clock, 'due' | 'provisional'>): Text =>
  provisional ? text('due-provisional', { date: day(due) }) : day(due);

/** `12.3 KB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

export const joined = (texts: readonly Text[], lang: Lang): string => texts.map((one) => one[lang]).join(words.comma[lang]);
