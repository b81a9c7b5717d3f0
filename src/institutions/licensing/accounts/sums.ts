import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Level, Spell, Tally } from './spells.ts';

/** By which what no seat let go is asked for. */
export const NO_SEAT = '-';
export const BYS = ['organ', 'item', 'level', 'seat'] as const;
export type By = (typeof BYS)[number];

/** Working days before each day since `base`, a number of days since 1970-01-01: one subtraction counts those between two days. */
export interface DayTable {
  readonly base: number;
  readonly before: readonly number[];
}

/** What is asked of the time accounts, the same for a number and for the rows behind it. */
export interface AccountsAsk {
  /** Closed on these days, both counted; absent: the open ones that are given. */
  readonly closed?: { readonly from: LocalDate; readonly to: LocalDate };
  /** Matters added up just now: open ones, and closed ones that no sweep has met yet. */
  readonly given: readonly Tally[];
  /** Until when an open spell counts, seconds. */
  readonly now: number;
  /** Organs whose time may be seen; absent: all. */
  readonly within?: readonly string[];
  readonly organ?: string;
  readonly item?: string;
  readonly level?: Level;
  readonly seat?: string;
  /** `law` stands for every ground; `held` for waiting and work together. */
  readonly part?: string;
  /** The level at which a place was held, by the seat that let it go; as it was written where absent. */
  readonly levelOf?: (place: Place) => Level;
  readonly days: DayTable;
  /** Only the time on working days, nights counted. */
  readonly working: boolean;
}

export type Place = Pick<Spell, 'part' | 'organ' | 'level' | 'seat'>;

/** A matter as it is counted: where it was, and the borders between, seconds since the epoch. One more border than places. */
export interface Counted {
  readonly matter: string;
  readonly item: string;
  readonly lead: string;
  readonly places: readonly Place[];
  readonly at: readonly number[];
  readonly open?: true;
  readonly kept: boolean | null;
  readonly lawful: boolean | null;
}

/** Time of one kind: of how many matters, in all, half of them, nine in ten. Seconds. */
export interface TimeSum {
  readonly matters: number;
  readonly seconds: number;
  readonly median: number;
  readonly p90: number;
}

export interface Limits {
  /** Of those decided with a promise, with a legal limit: how many, and how many within it. Only where the time was the lead's. */
  readonly promised: number;
  readonly kept: number;
  readonly limited: number;
  readonly lawful: number;
}

export interface AccountSums {
  readonly key: string;
  readonly whole: TimeSum;
  readonly limits: Limits;
  /** By what the time was; `law` is that of every ground together, each ground stands beside. */
  readonly parts: Readonly<Record<string, TimeSum>>;
}

/** A spell's seconds: on the clock, or of them those on working days. Asia/Shanghai is eight hours ahead, all year. */
export function secondsOf(from: number, to: number, { working, days }: AccountsAsk): number {
  return working ? workedUntil(to, days) - workedUntil(from, days) : to - from;
}

function workedUntil(at: number, { base, before }: DayTable): number {
  const local = at + 28_800;
  const day = Math.floor(local / 86_400) - base;
  return before[day]! * 86_400 + (before[day + 1]! - before[day]!) * (local % 86_400);
}

const levelIn = (p: Place, { levelOf }: AccountsAsk): Level => levelOf?.(p) ?? p.level;

const fits = (p: Place, ask: AccountsAsk): boolean =>
  (!ask.within || ask.within.includes(p.organ)) &&
  (ask.organ === undefined || ask.organ === p.organ) &&
  (ask.level === undefined || ask.level === levelIn(p, ask)) &&
  (ask.seat === undefined || ask.seat === p.seat) &&
  (ask.part === undefined || isOf(p.part, ask.part));

/** Places are few and shared by many matters: each is asked once. */
function fitting(ask: AccountsAsk): (place: Place) => boolean {
  const known = new Map<Place, boolean>();
  return (place) => {
    const before = known.get(place);
    if (before !== undefined) return before;
    const now = fits(place, ask);
    known.set(place, now);
    return now;
  };
}

const isOf = (part: string, asked: string): boolean =>
  part === asked || (asked === 'law' && part.startsWith('law:')) || (asked === 'held' && (part === 'queue' || part === 'work'));

interface Group {
  readonly whole: number[];
  readonly parts: Map<string, number[]>;
  readonly limits: { -readonly [K in keyof Limits]: number };
}

/** Sums by organ, item, level or seat; without `by` one for all. Each matter counts once in a sum, with all its seconds of that kind. */
export function sumsOf(matters: Iterable<Counted>, ask: AccountsAsk, by?: By): AccountSums[] {
  const groups = new Map<string, Group>();
  const fit = fitting(ask);
  for (const m of matters) {
    if (ask.item !== undefined && ask.item !== m.item) continue;
    const own = secondsByPart(m, ask, by, fit);
    for (const { key, part, seconds } of own) listIn(groupIn(groups, key).parts, part).push(seconds);
    for (const [i, { key }] of own.entries()) {
      if (own.findIndex((one) => one.key === key) < i) continue;
      const group = groupIn(groups, key);
      group.whole.push(own.reduce((n, one) => (one.key === key && one.part !== 'law' ? n + one.seconds : n), 0));
      // A limit is the lead's to keep: whoever only received, delivered or assisted has promised nothing of it.
      if (own.some((one) => one.key === key && one.lead)) count(group.limits, m);
    }
  }
  return [...groups].map(([key, { whole, parts, limits }]) => ({
    key,
    whole: sum(whole),
    limits,
    parts: Object.fromEntries([...parts].map(([part, list]) => [part, sum(list)])),
  }));
}

interface Own {
  readonly key: string;
  readonly part: string;
  seconds: number;
  /** Whether some of it was with the organ that answers for the matter. */
  lead: boolean;
}

/** One matter's seconds by row and by what they were: a handful, so a list is faster than a table of tables. */
function secondsByPart(m: Counted, ask: AccountsAsk, by: By | undefined, fit: (place: Place) => boolean): Own[] {
  const own: Own[] = [];
  const add = (key: string, part: string, seconds: number, lead: boolean) => {
    const there = own.find((one) => one.part === part && one.key === key);
    if (!there) own.push({ key, part, seconds, lead });
    else {
      there.seconds += seconds;
      there.lead ||= lead;
    }
  };
  for (let i = 0; i < m.places.length; i++) {
    const place = m.places[i]!;
    if (!fit(place)) continue;
    const key = by === undefined ? '' : by === 'item' ? m.item : by === 'level' ? levelIn(place, ask) : place[by];
    const seconds = secondsOf(m.at[i]!, m.at[i + 1]!, ask);
    add(key, place.part, seconds, place.organ === m.lead);
    if (place.part.startsWith('law:')) add(key, 'law', seconds, place.organ === m.lead);
  }
  return own;
}

function groupIn(groups: Map<string, Group>, key: string): Group {
  const known = groups.get(key);
  if (known) return known;
  const made: Group = { whole: [], parts: new Map(), limits: { promised: 0, kept: 0, limited: 0, lawful: 0 } };
  groups.set(key, made);
  return made;
}

function listIn(parts: Group['parts'], part: string): number[] {
  const known = parts.get(part);
  if (known) return known;
  const made: number[] = [];
  parts.set(part, made);
  return made;
}

function count(limits: Group['limits'], { kept, lawful }: Counted): void {
  if (kept !== null) limits.promised += 1;
  if (kept) limits.kept += 1;
  if (lawful !== null) limits.limited += 1;
  if (lawful) limits.lawful += 1;
}

export const NO_TIME: TimeSum = { matters: 0, seconds: 0, median: 0, p90: 0 };

function sum(list: readonly number[]): TimeSum {
  const sorted = Float64Array.from(list).sort();
  return { matters: sorted.length, seconds: sorted.reduce((a, b) => a + b, 0), median: share(sorted, 0.5), p90: share(sorted, 0.9) };
}

/** Between two neighbours in proportion, as a spreadsheet's percentile; in whole seconds. */
function share(sorted: Float64Array, of: number): number {
  const place = (sorted.length - 1) * of;
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return Math.round(low + (high - low) * (place - Math.floor(place)));
}

export interface AccountRow extends Counted {
  /** Seconds of what was asked for. */
  readonly here: number;
}

/** The matters behind a number, whoever took longest first. */
export function rowsOf(
  matters: Iterable<Counted>,
  ask: AccountsAsk,
  only: { readonly kept?: boolean; readonly lawful?: boolean },
): AccountRow[] {
  const found: AccountRow[] = [];
  const fit = fitting(ask);
  for (const m of matters) {
    if (ask.item !== undefined && ask.item !== m.item) continue;
    if ((only.kept !== undefined && m.kept !== only.kept) || (only.lawful !== undefined && m.lawful !== only.lawful)) continue;
    let here: number | undefined;
    for (const [i, place] of m.places.entries()) if (fit(place)) here = (here ?? 0) + secondsOf(m.at[i]!, m.at[i + 1]!, ask);
    if ((only.kept !== undefined || only.lawful !== undefined) && !m.places.some((place) => place.organ === m.lead && fit(place))) continue;
    if (here !== undefined) found.push({ ...m, here });
  }
  return found.sort((a, b) => b.here - a.here || (a.matter < b.matter ? -1 : 1));
}
