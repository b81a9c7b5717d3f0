import { z } from 'zod';
import { type Fault, type Shaped, saying, shaped, sound } from '../shape.ts';
import { fill } from '../text.ts';
import { isLocalDate, weekday, year } from './date.ts';
import { lawRows, textRow } from './law-rows.ts';
import type { Basis, CalendarYear, LocalDate, Parameter, PauseGround, Term } from './types.ts';
import { lawFaultWords as words } from './words.ts';

/** The law as data: what `law/` says, checked. */
export interface Lawbook {
  /** Throws on an unknown id, naming those most like it: a term that code names must stand in law/. */
  term(id: string): Term;
  /** By its id or one it had formerly. */
  find(id: string): Term | undefined;
  /** The ids most like one that is unknown, best first. */
  near(id: string): readonly string[];
  readonly terms: ReadonlyMap<string, Term>;
  readonly grounds: ReadonlyMap<string, PauseGround>;
  /** Throws on an unknown id: what code names must stand in law/county/. */
  parameter(id: string): Parameter;
  readonly parameters: ReadonlyMap<string, Parameter>;
}

export class LawFaults extends Error {
  readonly faults: readonly Fault[];
  constructor(what: string, faults: readonly Fault[]) {
    super(`${what}: ${faults.map(({ path, text }) => [...path.map(String), text.en].join(' ')).join('; ')}`);
    this.faults = faults;
  }
}

/** Takes `{ terms, grounds, parameters }`, already read from YAML; tells all its faults at once. */
export function parseLaw(source: unknown): Lawbook {
  const { terms, grounds, parameters } = orThrow(lawRows(source), 'law');
  const byId = new Map<string, Term>(terms.map((term) => [term.id, term]));
  const byOldId = new Map<string, Term>(terms.flatMap((term) => (term.formerly ?? []).map((old) => [old, term] as const)));
  const find = (id: string) => byId.get(id) ?? byOldId.get(id);
  const near = (id: string) => alike(id, [...byId.keys()]);
  const settings = new Map(parameters.map((one) => [one.id, one]));
  return {
    terms: byId,
    grounds: new Map(grounds.map((ground) => [ground.id, ground])),
    parameters: settings,
    parameter(id) {
      const found = settings.get(id);
      if (found === undefined) throw new Error(`no parameter ${id} in law/county/; near it: ${alike(id, [...settings.keys()]).join(', ')}`);
      return found;
    },
    find,
    near,
    term(id) {
      const term = find(id);
      if (term === undefined) throw new Error(`no term ${id} in law/; near it: ${near(id).join(', ')}`);
      return term;
    },
  };
}

/** Law that binds everywhere; what is local or only known from practice is the county's own parameter. */
export const isNational = (basis: Basis): boolean => basis.mark === 'V' || basis.mark === 'S';

/** The part of an id before its first dot: the statute's short name. */
export const topicOf = (id: string): string => id.split('.')[0]!;

/** Takes one year of `law/calendar`, already read from YAML. */
export const parseCalendarYear = (source: unknown): CalendarYear => orThrow(yearRead(source), 'calendar year');

const date = z.custom<LocalDate>((value) => value !== undefined && isLocalDate(value as string), saying(words['date-form']));

const offRow = z.strictObject({ from: date, to: date, name: textRow, document: textRow.optional() });
const YearRow = z.strictObject({
  year: z.number().int().min(1900).max(9999),
  status: z.enum(['official', 'provisional', 'missing']),
  document: textRow,
  off: z.array(offRow),
  makeup: z.array(date),
  notices: z.array(z.strictObject({ document: textRow, days: z.array(date).min(1) })).optional(),
});

function yearRead(source: unknown): Shaped<CalendarYear> {
  const read = shaped(YearRow, source);
  const faults = [...(read.ok ? [] : read.faults), ...daysWrong(source)];
  return read.ok && faults.length === 0 ? read : { ok: false, faults };
}

/** What no single day of a year tells; of the days that are right in form. */
function daysWrong(source: unknown): readonly Fault[] {
  const given = (source ?? {}) as Partial<Record<keyof CalendarYear, unknown>>;
  const [off, makeup] = [sound(offRow, given.off), sound(date, given.makeup)];
  const faults: Fault[] = [];
  const fault = (path: PropertyKey[], key: keyof typeof words, params: Readonly<Record<string, string | number>>) =>
    faults.push({ path, text: { zh: fill(words[key].zh, params), en: fill(words[key].en, params) } });
  const inYear = (path: PropertyKey[], day: LocalDate) => {
    if (typeof given.year === 'number' && year(day) !== given.year) fault(path, 'other-year', { day, year: given.year });
  };
  for (const [k, [i, { from, to }]] of off.entries()) {
    inYear(['off', i], from);
    inYear(['off', i], to);
    if (to < from) fault(['off', i], 'ends-early', { from, to });
    const over = off.slice(0, k).find(([, other]) => from <= other.to && other.from <= to);
    if (over) fault(['off', i], 'overlap', { one: over[1].from, other: from });
  }
  for (const [k, [i, day]] of makeup.entries()) {
    inYear(['makeup', i], day);
    if (makeup.slice(0, k).some(([, other]) => other === day)) fault(['makeup', i], 'makeup-twice', { day });
    if (weekday(day) < 6) fault(['makeup', i], 'makeup-weekday', { day });
    if (off.some(([, { from, to }]) => from <= day && day <= to)) fault(['makeup', i], 'makeup-off', { day });
  }
  return faults;
}

/** By the pairs of letters they share. */
function alike(id: string, known: readonly string[], most = 5): string[] {
  const pairs = (text: string) => new Set([...text].slice(1).map((letter, i) => text[i]! + letter));
  const asked = pairs(id.toLowerCase());
  const letters = new Set(id.toLowerCase());
  const score = (one: string) => {
    const own = pairs(one);
    // Where no pair is shared, a letter is better than nothing, and a short id nearer than a long one.
    const little = ([...letters].filter((letter) => one.includes(letter)).length / letters.size - one.length / 100) / 1000;
    return little + [...own].filter((pair) => asked.has(pair)).length / Math.max(own.size + asked.size, 1);
  };
  return known
    .map((one) => ({ one, score: score(one) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ one }) => one);
}

function orThrow<T>(read: Shaped<T>, what: string): T {
  if (read.ok) return read.value;
  throw new LawFaults(what, read.faults);
}
