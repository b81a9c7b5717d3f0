import type { BareSheet, Basis, LocalDate, Term, Unit } from '../kernel/clock/types.ts';
import type { Lang } from '../kernel/text.ts';
import { nextDay } from '../pictures/days.ts';
import { formatFullDate, formatLimit, formatLongDate, formatShortDate } from './format.ts';
import { say } from './say.ts';
import { actBySaid, documentsOf, editionSaid, isRest, makeupSaid, restOpenSaid, restSaid, whyProvisional } from './why-date.ts';
import { ruleOf } from './why-rule.ts';

/** Why what is counted back from an event is due when it is, sentence by sentence. */
export function whyBack(sheet: BareSheet, { start }: Pick<Term, 'start'>, lang: Lang): readonly string[] {
  const { lastDay = sheet.due, steps } = sheet;
  const unit: Unit = UNITS[sheet.unit as keyof typeof UNITS];
  const rest = steps.filter((step) => isRest(step) && step.from >= lastDay);
  const nearest = steps.find(({ last }) => last === 1)?.to;
  const counted = unit === 'wd' || unit === 'cd';
  return spoken([
    ruleOf(say('why-back-amount', lang, { amount: formatLimit(sheet.amount, unit, lang) }), basisOf(sheet), lang),
    say(`why-back-${unit === 'year' ? 'month' : unit}`, lang, { date: formatLongDate(sheet.from as LocalDate, lang), event: start[lang] }),
    nearest && say('why-first', lang, { date: full(nearest, lang) }),
    restSaid(rest, lang, sheet.from as LocalDate),
    makeupSaid(makeupDays(sheet), lang, sheet.from as LocalDate),
    counted && say('why-last', lang, { n: sheet.amount, date: full(lastDay, lang) }),
    sheet.lastDay && say('why-rolled-back', lang, { date: full(sheet.lastDay, lang) }),
    ...end(sheet, lang),
  ]);
}

/** Why a recurring duty is next due when it is, and what that time covers. */
export function whyRound(sheet: BareSheet, { start, recurs }: Pick<Term, 'start' | 'recurs'>, lang: Lang): readonly string[] {
  const { amount, due } = sheet;
  const unit: Unit = UNITS[sheet.unit as keyof typeof UNITS];
  const how = recurs!.due === 'last-time' ? 'last-time' : recurs!.due === 'period-end' ? 'period-end' : 'day';
  const [asked, previous] = [sheet.from, sheet.steps[0]!.from].map((date) => formatLongDate(date as LocalDate, lang)) as [string, string];
  const said = say(`why-round-${how}`, lang, { often: oftenSaid(amount, unit, lang), date: formatShortDate(due as LocalDate, lang) });
  return spoken([
    ruleOf(said, basisOf(sheet), lang),
    how === 'last-time'
      ? say('why-zero-month', lang, { date: asked, zero: start[lang] })
      : say('why-round-next', lang, { from: asked, due: full(due, lang), previous }),
    say('why-period', lang, { from: dated(sheet.period!.from, lang), to: dated(sheet.period!.to, lang) }),
    ...end(sheet, lang),
  ]);
}

/** `every month`, `every 5 years`. */
export const oftenSaid = (amount: number, unit: Unit, lang: Lang): string =>
  amount === 1 && (unit === 'month' || unit === 'year')
    ? say(`why-every-${unit}`, lang)
    : say('why-every', lang, { amount: formatLimit(amount, unit, lang) });

const end = (sheet: BareSheet, lang: Lang) => [
  say('why-due', lang, { date: full(sheet.due, lang) }),
  actBySaid(sheet, lang),
  (sheet.provisional || sheet.actByProvisional) && provisionalSaid(sheet, lang),
  editionSaid(documentsOf(sheet.calendar.years), sheet.calendar.edition, lang),
];

const spoken = (sentences: readonly (string | false | undefined)[]): readonly string[] =>
  sentences.filter((sentence): sentence is string => typeof sentence === 'string' && sentence !== '');
const full = (date: string, lang: Lang): string => formatFullDate(date as LocalDate, lang);
const dated = (date: string, lang: Lang): string => formatLongDate(date as LocalDate, lang);

export const UNITS = { wd: 'wd', cd: 'cd', mo: 'month', yr: 'year' } as const satisfies Readonly<Record<string, Unit>>;
export const unofficial = ({ calendar }: BareSheet) => calendar.years.filter(({ status }) => status !== 'official');

/** Which date a notice could still move: the due date, or of one that it cannot move the last working day. */
export const provisionalSaid = (sheet: BareSheet, lang: Lang): string =>
  sheet.provisional ? whyProvisional(unofficial(sheet), sheet.unit, lang) : restOpenSaid(sheet, unofficial(sheet), lang);

export const basisOf = ({ term }: BareSheet): Basis | undefined => term && { law: term.law, article: term.article, mark: term.mark };

/** The working weekends that were counted, each by its date. */
export const makeupDays = ({ steps }: BareSheet): LocalDate[] =>
  steps
    .filter(({ is }) => is === 'makeup')
    .flatMap(({ from, days = 1 }) => Array.from({ length: days }, (_, i) => nextDay(from as LocalDate, i)));
