import type { Chance } from '../../kernel/chance.ts';
import { addDays, type Calendar, weekday } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Charge } from '../catalogue/index.ts';
import type { Todo } from './seed-todo.ts';

/** How much of its limit an organ uses. Most are well within; the model county has one organ that is not. */
const PACE: Readonly<Record<string, number>> = { HUC: 1.15, NRB: 0.85, EPB: 0.8, FRS: 0.75, SAM: 0.35, ASB: 0.25, PSB: 0.4, TAX: 0.2 };
export const paceOf = (organ: string): number => PACE[organ] ?? 0.55;

/** What is asked for before a long holiday, so many times as often as else: food, medicine, lifts and houses to open with, sites to begin with. */
const RUSH: Readonly<Record<string, number>> = {
  'SAM-L01': 45,
  'SAM-L02': 16,
  'SAM-L03': 20,
  'SAM-L04': 8,
  'SAM-L07': 14,
  'DRC-L01': 9,
  'DRC-L02': 14,
  'FRS-L01': 40,
};
/** Whose officers are then out on inspections, so that what they examine and sign lies some days longer. */
const OUT: ReadonlySet<string> = new Set(['SAM', 'DRC']);
const WRITTEN: ReadonlySet<string> = new Set(['propose', 'bill']);
const SIGNED: ReadonlySet<string> = new Set(['check', 'approve', 'decide']);
const LONG = 7;
/** Calendar days. */
const AHEAD = 20;

/** Whether a long holiday begins within the coming weeks. */
export function rushOn(day: LocalDate, calendar: Calendar): boolean {
  let free = 0;
  for (let n = 0; n < AHEAD + LONG; n++) {
    free = calendar.isWorking(addDays(day, n)) ? 0 : free + 1;
    if (free === LONG) return true;
  }
  return false;
}

export const rushOf = (item: string): number => RUSH[item] ?? 1;

/** Working days that such an act waits longer then: with who examines, and less with who signs. */
export const lies = ({ action, by }: Todo, chance: Chance): number => {
  if (!by || !OUT.has(by.organ)) return 0;
  if (WRITTEN.has(action)) return chance.between(1, 3);
  return SIGNED.has(action) ? chance.between(0, 1) : 0;
};

/** How much such an application is for: square metres and tonnes by tens, each for some days where they are counted; of anything else one. */
export function quantityOf({ unit }: Charge, chance: Chance): number {
  const measured = chance.between(8, 90);
  if (!/米|吨/.test(unit)) return 1;
  return unit.includes('日') ? measured * chance.between(5, 60) : measured;
}

/** People come on Monday mornings and before closing; more before a long holiday, none when the window is shut. */
export function arrivalWeight(day: LocalDate, calendar: Calendar): { window: number; online: number } {
  if (!calendar.isWorking(day)) return { window: 0, online: 0.25 };
  const usual = [1, 1.7, 1.15, 1, 0.95, 0.8, 1][weekday(day) % 7] ?? 1;
  const afterRest = calendar.isWorking(addDays(day, -1)) ? 1 : 1.15;
  const before = rushOn(day, calendar) ? 1.4 : 1;
  return { window: usual * afterRest * before, online: 0.9 * before };
}

const HOURS: readonly (readonly [number, number])[] = [
  [9, 5],
  [10, 6],
  [11, 4],
  [13, 2],
  [14, 5],
  [15, 5],
  [16, 3],
];

/** Seconds after midnight within office hours 9:00–12:00, 13:00–17:00; not before `from`. */
export function officeTime(chance: Chance, from = 0): number {
  const later = HOURS.filter(([h]) => h * 3600 >= from);
  const hour = later.length > 0 ? chance.weighed(later) : 16;
  return Math.max(hour * 3600 + chance.between(0, 59) * 60 + chance.between(0, 59), Math.min(from + chance.between(120, 1500), 17 * 3600));
}

/** Whenever somebody has a phone in the hand. */
export const homeTime = (chance: Chance): number => chance.between(7, 22) * 3600 + chance.between(0, 3599);
