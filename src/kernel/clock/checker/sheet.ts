import type { BareSheet, CalendarYear, DeadlineSheet, PauseGround, Term } from '../types.ts';
import { nextRound, wayBack } from './back.ts';
import { after, daysToCount } from './days.ts';
import { addressOf, type Put, questionOf } from './question.ts';
import { restDays, withoutStops } from './rest.ts';
import { anyOpen, asked, type Building, calendarYears, restStep, step, workingBy } from './way.ts';

/** The law as the checker reads it: plain rows. */
export interface LawRows {
  term(id: string): Term | undefined;
  readonly grounds: ReadonlyMap<string, PauseGround>;
}

/**
 * The second opinion on a date that was asked for: reads the question, walks the calendar one day at a time, and compares every field
 * but the wording. Shares no code with the calculator. Empty when it agrees; else a sentence for each field that is wrong, its path first.
 */
export function checkSheet(sheet: unknown, years: readonly CalendarYear[], edition: string, law: LawRows): string[] {
  if (typeof sheet !== 'object' || sheet === null || Array.isArray(sheet)) return ['due: this is no derivation'];
  const { reasons, explanation: _, ...says } = sheet as DeadlineSheet;
  const put = questionOf(says.question, law.term);
  if (typeof put === 'string') return [put];
  const is = sheetOf(put, years, edition);
  if (is === undefined) return [`due: no end within ${LONGEST} days`];

  return [
    ...valuesOf(says as DeadlineSheet, is, (text) => {
      const own = questionOf(text, law.term);
      return typeof own === 'string' ? undefined : sheetOf(own, years, edition);
    }),
    ...(reasons === undefined ? [] : differences('reasons', codesOf(reasons), reasonsOf(asTold(is, says as DeadlineSheet)))),
    ...unlisted(put, law),
    ...outside(put, is),
    ...unmoved(put),
  ];
}

/** What differs, by its field; of a sheet that is right in itself, and was only not asked for in these words, the question. */
function valuesOf(says: DeadlineSheet, is: BareSheet, answer: (question: string) => BareSheet | undefined): string[] {
  const apart = (right: BareSheet) => differences('', says, { ...asTold(right, says), question: says.question });
  const [found, question] = [apart(is), addressOfOr(says)];
  if (question === says.question) return found;
  const own = answer(question);
  if (!own || apart(own).length > 0) return found;
  // On which day it was extended, a pause began before the limit did, or a duty's next time was asked for, moves no date: either may be the
  // one that was changed.
  const either = found.every((fault) => /^(from|extensions\[\d+\]\.on|pauses\[\d+\]\.(from|to|ground)):/.test(fault)) ? found : [];
  return [...either, `question: says ${says.question}, the fields say ${question}`];
}

/**
 * Earlier releases named no notices beside that of the year, of which all are compared where one is named; cited an item without its
 * paragraph; and did not say since when a law is in force.
 */
function asTold(sheet: BareSheet, { calendar, term }: DeadlineSheet): BareSheet {
  const cited = sheet.term && term?.article === citedBefore(sheet.term.article);
  const { since: _, ...undated } = sheet.term?.law ?? { zh: '', en: '' };
  const own = { ...(cited && { article: term!.article }), ...(term?.law?.since === undefined && { law: undated }) };
  const is = sheet.term ? { ...sheet, term: { ...sheet.term, ...own } } : sheet;
  const told = Array.isArray(calendar?.years) && calendar.years.some((one) => one?.notices !== undefined);
  return told ? is : { ...is, calendar: { ...is.calendar, years: is.calendar.years.map(({ notices: _, ...one }) => one) } };
}

/** `32(1)(4)`, the item of a first paragraph, was written `32(4)`. */
const citedBefore = (article: string): string => article.replace(/^(\d+)\(1\)(\(\d+\))$/, '$1$2');

/** Their words are the caller's to compare, also that there are any. */
const codesOf = (reasons: unknown): unknown => (Array.isArray(reasons) ? reasons.map((one) => ({ code: one?.code })) : reasons);

/** Every leaf in which two documents differ, by its path. */
export function differences(path: string, says: unknown, is: unknown): string[] {
  const whole = (value: unknown) => typeof value === 'object' && value !== null;
  if (!whole(says) || !whole(is) || Array.isArray(says) !== Array.isArray(is))
    return says === is ? [] : [`${path}: says ${shown(says)}, must be ${shown(is)}`];
  const [a, b] = [says, is] as Record<string, unknown>[];
  const at = (key: string) => (Array.isArray(is) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`);
  return [...new Set([...Object.keys(a!), ...Object.keys(b!)])].flatMap((key) => differences(at(key), a![key], b![key]));
}

/** A day on which the county stopped work moves what a citizen still has to do, and nobody else's limit (P17). */
const whoRests = ({ whose, term }: Put, years: readonly CalendarYear[]) =>
  whose === 'citizen' && term?.sense !== 'ahead' ? years : withoutStops(years);

function sheetOf(put: Put, all: readonly CalendarYear[], edition: string): BareSheet | undefined {
  const years = whoRests(put, all);
  if (put.unit === 'h') return byTheHour(put, edition);
  if (put.term?.recurs) return nextRound(put, put.term.recurs, years, edition);
  return put.term?.sense === 'ahead' ? wayBack(put, years, edition) : byTheDay(put, years, edition);
}

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
const LONGEST = 40_000;

function addressOfOr(sheet: DeadlineSheet): string {
  try {
    return addressOf(sheet);
  } catch {
    return 'nothing that can be read';
  }
}

function byTheDay(put: Put, years: readonly CalendarYear[], edition: string): BareSheet | undefined {
  const rest = restDays(years);
  const steps: Building[] = [];
  step(steps, put.from, 'zero');
  const extended = put.extensions.reduce((sum, one) => sum + one.amount, 0);
  const unit = put.unit === 'mo' ? 'month' : put.unit === 'yr' ? 'year' : put.unit === 'wd' ? 'wd' : 'cd';
  let left = daysToCount({ zero: put.from, amount: put.amount, extended, unit });
  let [day, number] = [put.from, 0];
  for (let walked = 0; left > 0; walked++) {
    if (walked > LONGEST) return undefined;
    day = after(day);
    const pause = put.pauses.find(({ from, to }) => from <= day && day <= to);
    const why = unit === 'wd' && !pause ? rest.why(day) : undefined;
    if (pause) step(steps, day, 'pause', { ground: pause.ground });
    else if (why !== undefined) restStep(steps, day, why);
    else {
      left -= 1;
      number += 1;
      step(steps, day, unit === 'wd' && rest.makeup(day) ? 'makeup' : 'counted', {}, number);
    }
  }
  const last = day;
  const rolls = put.roll === 'next-working-day' && rest.why(last) !== undefined;
  if (rolls) {
    day = after(day);
    for (let why = rest.why(day); why !== undefined; day = after(day), why = rest.why(day)) restStep(steps, day, why);
    const why = rest.why(last);
    step(steps, day, 'rolled', typeof why === 'object' && why.document ? { document: why.document } : {});
  }
  const known = calendarYears(after(put.from), day, years, rest);
  return {
    due: day,
    provisional: (unit === 'wd' && anyOpen(after(put.from), day, rest)) || (put.roll === 'next-working-day' && anyOpen(last, day, rest)),
    conditional: false,
    ...(unit !== 'wd' && workingBy(last, put, rest)),
    ...(rolls && { lastDay: last }),
    ...asked(put),
    calendar: { edition, years: known },
    steps,
  };
}

function byTheHour(put: Put, edition: string): BareSheet {
  const hours = put.extensions.reduce((sum, one) => sum + one.amount, put.amount);
  let [day, minute] = [put.from.slice(0, 10), Number(put.from.slice(11, 13)) * 60 + Number(put.from.slice(14))];
  for (let left = hours * 4; left > 0; left--) {
    minute += 15;
    if (minute >= 1440) [day, minute] = [after(day), minute - 1440];
  }
  const two = (n: number) => String(n).padStart(2, '0');
  const due = `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  const way = { from: put.from, to: due, is: 'hours' as const, hours };
  return { due, provisional: false, conditional: false, ...asked(put), calendar: { edition, years: [] }, steps: [way] };
}

const reasonsOf = ({ provisional, lastDay, counted, actBy, actByProvisional, term, from }: BareSheet) => [
  ...(lastDay ? [{ code: counted ? 'rolled-back' : 'rolled' }] : []),
  ...(actBy ? [{ code: 'act-by' }] : []),
  ...(provisional || actByProvisional ? [{ code: 'provisional' }] : []),
  ...(term?.law.since && from < term.law.since ? [{ code: 'before-law' }] : []),
];

/** A pause without a day of the limit: over before its first, or begun after its last. */
const outside = ({ pauses, from }: Put, { lastDay, due }: BareSheet): string[] =>
  pauses.flatMap((pause, i) => {
    if (pause.to <= from) return [`pauses[${i}].to: ${pause.to} lies before the limit`];
    return pause.from > (lastDay ?? due) ? [`pauses[${i}].from: ${pause.from} lies after the limit`] : [];
  });

/** What neither runs forward nor is extended. */
const unmoved = ({ term, extensions }: Put): string[] =>
  extensions.length > 0 && (term?.sense === 'ahead' || term?.recurs) ? [`extensions: the law knows none of ${term.id}`] : [];

/** A pause on a ground that the law does not list for this term. */
function unlisted({ term, pauses }: Put, { grounds }: LawRows): string[] {
  const listed = (id: string) => (term ? (term.pausable ?? []).includes(id) : grounds.get(id)?.scope === 'lawful');
  return pauses.flatMap(({ ground }, i) => (listed(ground) ? [] : [`pauses[${i}].ground: the law lists no ${ground} here`]));
}
