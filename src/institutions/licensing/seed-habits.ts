import type { Chance } from '../../kernel/chance.ts';
import { addDays, type Calendar, weekday } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';

/** How much of its limit an organ uses. Most are well within; the model county has one organ that is not. */
const PACE: Readonly<Record<string, number>> = { HUC: 1.15, NRB: 0.85, EPB: 0.8, FRS: 0.75, SAM: 0.35, ASB: 0.25, PSB: 0.4, TAX: 0.2 };
export const paceOf = (organ: string): number => PACE[organ] ?? 0.55;

/** People come on Monday mornings and before closing; fewer in the week before a holiday, none when the window is shut. */
export function arrivalWeight(day: LocalDate, calendar: Calendar): { window: number; online: number } {
  if (!calendar.isWorking(day)) return { window: 0, online: 0.25 };
  const usual = [1, 1.7, 1.15, 1, 0.95, 0.8, 1][weekday(day) % 7] ?? 1;
  const afterRest = calendar.isWorking(addDays(day, -1)) ? 1 : 1.15;
  return { window: usual * afterRest, online: 0.9 };
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
