import { addDays, type Calendar, toDayNumber } from '../../../kernel/clock/index.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import type { Sourced, Text } from '../../../kernel/text.ts';
import type { Limit } from '../../catalogue/index.ts';
import { itemName, organName, worldOf } from '../desk/view.ts';
import { type SignSum, signSums } from '../queries/accounts.ts';
import type { LicensingDesk } from '../requests.ts';
import type { AccountBook } from './book.ts';
import { type Level, PARTS } from './spells.ts';
import {
  type AccountSums,
  type AccountsAsk,
  BYS,
  type By,
  type DayTable,
  type Limits,
  NO_SEAT,
  NO_TIME,
  sumsOf,
  type TimeSum,
} from './sums.ts';
import { accountHeads, levelWords, partWords } from './words.ts';

export interface ReportRow extends TimeSum {
  readonly key: string;
  readonly name: Text;
  readonly limits: Limits;
  /** The item's own limits, where the row is an item. */
  readonly item?: { readonly promised?: Sourced<Limit>; readonly legal?: Sourced<Limit> };
  readonly parts: Readonly<Record<string, TimeSum>>;
}

export interface Report {
  /** What the time was; `law` is every lawful pause together. */
  readonly parts: readonly { readonly part: string; readonly name: Text }[];
  /** The grounds of those pauses. */
  readonly grounds: readonly { readonly part: string; readonly name: Text; readonly ground: Text }[];
  readonly total: ReportRow;
  readonly rows: readonly ReportRow[];
  readonly bounces: { readonly times: number; readonly between: readonly SignSum[] };
  /** `days`: within so many working days of the due day, the county's parameter. */
  readonly pauses: { readonly times: number; readonly days: number };
  /** Time for which a deputy or chief had to sign. */
  readonly leaders: TimeSum;
}

/** Where time is added up by organ, item, level or seat, and what an inspector looks for. Sums are those of the matters' own accounts. */
export async function reportOf(
  { pool }: Pick<LicensingDesk, 'pool'>,
  book: AccountBook,
  moment: EngineMoment,
  ask: AccountsAsk,
  by: By,
): Promise<Report> {
  const near = nearDays(moment);
  const [matters, bounces, pauses] = await Promise.all([
    book.matters(ask),
    signSums(pool, ask, 'bounce', near),
    signSums(pool, ask, 'pause', near),
  ]);
  const rows = sumsOf(matters, ask, by).map((sums) => rowOf(sums, by, moment));
  const [all = NOTHING] = sumsOf(matters, ask);
  const [leaders = NOTHING] = sumsOf(matters, { ...ask, level: 'leader', part: 'held' });
  const met = Object.keys(all.parts);
  const grounds = met.filter((part) => part.startsWith('law:')).sort();
  const parts = [...PARTS.slice(0, 3), 'law', ...PARTS.slice(3)].filter((part) => met.includes(part));
  const named = (list: readonly string[]) => list.map((part) => ({ part, name: partName(part, moment) }));
  return {
    parts: named(parts),
    grounds: named(grounds).map((one) => ({ ...one, ground: groundName(one.part, moment) })),
    total: rowOf(all, undefined, moment),
    rows: rows.sort((a, b) => b.seconds - a.seconds || (a.key < b.key ? -1 : 1)),
    bounces: { times: timesIn(bounces), between: bounces.slice(0, 10) },
    pauses: { times: timesIn(pauses), days: near },
    leaders: leaders.whole,
  };
}

const NOTHING: AccountSums = { key: '', whole: NO_TIME, limits: { promised: 0, kept: 0, limited: 0, lawful: 0 }, parts: {} };
const timesIn = (sums: readonly SignSum[]): number => sums.reduce((n, { times }) => n + times, 0);

function rowOf({ key, whole, limits, parts }: AccountSums, by: By | undefined, moment: EngineMoment): ReportRow {
  const item = by === 'item' ? worldOf(moment).catalogue.item(key) : undefined;
  return {
    key: by === 'seat' ? key || NO_SEAT : key,
    name: by ? keyName(by, key, moment) : accountHeads.total,
    ...whole,
    limits,
    ...(item && { item: { promised: item.promised, legal: item.legal } }),
    parts,
  };
}

/** What the reader narrowed the accounts to, by name. */
export const narrowedTo = (ask: AccountsAsk, moment: EngineMoment): Partial<Record<By, Text>> =>
  Object.fromEntries(BYS.flatMap((by) => (ask[by] === undefined ? [] : [[by, keyName(by, ask[by], moment)]])));

function keyName(by: By, key: string, moment: EngineMoment): Text {
  switch (by) {
    case 'organ':
      return organName(moment, key);
    case 'item':
      return itemName(moment, key);
    case 'level':
      return levelWords[key as Level];
    case 'seat':
      return seatName(key, moment);
  }
}

/** A seat with its organ; without one, that no seat let it go. */
export function seatName(id: string, moment: EngineMoment): Text {
  const seat = moment.directory.seat(id);
  if (!seat) return id === '' ? accountHeads['no-seat'] : { zh: id, en: id };
  const organ = organName(moment, seat.organ);
  return { zh: `${organ.zh} ${seat.name.zh}`, en: `${organ.en}: ${seat.name.en}` };
}

/** What a second was; a lawful pause with its ground. */
export function partName(part: string, moment: EngineMoment): Text {
  if (!part.startsWith('law:')) return partWords[part as keyof typeof partWords];
  const ground = groundName(part, moment);
  return { zh: `${partWords.law.zh}：${ground.zh}`, en: `${partWords.law.en}: ${ground.en}` };
}

const groundName = (part: string, { law }: EngineMoment): Text => {
  const id = part.slice('law:'.length);
  return law.grounds.get(id)?.name ?? law.find(id)?.name ?? { zh: id, en: id };
};

/** Within how many working days of its due day a stopped clock is looked at: a parameter of the county. */
export const nearDays = ({ law }: EngineMoment): number => law.term('licensing.pause-before-due').amount;

const FIRST = '2010-01-01' as LocalDate;
const tables = new WeakMap<Calendar, DayTable>();

/** Working days before each day, from before the first records to two years past the calendar's last year. */
export function dayTable(calendar: Calendar): DayTable {
  const known = tables.get(calendar);
  if (known) return known;
  const last = (calendar.years.at(-1)?.year ?? 2030) + 3;
  const before = [0];
  for (let day = FIRST; day < `${last}-01-01`; day = addDays(day, 1)) before.push(before.at(-1)! + (calendar.isWorking(day) ? 1 : 0));
  const made = { base: toDayNumber(FIRST), before };
  tables.set(calendar, made);
  return made;
}
