import { AT_THE_COMMAND } from './calendar-view.ts';
import type { Calendar, CalendarBook, CalendarEdition, LocalDate } from './kernel/clock/index.ts';
import { changedDays, checkNotice, type LayerYear, type NoticeFault, type NoticeYear } from './kernel/clock/index.ts';
import type { Refusal } from './kernel/decision.ts';
import { appendEdition } from './kernel/journal/editions.ts';
import { type CalendarChanged, type DateMove, openDates, type Reach, type Redated, redateAll, rehearse } from './kernel/matter/dates.ts';
import type { EngineMoment } from './kernel/matter/engine.ts';
import type { Text } from './kernel/text.ts';
import type { House } from './open-house.ts';
import { type Beside, readCalendarFile } from './platform/calendar-file.ts';

/** A file brought, and what is said beside it. */
export interface Brought extends Beside {
  readonly file: string;
}

type Told<K extends 'settled' | 'kept'> = { readonly matter: string } & NonNullable<CalendarChanged[K]>[number];

/** What a change of the calendar moves; each with its matter. */
export interface Moves {
  readonly edition: {
    readonly number: number;
    readonly name: string;
    readonly before: string;
    readonly document: Text;
    readonly undoes?: number;
  };
  readonly years: readonly { readonly year: number; readonly layer: string; readonly status: string }[];
  /** What is unusual in the file, and should be compared before it is entered. */
  readonly warnings: readonly NoticeFault[];
  /** First and last day that the two calendars tell differently. */
  readonly days: Reach;
  readonly moves: readonly ({ readonly matter: string } & DateMove)[];
  /** The date stays, and is certain now, or is reckoned otherwise. */
  readonly settled: readonly Told<'settled'>[];
  /** Citizens' own limits that would have become shorter. */
  readonly kept: readonly Told<'kept'>[];
}

interface No {
  readonly ok: false;
  readonly refusals: readonly Refusal[];
  readonly faults: readonly NoticeFault[];
}
export type CalendarChange = ({ readonly ok: true } & Moves) | No;

/** Why an edition is taken back; with a file, only the edition that brought it. */
export interface Undo {
  readonly cause?: string;
  readonly file?: string;
}

const no = (code: string, faults: readonly NoticeFault[] = [], params?: Refusal['params']): No => ({
  ok: false,
  refusals: [{ code, ...(params && { params }) }],
  faults,
});

interface Plan {
  readonly moment: EngineMoment;
  readonly book: CalendarBook;
  readonly next: CalendarEdition;
  readonly calendar: Calendar;
  readonly days: Reach;
  readonly warnings: readonly NoticeFault[];
}

/** What a file would move; nothing is written. */
export async function previewCalendar(house: House, brought: Brought, by = AT_THE_COMMAND): Promise<CalendarChange> {
  const plan = await planOf(house, brought, by);
  return 'ok' in plan ? plan : rehearsed(house, plan);
}

/** The same of taking the last edition back. */
export async function previewUndo(house: House, asked: Undo = {}): Promise<CalendarChange> {
  const plan = await undoOf(house, '', asked);
  return 'ok' in plan ? plan : rehearsed(house, plan);
}

/** Enters a numbered edition; each open matter that it reaches gets its fact with the cause. */
export async function applyCalendar(house: House, brought: Brought, by = AT_THE_COMMAND): Promise<CalendarChange> {
  const plan = await planOf(house, brought, by);
  return 'ok' in plan ? plan : entered(house, plan);
}

/** Takes the last edition back: each date is as it was before. */
export async function undoCalendar(house: House, by = AT_THE_COMMAND, asked: Undo = {}): Promise<CalendarChange> {
  const plan = await undoOf(house, by, asked);
  return 'ok' in plan ? plan : entered(house, plan);
}

async function planOf(house: House, brought: Brought, by: string): Promise<Plan | No> {
  const [moment, book] = [await house.moment(), await house.calendar()];
  const file = readCalendarFile(brought.file, brought, book, moment.today);
  const checked = file.ok ? checkNotice(file.years, book, moment.today) : file;
  if (!file.ok || !checked.ok) {
    const faults = checked.ok ? [] : checked.faults;
    return no('calendar-file-faulty', faults, { count: faults.length });
  }
  const { years, warnings } = checked;
  return plan(moment, book, { cause: file.cause || years[0]!.document.zh, years }, by, warnings);
}

async function undoOf(house: House, by: string, { cause, file }: Undo): Promise<Plan | No> {
  const [moment, book] = [await house.moment(), await house.calendar()];
  const last = book.last;
  if (!last) return no('calendar-nothing-to-undo');
  if (file !== undefined && !brought(last, file, book, moment.today)) {
    const { zh, en } = last.years[0]!.document;
    return no('calendar-other-edition', [], { edition: book.calendar.edition, document: zh, document_en: en });
  }
  const past = last.years.find((y) => y.year < Number(moment.today.slice(0, 4)));
  if (past) return no('calendar-year-sealed', [], { year: past.year });
  return plan(moment, book, { cause: cause || last.cause, undoes: last.number, years: [] }, by);
}

/** Whether an edition brought the years of a file: by year and, where the file names them, by layer and document. */
function brought({ years }: CalendarEdition, text: string, book: CalendarBook, today: LocalDate): boolean {
  const file = readCalendarFile(text, {}, book, today);
  const same = (asked: NoticeYear) => (one: LayerYear) =>
    one.year === Number(asked.year) &&
    (asked.layer === 'national' || asked.layer === one.layer) &&
    (asked.document === undefined || asked.document.zh === one.document.zh);
  return file.ok && file.years.length > 0 && file.years.every((asked) => years.some(same(asked)));
}

type Entry = Pick<CalendarEdition, 'cause' | 'undoes'> & { readonly years: readonly LayerYear[] };

function plan(moment: EngineMoment, book: CalendarBook, entry: Entry, by: string, warnings: Plan['warnings'] = []): Plan | No {
  const next: CalendarEdition = { ...entry, number: book.editions.length + 1, at: moment.now, actor: by };
  const calendar = book.with(next);
  const days = changedDays(book.calendar, calendar);
  if (!days && entry.undoes === undefined) return no('calendar-unchanged');
  return { moment, book, next, calendar, days: days ?? NONE, warnings };
}

/** An edition whose days say what was there before moves nothing. */
const NONE: Reach = { from: '9999-12-30' as LocalDate, to: '0001-01-01' as LocalDate };

async function rehearsed(house: House, plan: Plan): Promise<CalendarChange> {
  const { moment, calendar, days } = plan;
  const found: Redated[] = [];
  const kindOf = (name: string) => house.engine.kind(name);
  for await (const one of rehearse(house.pool, kindOf, { ...moment, calendar }, days)) found.push(one);
  return told(found, plan);
}

async function entered(house: House, plan: Plan): Promise<CalendarChange> {
  const { next, days } = plan;
  if (!(await appendEdition(house.pool, next))) return no('calendar-overtaken');
  const found = await redateAll(house.pool, house.engine, days);
  await asked(house, next.number);
  return told(found, plan);
}

function told(found: readonly Redated[], { calendar, days, next, book, warnings }: Plan): CalendarChange {
  const each = <T>(of: (fact: CalendarChanged) => readonly T[] | undefined) =>
    found.flatMap(({ matter, fact }) => (of(fact) ?? []).map((one) => ({ matter, ...one })));
  const years = next.undoes === undefined ? next.years : (book.last?.years ?? []);
  return {
    ok: true,
    edition: {
      number: next.number,
      name: calendar.edition,
      before: book.calendar.edition,
      document: calendar.notice!.document,
      ...(next.undoes !== undefined && { undoes: next.undoes }),
    },
    years: years.map(({ year, layer, status }) => ({ year, layer, status })),
    warnings,
    days,
    moves: each((fact) => fact.moves).map(({ matter, clock, from, to, whose, turns }) => ({ matter, clock, from, to, whose, turns })),
    settled: each((fact) => fact.settled).map(({ matter, clock, due, whose, turns }) => ({ matter, clock, due, whose, turns })),
    kept: each((fact) => fact.kept).map(({ matter, clock, due, would }) => ({ matter, clock, due, would })),
  };
}

/** Every open date of the county, in the order of the numbers. */
export async function deadlinesOf(house: House) {
  const { law } = await house.moment();
  const dates = [];
  for await (const date of openDates(house.pool, (name) => house.engine.kind(name), law)) dates.push(date);
  return dates;
}

/** What a stop left undone: matters that a later edition reaches and nobody has asked yet. Part of every sweep. */
export async function askLate(house: House): Promise<number> {
  const { rows } = await house.pool.query<{ last: number; asked: number }>(
    `SELECT (SELECT coalesce(max(number), 0) FROM journal.calendar_edition) AS last,
            coalesce((SELECT number FROM matter.calendar_asked), 0) AS asked`,
  );
  const { last, asked: done } = rows[0]!;
  if (last <= done) return 0;
  const book = await house.calendar();
  const days = changedDays(book.after(done), book.calendar);
  const found = days ? await redateAll(house.pool, house.engine, days) : [];
  await asked(house, book.editions.length);
  return found.length;
}

const asked = (house: House, number: number) =>
  house.pool.query(
    `INSERT INTO matter.calendar_asked (number) VALUES ($1)
     ON CONFLICT (one) DO UPDATE SET number = greatest(matter.calendar_asked.number, excluded.number)`,
    [number],
  );
