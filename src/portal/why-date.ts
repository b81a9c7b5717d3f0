import { type Calendar, noticesOf, yearsBehind } from '../kernel/clock/calendar.ts';
import type { BareSheet, Basis, Clock, KnownStatus, LocalDate, SheetStep, Term } from '../kernel/clock/types.ts';
import type { Lang, Text } from '../kernel/text.ts';
import type { OwnBasis } from '../pictures/basis.ts';
import { daysBetween, nextDay, parts } from '../pictures/days.ts';
import { holidayText, stopDocument } from '../pictures/say.ts';
import { words as pictureWords } from '../pictures/words.ts';
import { formatDay, formatFullDate, formatLimit, formatLongDate, formatRange } from './format.ts';
import { say } from './say.ts';
import { type StoppedRun, stopSaid } from './stops.ts';
import { extendedSaid, ruleOf } from './why-rule.ts';

/** What a whole derivation tells beyond the clock: every run of days by its dates, who was told what and when. */
export interface WhyDetail {
  readonly steps: readonly SheetStep[];
  readonly extensions: readonly { readonly amount: number; readonly on?: string }[];
  readonly actBy?: string;
  readonly actByProvisional?: true;
  /** Years without an official notice, and what is known of them. */
  readonly unofficial: readonly { readonly year: number; readonly status: KnownStatus }[];
}

export interface WhyDateInput {
  readonly clock: Clock;
  /** Absent where somebody asks about so many days of no law. */
  readonly basis?: Basis;
  /** Where the item has a limit of its own: by what, and how sure we are of it. */
  readonly own?: OwnBasis;
  /** Who approves more time, and by which article. */
  readonly extension?: Term['extension'];
  /** No limit for doing something, but a least period or how long something lasts. */
  readonly sense?: 'at-least' | 'lasts';
  readonly lang: Lang;
  /** What happened on day 0: accepted, received. */
  readonly zero?: Text;
  /** Each run of days on which something stood still. */
  readonly stops?: readonly StoppedRun[];
  /** The notices that its days rest on. */
  readonly documents?: readonly Text[];
  /** Holidays beside those of the regulation, by the name that a derivation stores. */
  readonly holidays?: readonly Text[];
  /** Tell it as to a judge, each run of days by its dates. */
  readonly detail?: WhyDetail;
}

/** Why a date is what it is, sentence by sentence; every one from what the clock stores. */
export function whyDate(input: WhyDateInput): readonly string[] {
  const { clock, lang } = input;
  const due = formatFullDate(clock.due, lang);
  return [
    rule(input),
    start(input),
    first(input),
    rest(input),
    makeup(input),
    ...(input.stops ?? []).map((run) => stopSaid(run, lang, clock.zero, clock.due)),
    ...extended(input),
    last(input),
    rolled(input),
    capped(input),
    clock.due === clock.zero ? say('why-same', lang) : say(input.sense ? `why-${input.sense}` : 'why-due', lang, { date: due }),
    actBy(input),
    restOpen(input),
    clock.provisional && provisional(input),
    clock.conditional && say('why-conditional', lang),
    edition(input),
  ].filter((sentence) => typeof sentence === 'string' && sentence !== '') as string[];
}

const rule = (input: WhyDateInput): string =>
  input.own
    ? say('why-rule-own', input.lang, { basis: input.own.basis[input.lang], amount: limitSaid(input) })
    : ruleOf(limitSaid(input), input.basis, input.lang);

/** The limit as it now is: also how much longer, by whom and by which article. */
export function limitSaid({ clock, extension, lang }: Pick<WhyDateInput, 'clock' | 'extension' | 'lang'>): string {
  const limit = formatLimit(clock.amount, clock.unit, lang);
  return clock.extended > 0 ? extendedSaid(limit, formatLimit(clock.extended, clock.unit, lang), extension, lang) : limit;
}

function first({ detail, lang }: WhyDateInput): string | undefined {
  const from = detail?.steps.find((step) => step.first === 1)?.from;
  return from && say('why-first', lang, { date: formatFullDate(from as LocalDate, lang) });
}

function extended({ detail, clock, lang }: WhyDateInput): string[] {
  return (detail?.extensions ?? []).flatMap(({ amount, on }) => {
    const more = formatLimit(amount, clock.unit, lang);
    return on === undefined ? [] : [say('why-extension-on', lang, { more, on: formatLongDate(on as LocalDate, lang) })];
  });
}

/** The last counted day by its number; months and years have no number anybody would count to. */
function last({ detail, clock, lang }: WhyDateInput): string | undefined {
  if (!detail || (clock.unit !== 'wd' && clock.unit !== 'cd')) return undefined;
  const step = detail.steps.findLast((one) => one.last !== undefined);
  return step && say('why-last', lang, { n: step.last!, date: formatFullDate(step.to as LocalDate, lang) });
}

const actBy = ({ detail, clock, lang }: WhyDateInput): string | undefined => detail && actBySaid({ ...detail, due: clock.due }, lang);

/** By when an organ acts whose limit ends on a rest day, as far as is known. */
export const actBySaid = ({ due, actBy, actByProvisional }: Pick<BareSheet, 'due' | 'actBy' | 'actByProvisional'>, lang: Lang) =>
  actBy &&
  say(actByProvisional ? 'why-act-by-provisional' : 'why-act-by', lang, {
    due: formatFullDate(due as LocalDate, lang),
    date: formatFullDate(actBy as LocalDate, lang),
  });

const restOpen = ({ detail, clock, lang }: WhyDateInput): string | undefined =>
  detail?.actByProvisional && restOpenSaid({ ...detail, due: clock.due }, detail.unofficial, lang);

/** Of a day that is certain: whether one can act on it may not be. Said of the years between the last working day and it. */
export function restOpenSaid(
  { due, actBy = due }: Pick<BareSheet, 'due' | 'actBy'>,
  unofficial: WhyDetail['unofficial'],
  lang: Lang,
): string {
  const years = unofficial.filter(({ year }) => year >= parts(actBy as LocalDate).year);
  return say('why-act-by-open', lang, { year: years.map(({ year }) => year).join(pictureWords.list[lang]) });
}

const provisional = ({ detail, clock, lang }: WhyDateInput): string =>
  detail ? whyProvisional(detail.unofficial, clock.unit, lang) : say('why-provisional', lang, { year: parts(clock.due).year });

/** Why a date is provisional: a year to come without its notice, one entered provisionally, or a past one that the calendar does not hold. */
export function whyProvisional(unofficial: WhyDetail['unofficial'], unit: string, lang: Lang): string {
  const of = (status: KnownStatus) => unofficial.filter((one) => one.status === status).map(({ year }) => year);
  const said = (word: Parameters<typeof say>[0], years: readonly number[]) =>
    years.length > 0 ? [say(word, lang, { year: years.join(pictureWords.list[lang]) })] : [];
  const missing = of('missing');
  return [
    ...said('why-not-held', of('not-held')),
    ...said('why-provisional-year', of('provisional')),
    ...said('why-provisional', missing),
    ...(missing.length > 0 && unit === 'wd' ? [say('why-provisional-fixed', lang)] : []),
  ].join(lang === 'zh' ? '' : ' ');
}

/** Over which day it rolled; the county's stop of work by its document. */
function rolled({ clock: { derivation }, detail, lang }: WhyDateInput): string | undefined {
  const { rolledFrom, skipped } = derivation;
  const why = skipped.find(([from, to]) => from <= rolledFrom! && rolledFrom! <= to)?.[2] ?? '';
  return rolledFrom && rolledSaid(rolledFrom, detail ? detail.steps.find(({ is }) => is === 'rolled')?.document : stopDocument(why), lang);
}

/** A promise ends with the law's own limit at the latest (承诺 ≤ 法定). */
const capped = ({ clock: { due, derivation }, lang }: WhyDateInput): string | undefined =>
  derivation.cappedFrom && say('why-capped', lang, { date: formatFullDate(due, lang), own: formatFullDate(derivation.cappedFrom, lang) });

export const rolledSaid = (date: LocalDate, stop: Text | undefined, lang: Lang): string =>
  stop
    ? say('why-rolled-stop', lang, { date: formatFullDate(date, lang), document: stop[lang] })
    : say('why-rolled', lang, { date: formatFullDate(date, lang) });

function start({ clock, lang, zero }: WhyDateInput): string {
  const unit = clock.unit === 'year' ? 'month' : clock.unit;
  return say(`why-zero-${unit}`, lang, { date: formatLongDate(clock.zero, lang), zero: zero?.[lang] ?? say('why-start', lang) });
}

/** The rest days over which a last day rolls have a sentence of their own. */
function rest({ clock, lang, detail, holidays }: WhyDateInput): string | undefined {
  const { rolledFrom, skipped } = clock.derivation;
  if (detail)
    return restSaid(
      detail.steps.filter((step) => isRest(step) && (step.from <= (rolledFrom ?? clock.due) || step.document)),
      lang,
      clock.zero,
    );
  const runs = skipped.filter(
    ([from, , why]) => !why.startsWith('pause:') && !(rolledFrom && from >= rolledFrom && (from === rolledFrom || !stopDocument(why))),
  );
  return restSaid(
    runs.map(([from, to, why]) => {
      const document = stopDocument(why);
      return { from, to, ...(document ? { document } : why !== 'weekend' && { name: holidayText(why, holidays) }) };
    }),
    lang,
    clock.zero,
    false,
  );
}

export const isRest = ({ is }: SheetStep): boolean => is === 'weekend' || is === 'holiday' || is === 'stop';

/** More runs than this are told by number. */
const MOST_RUNS = 16;

type RestRun = Pick<SheetStep, 'from' | 'to' | 'name' | 'document'>;

/** Each by its dates, in another year than the day it begins from with the year; or holidays by name and weekends by number. */
export function restSaid(runs: readonly RestRun[], lang: Lang, since: LocalDate, dated = runs.length <= MOST_RUNS): string | undefined {
  const isNamed = ({ name, document }: RestRun) => name !== undefined || document !== undefined;
  const named = dated ? runs : runs.filter(isNamed);
  const list = named.map((run) => restRun(run, lang, since));
  const weekends = dated ? [] : runs.filter((run) => !isNamed(run));
  const n = weekends.reduce((sum, { from, to }) => sum + daysBetween(from as LocalDate, to as LocalDate) + 1, 0);
  if (n > 0) list.push(n === 1 ? say('why-weekend-one', lang) : say('why-weekend', lang, { n }));
  return list.length > 0 ? say('why-rest', lang, { list: list.join(lang === 'zh' ? pictureWords.comma.zh : '; ') }) : undefined;
}

function restRun({ from, to, name, document }: RestRun, lang: Lang, since: LocalDate): string {
  const range = formatRange(from as LocalDate, to as LocalDate, lang, since);
  if (document) return say('why-stop', lang, { document: document[lang], range });
  if (name) return say('why-holiday', lang, { name: name[lang], range });
  return say(from === to ? 'why-weekend-day' : 'why-weekend-run', lang, { range });
}

const makeup = ({ clock, lang }: WhyDateInput): string | undefined => makeupSaid(clock.derivation.makeup, lang, clock.zero);

/** Working weekends that were counted. */
export function makeupSaid(dates: readonly LocalDate[], lang: Lang, since: LocalDate): string | undefined {
  const days = dates.map((date) => formatDay(date, lang, since));
  return days.length > 0 ? say('why-makeup', lang, { list: days.join(pictureWords.list[lang]) }) : undefined;
}

const edition = ({ clock, lang, documents = [] }: WhyDateInput): string => editionSaid(documents, clock.derivation.edition, lang);

/** The calendar that a date rests on. */
export const editionSaid = (documents: readonly Text[], edition: string, lang: Lang): string => {
  const document = documents.map((one) => one[lang]).join(lang === 'zh' ? pictureWords.list.zh : '; ');
  return document ? say('why-edition-document', lang, { document, edition }) : say('why-edition', lang, { edition });
};

/** Every notice by which the days of a span are as they are, each year's own before those beside it. */
export const documentsOf = (years: readonly { readonly document?: Text; readonly notices?: readonly Text[] }[]): readonly Text[] =>
  years.flatMap(({ document, notices = [] }) => [...(document ? [document] : []), ...notices]);

/** What a stored clock rests on, by the calendar of the edition that it names: the notices, and what its holidays are called. */
export function restsOn({ zero, due, derivation }: Clock, calendar: Calendar): Pick<WhyDateInput, 'documents' | 'holidays'> {
  const years = yearsBehind(derivation.edition, calendar);
  const first = zero < due ? nextDay(zero) : due;
  const skipped = (name: Text) => derivation.skipped.some(([, , why]) => why === name.zh);
  return {
    documents: documentsOf(noticesOf(years, first, due)),
    holidays: years.flatMap(({ off }) => off.map(({ name }) => name)).filter(skipped),
  };
}
