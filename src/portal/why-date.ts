import type { Basis, Clock, Pause } from '../kernel/clock/types.ts';
import type { Lang, Text } from '../kernel/text.ts';
import { daysBetween, nextDay, parts } from '../pictures/days.ts';
import { holidayText } from '../pictures/say.ts';
import { words as pictureWords } from '../pictures/words.ts';
import { formatArticle, formatFullDate, formatLaw, formatLimit, formatLongDate, formatRange, formatShortDate } from './format.ts';
import { say } from './say.ts';

export interface WhyDateInput {
  readonly clock: Clock;
  readonly basis: Basis;
  readonly lang: Lang;
  /** What happened on day 0: accepted, received. */
  readonly zero?: Text;
  /** Names of pause grounds, by id. */
  readonly grounds?: Readonly<Record<string, Text>>;
  /** The article under which the clock was stopped. */
  readonly pauseBasis?: Basis;
  /** The notice the calendar rests on. */
  readonly document?: Text;
}

/** Why a date is what it is, sentence by sentence; every one from what the clock stores. */
export function whyDate(input: WhyDateInput): readonly string[] {
  const { clock, lang } = input;
  const due = formatFullDate(clock.due, lang);
  return [
    rule(input),
    start(input),
    rest(input),
    makeup(input),
    ...clock.pauses.map((pause) => paused(pause, input)),
    clock.derivation.rolledFrom && say('why-rolled', lang, { date: formatFullDate(clock.derivation.rolledFrom, lang) }),
    clock.due === clock.zero ? say('why-same', lang) : say('why-due', lang, { date: due }),
    clock.provisional && say('why-provisional', lang, { year: parts(clock.due).year }),
    clock.conditional && say('why-conditional', lang),
    edition(input),
  ].filter((sentence) => typeof sentence === 'string' && sentence !== '') as string[];
}

function rule({ clock, basis, lang }: WhyDateInput): string {
  const amount = formatLimit(clock.amount, clock.unit, lang);
  const more = formatLimit(clock.extended, clock.unit, lang);
  return say('why-rule', lang, {
    ...cited(basis, lang),
    amount: clock.extended > 0 ? say('why-extended', lang, { amount, more }) : amount,
  });
}

function start({ clock, lang, zero }: WhyDateInput): string {
  const unit = clock.unit === 'year' ? 'month' : clock.unit;
  return say(`why-zero-${unit}`, lang, { date: formatLongDate(clock.zero, lang), zero: zero?.[lang] ?? say('why-start', lang) });
}

/** Holidays by name, weekends by number. The rest days over which a last day rolls have a sentence of their own. */
function rest({ clock, lang }: WhyDateInput): string | undefined {
  const { rolledFrom } = clock.derivation;
  const skipped = clock.derivation.skipped.filter(([from, , why]) => !why.startsWith('pause:') && !(rolledFrom && from >= rolledFrom));
  const weekendDays = skipped.filter(([, , why]) => why === 'weekend').reduce((sum, [from, to]) => sum + daysBetween(from, to) + 1, 0);
  const list = skipped
    .filter(([, , why]) => why !== 'weekend')
    .map(([from, to, why]) => say('why-holiday', lang, { name: holidayText(why)[lang], range: formatRange(from, to, lang) }));
  if (weekendDays > 0) list.push(weekendDays === 1 ? say('why-weekend-one', lang) : say('why-weekend', lang, { n: weekendDays }));
  return list.length > 0 ? say('why-rest', lang, { list: list.join(lang === 'zh' ? pictureWords.comma.zh : '; ') }) : undefined;
}

function makeup({ clock, lang }: WhyDateInput): string | undefined {
  const days = clock.derivation.makeup.map((date) => formatShortDate(date, lang));
  return days.length > 0 ? say('why-makeup', lang, { list: days.join(pictureWords.list[lang]) }) : undefined;
}

/** Half-open: the day it ends is counted again, so the last paused day is the one before. */
function paused(pause: Pause, { lang, grounds = {}, pauseBasis }: WhyDateInput): string | undefined {
  if (pause.to !== undefined && pause.to <= pause.from) return undefined;
  const params = {
    ground: grounds[pause.ground]?.[lang] ?? say('why-ground-other', lang),
    basis: pauseBasis ? say('why-basis', lang, cited(pauseBasis, lang)) : '',
    from: formatShortDate(pause.from, lang),
  };
  if (pause.to) return say('why-pause', lang, { ...params, range: formatRange(pause.from, nextDay(pause.to, -1), lang) });
  if (!pause.expected) return say('why-pause-open', lang, params);
  return say('why-pause-expected', lang, { ...params, expected: formatShortDate(pause.expected, lang) });
}

const edition = ({ clock, lang, document }: WhyDateInput): string =>
  document
    ? say('why-edition-document', lang, { document: document[lang], edition: clock.derivation.edition })
    : say('why-edition', lang, { edition: clock.derivation.edition });

const cited = (basis: Basis, lang: Lang) => ({ law: formatLaw(basis.law[lang], lang), article: formatArticle(basis.article, lang) });
