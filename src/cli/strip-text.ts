import { addDays, localDate, weekday } from '../kernel/clock/index.ts';
import type { DeadlineSheet, LocalDate, SheetStep } from '../kernel/clock/types.ts';

const MARKS: Readonly<Record<SheetStep['is'], string>> = {
  zero: '0',
  counted: '',
  makeup: '',
  weekend: '·',
  holiday: '×',
  stop: 's',
  pause: 'p',
  rolled: '»',
  hours: '',
};
const HEADS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const KEPT = 8;

/** The days of a sheet as a calendar in text, a week a line: which day each is counted as, and why not. */
export function stripText({ steps, due, unit }: DeadlineSheet): readonly string[] {
  if (unit === 'h') return [];
  const weeks = weeksOf(steps, due);
  const lines = weeks.map(({ monday, cells }) => `${monday}  ${cells.map((cell) => cell.padStart(6)).join('')}`.trimEnd());
  const left = lines.length - 2 * KEPT;
  const shown = left > 1 ? [...lines.slice(0, KEPT), `            … ${left} weeks …`, ...lines.slice(-KEPT)] : lines;
  return [`            ${HEADS.map((head) => head.padStart(6)).join('')}`, ...shown, KEY];
}

const KEY = '0 day zero  · weekend  × holiday  s work stopped by the county  p paused  + make-up day, counted  » rolled to  [ ] due';

function weeksOf(steps: readonly SheetStep[], due: string): { monday: LocalDate; cells: string[] }[] {
  const weeks: { monday: LocalDate; cells: string[] }[] = [];
  for (const { from, is, days = 1, first, last } of steps)
    for (let i = 0; i < days; i++) {
      const day = addDays(localDate(from), i);
      const column = weekday(day) - 1;
      const monday = addDays(day, -column);
      if (weeks.at(-1)?.monday !== monday) weeks.push({ monday, cells: [] });
      const mark = first === undefined ? MARKS[is] : `${first <= last! ? first + i : first - i}${is === 'makeup' ? '+' : ''}`;
      const cells = weeks.at(-1)!.cells;
      while (cells.length < column) cells.push('');
      cells.push(day === due ? `[${mark}]` : mark);
    }
  return weeks;
}
