import { entered, headOf, rowsOf } from './calendar-entering.ts';
import { AT_THE_COMMAND } from './calendar-view.ts';
import type { Calendar, CalendarBook, CalendarEdition, LocalDate } from './kernel/clock/index.ts';
import { changedDays, checkNotice, type LayerYear, type NoticeFault, noticeYears } from './kernel/clock/index.ts';
import type { Refusal } from './kernel/decision.ts';
import { canonical } from './kernel/journal/canonical.ts';
import { type CalendarChanged, type DateMove, openDates, type Reach, type Redated, rehearse } from './kernel/matter/dates.ts';
import type { EngineMoment } from './kernel/matter/engine.ts';
import type { Once } from './kernel/matter/kept-answers.ts';
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

export interface No {
  readonly ok: false;
  readonly refusals: readonly Refusal[];
  readonly faults: readonly NoticeFault[];
}
export type CalendarChange = ({ readonly ok: true; readonly replayed?: true } & Moves) | No;

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

/** A file, or the way back, held against the calendar in force. */
export interface Plan {
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

/** Enters a numbered edition; each open matter that it reaches gets its fact with the cause. Asked again by the same request, it answers the same. */
export const applyCalendar = (house: House, brought: Brought, by = AT_THE_COMMAND, once?: Once): Promise<CalendarChange> =>
  entered(house, () => planOf(house, brought, by), once);

/** Takes the last edition back: each date is as it was before. */
export const undoCalendar = (house: House, by = AT_THE_COMMAND, asked: Undo = {}, once?: Once): Promise<CalendarChange> =>
  entered(house, () => undoOf(house, by, asked), once);

async function planOf(house: House, brought: Brought, by: string): Promise<Plan | No> {
  const [moment, book] = [await house.moment(), await house.calendar()];
  const file = readCalendarFile(brought.file, brought, book, moment.today);
  const checked = file.ok ? checkNotice(file.years, book, moment.today) : file;
  if (!file.ok || !checked.ok) {
    const faults = checked.ok ? [] : checked.faults;
    return no('calendar-file-faulty', faults, { count: faults.length });
  }
  const { years, warnings } = checked;
  return plan(moment, book, { cause: file.cause || years[0]!.document.zh, adds: true, years }, by, warnings);
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
  return plan(moment, book, { cause: cause ?? '', undoes: last.number, years: [] }, by);
}

/** Whether an edition brought the years of a file, day by day; where the file names no layer or document, those were said beside it. */
function brought({ number, years }: CalendarEdition, text: string, book: CalendarBook, today: LocalDate): boolean {
  const before = { ...book, calendar: book.after(number - 1) };
  const file = readCalendarFile(text, {}, before, today);
  if (!file.ok || file.years.length !== years.length || file.years.some((one) => one.faults?.length)) return false;
  const said = noticeYears(file.years, today).map((year, i) => ({ ...year, named: file.years[i]!.document !== undefined }));
  const days = ({ year, status, off, makeup }: LayerYear) => canonical({ year, status, off, makeup });
  return years.every((one) =>
    said.some(
      (asked) =>
        days(asked) === days(one) &&
        (asked.layer === 'national' || asked.layer === one.layer) &&
        (!asked.named || canonical(asked.document) === canonical(one.document)),
    ),
  );
}

type Entry = Pick<CalendarEdition, 'cause' | 'undoes' | 'adds'> & { readonly years: readonly LayerYear[] };

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
  return { ok: true, ...headOf(plan), ...rowsOf(found) };
}

/** Every open date of the county, in the order of the numbers. */
export async function deadlinesOf(house: House) {
  const { law } = await house.moment();
  const dates = [];
  for await (const date of openDates(house.pool, (name) => house.engine.kind(name), law)) dates.push(date);
  return dates;
}
