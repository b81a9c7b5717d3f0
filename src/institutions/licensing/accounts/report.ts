import { addDays, type Calendar, toDayNumber } from '../../../kernel/clock/index.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { EngineMoment } from '../../../kernel/matter/engine.ts';
import type { Sourced, Text } from '../../../kernel/text.ts';
import type { Limit } from '../../catalogue/index.ts';
import { itemName, organName, worldOf } from '../desk/view.ts';
import { type AccountCell, type AccountsAsk, accountCells, type By, type DayTable, type SignSum, signSums } from '../queries/accounts.ts';
import type { LicensingDesk } from '../requests.ts';
import { type Level, PARTS } from './spells.ts';
import { accountHeads, levelWords, partWords } from './words.ts';

/** Time of one kind: of how many matters, in all, half of them, nine in ten. Seconds. */
export interface TimeSum {
  readonly matters: number;
  readonly seconds: number;
  readonly median: number;
  readonly p90: number;
}

export interface ReportRow extends TimeSum {
  readonly key: string;
  readonly name: Text;
  /** Of those decided: with a promise, within it; with a legal limit, within it. */
  readonly limits: { readonly promised: number; readonly kept: number; readonly limited: number; readonly lawful: number };
  /** The item's own limits, where the row is an item. */
  readonly item?: { readonly promised?: Sourced<Limit>; readonly legal?: Sourced<Limit> };
  readonly parts: Readonly<Record<string, TimeSum>>;
}

export interface Report {
  readonly parts: readonly { readonly part: string; readonly name: Text }[];
  readonly total: ReportRow;
  readonly rows: readonly ReportRow[];
  readonly bounces: { readonly times: number; readonly between: readonly SignSum[] };
  /** `days`: within so many working days of the due day, the county's parameter. */
  readonly pauses: { readonly times: number; readonly days: number };
  /** Time for which a deputy or chief had to sign. */
  readonly leaders: TimeSum;
}

/** Where time is added up by organ, item, level or seat, and what an inspector looks for. Sums are those of the matters' own accounts. */
export async function reportOf({ pool }: Pick<LicensingDesk, 'pool'>, moment: EngineMoment, ask: AccountsAsk, by: By): Promise<Report> {
  const near = nearDays(moment);
  const [cells, all, leaders, bounces, pauses] = await Promise.all([
    accountCells(pool, ask, by),
    accountCells(pool, ask),
    accountCells(pool, { ...ask, level: 'leader', part: 'held' }),
    signSums(pool, ask, 'bounce', near),
    signSums(pool, ask, 'pause', near),
  ]);
  const keys = [...new Set(cells.map(({ key }) => key))];
  const rows = keys.map((key) => rowOf(key, by, cells, moment)).sort((a, b) => b.seconds - a.seconds || (a.key < b.key ? -1 : 1));
  const met = new Set(all.map(({ part }) => part).filter(Boolean));
  const parts = [...PARTS.slice(0, 3), ...[...met].filter((part) => part.startsWith('law:')).sort(), ...PARTS.slice(3)];
  return {
    parts: parts.filter((part) => met.has(part)).map((part) => ({ part, name: partName(part, moment) })),
    total: rowOf('', undefined, all, moment),
    rows,
    bounces: { times: timesIn(bounces), between: bounces.slice(0, 10) },
    pauses: { times: timesIn(pauses), days: near },
    leaders: sumOf(leaders.find(({ part }) => part === '')),
  };
}

const timesIn = (sums: readonly SignSum[]): number => sums.reduce((n, { times }) => n + times, 0);

const sumOf = (cell: AccountCell | undefined): TimeSum => ({
  matters: cell?.matters ?? 0,
  seconds: cell?.seconds ?? 0,
  median: cell?.median ?? 0,
  p90: cell?.p90 ?? 0,
});

function rowOf(key: string, by: By | undefined, cells: readonly AccountCell[], moment: EngineMoment): ReportRow {
  const own = cells.filter((cell) => cell.key === key);
  const whole = own.find(({ part }) => part === '');
  const item = by === 'item' ? worldOf(moment).catalogue.item(key) : undefined;
  return {
    key,
    name: by ? keyName(by, key, moment) : accountHeads.total,
    ...sumOf(whole),
    limits: { promised: whole?.promised ?? 0, kept: whole?.kept ?? 0, limited: whole?.limited ?? 0, lawful: whole?.lawful ?? 0 },
    ...(item && { item: { promised: item.promised, legal: item.legal } }),
    parts: Object.fromEntries(own.filter(({ part }) => part !== '').map((cell) => [cell.part, sumOf(cell)])),
  };
}

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
export function partName(part: string, { law }: EngineMoment): Text {
  if (!part.startsWith('law:')) return partWords[part as keyof typeof partWords];
  const ground = law.grounds.get(part.slice(4))?.name ?? { zh: part.slice(4), en: part.slice(4) };
  return { zh: `${partWords.law.zh}：${ground.zh}`, en: `${partWords.law.en}: ${ground.en}` };
}

/** Within how many working days of its due day a stopped clock is looked at: a parameter of the county. */
export const nearDays = ({ law }: EngineMoment): number => law.term('supervision.pause-before-due').amount;

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
