import type { Text } from '../text.ts';
import { fromDayNumber, toDayNumber, weekdayOf, year } from './date.ts';
import type { CalendarNotice } from './editions.ts';
import { FIXED_SINCE, fixedHoliday } from './fixed-days.ts';
import type { CalendarYear, Clock, KnownStatus, LocalDate } from './types.ts';

/** Why nobody works that day; undefined on a working day. */
export type Rest = 'weekend' | RestDay | undefined;

/** A holiday by its name; or a day on which the county stopped work, with its document. */
export type RestDay = Text & { readonly stop?: Text };

export interface Calendar {
  /** Edition written into every derivation, e.g. `2026.1`. */
  readonly edition: string;
  readonly years: readonly CalendarYear[];
  isWorking(date: LocalDate): boolean;
  whyRest(date: LocalDate): Rest;
  /** A working weekend 调休上班日. */
  isMakeup(date: LocalDate): boolean;
  /** A year nobody supplied is `missing`: weekends and the holidays of fixed dates rest, no more is known; `not-held` where it is past: only weekends do. */
  status(year: number): KnownStatus;
  /** The n-th working day after a date; before it when n is negative; the date itself when n is 0. */
  nth(date: LocalDate, n: number): LocalDate;
  /** Working days in (a, b]; negative when b is earlier. So `workingDaysBetween(d, nth(d, n))` is n. */
  workingDaysBetween(a: LocalDate, b: LocalDate): number;
  /** The same on day numbers, for arithmetic. */
  readonly days: DayCalendar;
  /** With the days on which the county stopped work: for promises and citizens' limits. Absent where there are none. */
  readonly stopWork?: Calendar;
  /** What brought it into force. */
  readonly notice?: CalendarNotice;
  /** The years of another edition that a derivation names, also of one taken back. */
  named?(edition: string): readonly CalendarYear[] | undefined;
}

/** The calendar a clock is reckoned by: a stop of work declared by the county moves no limit that the law sets an organ (P17). */
export const calendarFor = (kind: Clock['kind'], calendar: Calendar): Calendar =>
  kind === 'promised' || kind === 'citizen' ? (calendar.stopWork ?? calendar) : calendar;

/** A calendar of years that also hold days on which the county stopped work: those stand apart, in `stopWork`. */
export function calendarWithStops(edition: string, years: readonly CalendarYear[]): Calendar {
  const calendar = buildCalendar(edition, years.map(unstopped));
  return years.some(({ off }) => off.some(({ document }) => document))
    ? { ...calendar, stopWork: buildCalendar(edition, years) }
    : calendar;
}

/** A year without its stops of work, and without the notices that told of nothing else. */
function unstopped({ notices, ...one }: CalendarYear): CalendarYear {
  const stops = one.off.filter(({ document }) => document);
  const stopped = (day: LocalDate) => stops.some(({ from, to }) => from <= day && day <= to);
  const beside = notices
    ?.map(({ document, days }) => ({ document, days: days.filter((day) => !stopped(day)) }))
    .filter(({ days }) => days.length > 0);
  return { ...one, off: one.off.filter(({ document }) => !document), ...(beside && beside.length > 0 && { notices: beside }) };
}

/** The years by which a stored date was reckoned: of the edition that it names, or, where nobody knows that one, those in force. */
export const yearsBehind = (edition: string, calendar: Calendar): readonly CalendarYear[] => calendar.named?.(edition) ?? calendar.years;

/** What tells of the days from a first to a last: the notice of each year, and those beside it with a day among them. */
export const noticesOf = (years: readonly CalendarYear[], first: LocalDate, last: LocalDate) =>
  years
    .filter((one) => year(first) <= one.year && one.year <= year(last))
    .map(({ year, document, notices = [] }) => {
      const beside = notices.filter(({ days }) => days.some((day) => first <= day && day <= last));
      return { year, document, ...(beside.length > 0 && { notices: beside.map((one) => one.document) }) };
    });

export interface DayCalendar {
  /** A day as text, from a table where there is one. */
  date(day: number): LocalDate;
  rest(day: number): Rest;
  makeup(day: number): boolean;
  nth(day: number, n: number): number;
  /** Working days in (a, b]. */
  count(a: number, b: number): number;
}

export function buildCalendar(edition: string, years: readonly CalendarYear[]): Calendar {
  const sorted = [...years].sort((a, b) => a.year - b.year);
  const statuses = new Map(sorted.map((y) => [y.year, y.status]));
  if (statuses.size !== sorted.length) throw new Error(`calendar ${edition}: a year is given twice`);
  const lastOfficial = Math.max(...sorted.filter((y) => y.status === 'official').map((y) => y.year));
  const status = (y: number): KnownStatus => statuses.get(y) ?? (y < Math.max(lastOfficial, FIXED_SINCE) ? 'not-held' : 'missing');
  const days = tabulate(sorted, status);

  return {
    edition,
    years: sorted,
    days,
    isWorking: (date) => days.rest(toDayNumber(date)) === undefined,
    whyRest: (date) => days.rest(toDayNumber(date)),
    isMakeup: (date) => days.makeup(toDayNumber(date)),
    status,
    nth: (date, n) => days.date(days.nth(toDayNumber(date), n)),
    workingDaysBetween: (a, b) => days.count(toDayNumber(a), toDayNumber(b)),
  };
}

/**
 * Whether a notice that is not out yet could still turn one of these days, both included, from a working day into a rest day or back
 * (promise 10): one of a year without an official notice, unless it is a holiday of a fixed date, which rests whatever the notice says.
 */
export function unsettled(calendar: Calendar, first: number, last: number): boolean {
  for (let day = first; day <= last; ) {
    const date = calendar.days.date(day);
    const y = year(date);
    if (calendar.status(y) === 'official') day = newYear(y + 1);
    else if (y < FIXED_SINCE || !calendar.days.rest(day) || !fixedHoliday(date)) return true;
    else day += 1;
  }
  return false;
}

/** Prefix tables from the year before the first notice to two years past the last; further off, days are walked. */
function tabulate(years: readonly CalendarYear[], status: Calendar['status']): DayCalendar {
  const holidays = new Map<number, RestDay>();
  const makeups = new Set<number>();
  for (const y of years) {
    for (const { from, to, name, document } of y.off) {
      const rests = document ? { ...name, stop: document } : name;
      for (let day = toDayNumber(from); day <= toDayNumber(to); day++) if (!holidays.has(day)) holidays.set(day, rests);
    }
    for (const date of y.makeup) makeups.add(toDayNumber(date));
  }
  const fixed = (day: number): Text | undefined => {
    const date = day < FIXED_FROM ? undefined : fromDayNumber(day);
    return date && status(year(date)) === 'missing' ? fixedHoliday(date) : undefined;
  };
  const reason = (day: number): Rest => {
    if (makeups.has(day)) return undefined;
    return holidays.get(day) ?? fixed(day) ?? (weekdayOf(day) > 5 ? 'weekend' : undefined);
  };

  const first = years.length === 0 ? 0 : newYear(years[0]!.year - 1);
  const end = years.length === 0 ? 0 : newYear(years[years.length - 1]!.year + 3);
  const rests: Rest[] = [];
  const dates: LocalDate[] = [];
  /** before[i]: working days from `first` up to, not including, first + i. */
  const before = new Int32Array(end - first + 1);
  const working: number[] = [];
  for (let day = first; day < end; day++) {
    const why = reason(day);
    rests.push(why);
    dates.push(fromDayNumber(day));
    if (why === undefined) working.push(day);
    before[day - first + 1] = working.length;
  }
  const tabled = (day: number): boolean => day >= first && day < end;
  const rest = (day: number): Rest => (tabled(day) ? rests[day - first] : reason(day));

  const count = (a: number, b: number): number => {
    if (tabled(a) && tabled(b)) return before[b - first + 1]! - before[a - first + 1]!;
    let found = 0;
    for (let day = a + 1; day <= b; day++) if (rest(day) === undefined) found++;
    return found;
  };

  return {
    rest,
    date: (day) => (tabled(day) ? dates[day - first]! : fromDayNumber(day)),
    makeup: (day) => makeups.has(day),
    nth(day, n) {
      if (n === 0) return day;
      if (tabled(day)) {
        const found = working[n > 0 ? before[day - first + 1]! + n - 1 : before[day - first]! + n];
        if (found !== undefined) return found;
      }
      const step = Math.sign(n);
      let at = day;
      for (let left = Math.abs(n); left > 0; ) {
        at += step;
        if (rest(at) === undefined) left--;
      }
      return at;
    },
    count: (a, b) => (a <= b ? count(a, b) : 0 - count(b, a)),
  };
}

const FIXED_FROM = toDayNumber(`${FIXED_SINCE}-01-01` as LocalDate);

const newYear = (y: number): number => toDayNumber(`${String(y).padStart(4, '0')}-01-01` as LocalDate);
