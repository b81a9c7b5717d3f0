import type { Refusal } from '../decision.ts';
import { countBack } from './ahead.ts';
import { type Asked, amountParam, fault, groundsFor, inBoth, type Question, readAsked, shortUnit, unitOf } from './asked.ts';
import { type Calendar, calendarFor, noticesOf, unsettled } from './calendar.ts';
import { addDays, addMonths, daysBetween, fromDayNumber, toDayNumber, year } from './date.ts';
import { settle } from './deadline.ts';
import type { Lawbook } from './lawbook.ts';
import { roundOf } from './recurring.ts';
import { stepsBack, stepsOf, stepsOfRound } from './steps.ts';
import type { BareSheet, Clock, LocalDate, PauseGround, Term, Unit } from './types.ts';
import { saidWords } from './words.ts';

export type Answered = { readonly ok: true; readonly sheet: BareSheet } | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** The one calculator behind the public page, the API and the command: a date for a question, or why there is none. */
export function answerAsked(asked: Asked, law: Lawbook, county: Calendar): Answered {
  const { question, faults } = readAsked(asked, law);
  if (question === undefined) return { ok: false, refusals: faults };
  const calendar = calendarOf(question, county);
  const refusals = [...overCap(question, law, calendar), ...badExtensions(question, calendar), ...idle(question, calendar)];
  if (refusals.length > 0) return { ok: false, refusals };
  const inOrder = { ...question, pauses: question.pauses.toSorted((a, b) => (a.from < b.from ? -1 : 1)) };
  return { ok: true, sheet: sheetOf(inOrder, calendar) };
}

/** A stop of work moves what a citizen has to do (P17); a lead counted back it does not move, for that would take time from whoever has it. */
const calendarOf = ({ whose, term }: Question, county: Calendar): Calendar =>
  whose === 'citizen' && term?.sense !== 'ahead' ? calendarFor('citizen', county) : county;

function sheetOf(question: Question, calendar: Calendar): BareSheet {
  if (question.unit === 'h') return inHours(question, calendar);
  if (question.term?.recurs) return nextTime(question, question.term, calendar);
  return question.term?.sense === 'ahead' ? backFrom(question, question.term, calendar) : inDays(question, calendar);
}

function inDays(question: Question, calendar: Calendar): BareSheet {
  const clock = clockOf(question, calendar, question.extensions.length);
  const { rolledFrom } = clock.derivation;
  return {
    due: clock.due,
    provisional: clock.provisional,
    conditional: clock.conditional,
    ...(mayNotRoll(question) && actBy(clock.due, calendar)),
    ...(rolledFrom && { lastDay: rolledFrom }),
    ...told(question, question.from),
    calendar: { edition: calendar.edition, years: yearsOf(addDays(question.from, 1), clock.due, calendar) },
    steps: stepsOf(clock, calendar),
  };
}

/** Counted back from an event: the last day on which it may be done. */
function backFrom(question: Question, term: Term, calendar: Calendar): BareSheet {
  const event = question.from;
  const { due, lastDay } = countBack(term, event, calendar);
  const asked = term.unit === 'wd' ? addDays(event, -1) : lastDay;
  return {
    due,
    provisional: unsettled(calendar, toDayNumber(due), toDayNumber(asked)),
    conditional: false,
    ...(due !== lastDay && { lastDay }),
    counted: 'back',
    ...told(question, event),
    calendar: { edition: calendar.edition, years: yearsOf(due, addDays(event, -1), calendar) },
    steps: stepsBack(due, lastDay, event, term.unit as Unit, calendar),
  };
}

/** A duty that comes back: when it is next due, on or after a day, and what that time covers. Its day stands in the rule: no notice moves it. */
function nextTime(question: Question, term: Term, calendar: Calendar): BareSheet {
  const { previous, due, period } = roundOf(term, question.from);
  return {
    due,
    provisional: false,
    conditional: false,
    ...(mayNotRoll(question) && actBy(due, calendar)),
    period,
    ...told(question, question.from),
    calendar: { edition: calendar.edition, years: yearsOf(question.from, due, calendar) },
    steps: stepsOfRound(previous, due),
  };
}

/** The most an organ may take, in days that rest too. A least period, or what lasts, asks for no act by its last day; a working day is no rest day. */
const mayNotRoll = ({ whose, roll, unit, term }: Question): boolean =>
  whose === 'organ' && roll === 'none' && unit !== 'wd' && term?.sense === undefined;

/** Of a due date that does not roll: the last working day before it where it is a rest day, and whether a notice could make it another. */
export function actBy(due: LocalDate, calendar: Calendar): Pick<BareSheet, 'actBy' | 'actByProvisional'> {
  const by = calendar.isWorking(due) ? due : calendar.nth(due, -1);
  return { ...(by !== due && { actBy: by }), ...(unsettled(calendar, toDayNumber(by), toDayNumber(due)) && { actByProvisional: true }) };
}

/** Hours run from the time of day itself, day and night; no calendar is asked. */
function inHours(question: Question, calendar: Calendar): BareSheet {
  const hours = question.amount + question.extensions.reduce((sum, { amount }) => sum + amount, 0);
  const start = toDayNumber(question.from) * DAY + question.minutes!;
  const [from, due] = [timeText(start), timeText(start + hours * 60)];
  return {
    due,
    provisional: false,
    conditional: false,
    ...told(question, from),
    calendar: { edition: calendar.edition, years: [] },
    steps: [{ from, to: due, is: 'hours', hours }],
  };
}

const DAY = 24 * 60;
const two = (n: number) => String(n).padStart(2, '0');
const timeText = (minutes: number): string => {
  const rest = minutes % DAY;
  return `${fromDayNumber(Math.floor(minutes / DAY))}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
};

/** What was asked, in the sheet's words. */
function told({ term, amount, unit, whose, roll, extensions, pauses, ...q }: Question, from: string) {
  const basis = term && { law: term.basis.law, article: term.basis.article, mark: term.basis.mark };
  return {
    question: addressOf({ term, amount, unit, whose, roll, extensions, pauses, ...q }, from),
    ...(term && { term: { id: term.id, name: term.name, ...basis!, confidence: term.confidence } }),
    amount,
    unit,
    from,
    whose,
    roll,
    extensions,
    pauses,
  };
}

/** Always written alike; nothing in it needs an escape. */
function addressOf({ term, amount, unit, whose, extensions, pauses }: Question, from: string): string {
  return [
    ...(term ? [`term=${term.id}`] : [`amount=${amount}`, `unit=${unit}`]),
    `from=${from}`,
    ...(term ? [] : [`whose=${whose}`]),
    ...extensions.map((one) => `extend=${one.amount}${one.on ? `@${one.on}` : ''}`),
    ...pauses.map((one) => `pause=${one.from}..${one.to}:${one.ground}`),
  ].join('&');
}

/** The clock of a question, with so many of its extensions. Inside, a pause ends on the day that counts again. */
function clockOf(question: Question, calendar: Calendar, extensions: number): Clock {
  const { term, amount, from: zero, roll } = question;
  const unit = unitOf(question.unit) as Clock['unit'];
  const extended = question.extensions.slice(0, extensions).reduce((sum, one) => sum + one.amount, 0);
  const pauses = question.pauses.map(({ ground, from, to }) => ({ ground, from, to: addDays(to, 1) }));
  const id = term?.id ?? 'asked';
  const kind = question.whose === 'citizen' ? 'citizen' : 'legal';
  const unsettled = { derivation: { basis: '' } } as Clock;
  return settle(
    { ...unsettled, term: id, kind, zero, amount, unit, extended, pauses, ...(roll === 'next-working-day' && { roll }) },
    calendar,
  );
}

/** The years in which the days from a first to a last lie. */
function yearsOf(first: LocalDate, last: LocalDate, calendar: Calendar): BareSheet['calendar']['years'] {
  if (last < first) return [];
  const known = noticesOf(calendar.years, first, last);
  return Array.from({ length: year(last) - year(first) + 1 }, (_, i) => {
    const y = year(first) + i;
    return { year: y, status: calendar.status(y), ...known.find((one) => one.year === y) };
  });
}

/** A pause stops a limit that runs: one that is over before day 1, or begins after the last counted day, stops nothing. */
function idle(question: Question, calendar: Calendar): Refusal[] {
  if (question.unit === 'h' || question.pauses.length === 0) return [];
  const { due, derivation } = clockOf(question, calendar, question.extensions.length);
  const last = derivation.rolledFrom ?? due;
  return question.pauses.flatMap(({ from, to }, i): Refusal[] => {
    if (to <= question.from) return [fault('pause-before-start', { path: `pause.${i}.to`, params: { to, zero: question.from } })];
    return from > last ? [fault('pause-after-due', { path: `pause.${i}.from`, params: { from, due: last } })] : [];
  });
}

/** A ground that stops a clock for so long at most does so in all, unless the law gives each pause so long. */
function overCap({ pauses, term }: Question, law: Lawbook, calendar: Calendar): Refusal[] {
  return groundsFor(term, law).flatMap(({ id, name, cap }) => {
    const own = pauses.filter((pause) => pause.ground === id);
    if (!cap || own.length === 0) return [];
    const over = (cap.each ? own.map((one) => [one]) : [own]).filter((some) => !withinCap(some, cap, calendar));
    const said = { ...inBoth(cap.each ? saidWords.each : saidWords.together, {}, 'together'), ground: name.zh, ground_en: name.en };
    return over.map((some) =>
      fault('pause-over-cap', {
        path: `pause.${pauses.indexOf(some.at(-1)!)}.to`,
        params: { ...said, ...amountParam(cap.amount, shortUnit(cap.unit), 'cap') },
      }),
    );
  });
}

function withinCap(pauses: Question['pauses'], { amount, unit }: NonNullable<PauseGround['cap']>, calendar: Calendar): boolean {
  const lost = pauses.reduce(
    (sum, { from, to }) => sum + (unit === 'wd' ? calendar.days.count(toDayNumber(from) - 1, toDayNumber(to)) : daysBetween(from, to) + 1),
    0,
  );
  if (unit === 'wd' || unit === 'cd') return lost <= amount;
  const from = pauses.map((pause) => pause.from).sort()[0]!;
  return lost <= daysBetween(from, addMonths(from, unit === 'year' ? amount * 12 : amount));
}

/** Each extension is within the law, and given while the limit still runs. */
function badExtensions(question: Question, calendar: Calendar): Refusal[] {
  const { term, extensions, unit } = question;
  const lawful = term?.extension;
  if (term && !lawful && extensions.length > 0) return [fault('extension-unlawful', { path: 'extend.0.amount' })];
  const times = lawful?.times ?? 1;
  return extensions.flatMap(({ amount, on }, i): Refusal[] => {
    const at = (part: string) => `extend.${i}.${part}`;
    if (i >= times) {
      const said = times === 1 ? saidWords.once : saidWords.times;
      return [fault('extended-too-often', { path: at('amount'), params: inBoth(said, { n: times }, 'times') })];
    }
    if (lawful && amount > lawful.amount)
      return [fault('extension-too-long', { path: at('amount'), params: amountParam(lawful.amount, unit, 'most') })];
    if (on === undefined) return [];
    if (on < question.from) return [fault('extension-too-early', { path: at('on'), params: { on } })];
    const due = unit === 'h' ? inHours({ ...question, extensions: extensions.slice(0, i) }, calendar).due : dueOf(question, calendar, i);
    return on > due.slice(0, 10) ? [fault('extension-too-late', { path: at('on'), params: { on, due } })] : [];
  });
}

const dueOf = (question: Question, calendar: Calendar, extensions: number) => clockOf(question, calendar, extensions).due;
