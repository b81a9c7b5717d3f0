import type { BareSheet, Clock, DeadlineSheet, LocalDate, PauseGround, SheetStep, Term } from '../kernel/clock/types.ts';
import type { Lang } from '../kernel/text.ts';
import { nextDay } from '../pictures/days.ts';
import { words as pictureWords } from '../pictures/words.ts';
import { formatFullDate, formatLaw, formatLimit, formatLongDate } from './format.ts';
import { say } from './say.ts';
import { both } from './speaker.ts';
import { pausesOf, type StoppedRun } from './stops.ts';
import { basisOf, makeupDays, provisionalSaid, UNITS, unofficial, whyBack, whyRound } from './why-back.ts';
import { actBySaid, documentsOf, isRest, rolledSaid, type WhyDateInput, whyDate } from './why-date.ts';
import { extendedSaid, ruleOf } from './why-rule.ts';

/** Names and articles of grounds, and what starts a term. */
type Book = { readonly grounds: ReadonlyMap<string, PauseGround>; readonly terms: ReadonlyMap<string, Term> };

/** A sheet put into words: the paragraph, and the reasons by which its date is not the plain one. Of the law only names are asked. */
export function worded(sheet: BareSheet, law: Book): DeadlineSheet {
  const reasons = [
    ...(sheet.lastDay ? [rolled(sheet, sheet.lastDay)] : []),
    ...(sheet.actBy ? [{ code: 'act-by', ...both((lang) => actBySaid(sheet, lang)!) }] : []),
    ...(sheet.provisional || sheet.actByProvisional ? [{ code: 'provisional', ...both((lang) => provisionalSaid(sheet, lang)) }] : []),
    ...(older(sheet) ? [{ code: 'before-law', ...both((lang) => beforeLaw(sheet, lang)) }] : []),
  ];
  const explanation = both((lang) =>
    [...whySheet(sheet, law, lang), ...(older(sheet) ? [beforeLaw(sheet, lang)] : [])].join(lang === 'zh' ? '' : ' '),
  );
  return { ...sheet, reasons, explanation };
}

/** What began before the cited text was in force ran by the rules of its time. */
const older = ({ term, from }: BareSheet): boolean => term?.law.since !== undefined && from < term.law.since;
const beforeLaw = ({ term, from }: BareSheet, lang: Lang): string =>
  say('why-before-law', lang, {
    law: formatLaw(term!.law[lang], lang),
    since: formatLongDate(term!.law.since!, lang),
    from: formatLongDate(from.slice(0, 10) as LocalDate, lang),
  });

const rolled = ({ counted, steps }: BareSheet, lastDay: string) => ({
  code: counted ? 'rolled-back' : 'rolled',
  ...both((lang) =>
    counted
      ? say('why-rolled-back', lang, { date: full(lastDay, lang) })
      : rolledSaid(lastDay as LocalDate, steps.find(({ is }) => is === 'rolled')?.document, lang),
  ),
});

/** The derivation sentence by sentence; with what stood still beside it, where a page of the county says that. */
export function whySheet(sheet: BareSheet, law: Book, lang: Lang, stops?: readonly StoppedRun[]): readonly string[] {
  if (sheet.unit === 'h') return whyHours(sheet, law, lang);
  const term = law.terms.get(sheet.term?.id ?? '');
  if (sheet.counted && term) return whyBack(sheet, term, lang);
  return sheet.period && term ? whyRound(sheet, term, lang) : whyDate({ ...inputOf(sheet, law, lang), ...(stops && { stops }) });
}

const full = (date: string, lang: Lang): string => formatFullDate(date as LocalDate, lang);

/** What the page and the paragraph say of a sheet. */
export function inputOf(sheet: BareSheet, law: Book, lang: Lang): WhyDateInput {
  const clock = clockOf(sheet);
  const basis = basisOf(sheet);
  const { start: zero, sense, extension } = law.terms.get(sheet.term?.id ?? '') ?? {};
  return {
    clock,
    stops: pausesOf(clock.pauses, law.grounds),
    ...(basis && { basis }),
    ...(zero && { zero }),
    ...(extension && { extension }),
    ...((sense === 'at-least' || sense === 'lasts') && { sense }),
    lang,
    detail: {
      steps: sheet.steps,
      extensions: sheet.extensions,
      actBy: sheet.actBy,
      actByProvisional: sheet.actByProvisional,
      unofficial: unofficial(sheet),
    },
    documents: documentsOf(sheet.calendar.years),
  };
}

/** The clock that a sheet of days tells of, for pictures and sentences. */
export function clockOf(sheet: BareSheet): Clock {
  const unit = UNITS[sheet.unit as keyof typeof UNITS];
  const extended = sheet.extensions.reduce((sum, { amount }) => sum + amount, 0);
  const zero = sheet.from as LocalDate;
  const why = ({ document, ground, name }: SheetStep): string =>
    document ? `stop:${document.zh} | ${document.en}` : ground ? `pause:${ground}` : (name?.zh ?? 'weekend');
  const skipped = sheet.steps
    .filter((step) => step.is === 'pause' || isRest(step))
    .map((step) => [step.from as LocalDate, step.to as LocalDate, why(step)] as const);
  const shared = { zero, amount: sheet.amount, unit };
  return {
    term: sheet.term?.id ?? '',
    kind: sheet.whose === 'citizen' ? 'citizen' : 'legal',
    ...shared,
    extended,
    pauses: sheet.pauses.map(({ ground, from, to }) => ({ ground, from: from as LocalDate, to: nextDay(to as LocalDate) })),
    ...(sheet.roll === 'next-working-day' && { roll: sheet.roll }),
    due: sheet.due as LocalDate,
    provisional: sheet.provisional,
    conditional: sheet.conditional,
    derivation: {
      rule: sheet.term?.id ?? '',
      basis: '',
      ...shared,
      skipped,
      makeup: makeupDays(sheet),
      ...(sheet.lastDay && { rolledFrom: sheet.lastDay as LocalDate }),
      edition: sheet.calendar.edition,
    },
  };
}

function whyHours(sheet: BareSheet, law: Book, lang: Lang): string[] {
  const hours = (n: number) => formatLimit(n, 'hour', lang);
  const amount = hours(sheet.amount);
  const more = sheet.extensions.map((one) => hours(one.amount)).join(pictureWords.list[lang]);
  return [
    ruleOf(more ? extendedSaid(amount, more, law.terms.get(sheet.term?.id ?? '')?.extension, lang) : amount, basisOf(sheet), lang),
    say('why-hours', lang, { from: moment(sheet.from, lang) }),
    say('why-hours-due', lang, { due: moment(sheet.due, lang) }),
  ];
}

/** A local date-time, as people say it. */
export const moment = (text: string, lang: Lang): string =>
  say('why-moment', lang, { date: full(text.slice(0, 10), lang), time: text.slice(11) });
