import type { Calendar } from './calendar.ts';
import { fromDayNumber, toDayNumber } from './date.ts';
import type { Clock, SheetStep } from './types.ts';

interface Run {
  from: number;
  to: number;
  is: SheetStep['is'];
  more: Pick<SheetStep, 'name' | 'ground'>;
  first?: number;
}

/** The way from day 0 to the due date, as runs of days of which the same is to be said. */
export function stepsOf(clock: Clock, calendar: Calendar): readonly SheetStep[] {
  const { derivation } = clock;
  const zero = toDayNumber(clock.zero);
  const due = toDayNumber(clock.due);
  const last = toDayNumber(derivation.rolledFrom ?? clock.due);
  const makeup = new Set(derivation.makeup.map(toDayNumber));
  const paused = derivation.skipped.filter(([, , why]) => why.startsWith('pause:'));
  const stretches = paused.map(([from, to, why]) => ({ from: toDayNumber(from), to: toDayNumber(to), ground: why.slice('pause:'.length) }));

  const runs: Run[] = [{ from: zero, to: zero, is: 'zero', more: {} }];
  let counted = 0;
  const go = (day: number, is: Run['is'], more: Run['more'] = {}) => {
    const counts = is === 'counted' || is === 'makeup';
    if (counts) counted += 1;
    const run = runs[runs.length - 1]!;
    if (run.is === is && run.more.ground === more.ground && run.more.name?.zh === more.name?.zh) run.to = day;
    else runs.push({ from: day, to: day, is, more, ...(counts && { first: counted }) });
  };
  for (let day = zero + 1; day <= due; day++) {
    const stretch = stretches.find(({ from, to }) => from <= day && day <= to);
    const rest = (clock.unit === 'wd' && day <= last) || (day > last && day < due) ? calendar.days.rest(day) : undefined;
    if (day > last && day === due) go(day, 'rolled');
    else if (stretch) go(day, 'pause', { ground: stretch.ground });
    else if (rest === 'weekend') go(day, 'weekend');
    else if (rest !== undefined) go(day, 'holiday', { name: rest });
    else go(day, makeup.has(day) ? 'makeup' : 'counted');
  }
  return runs.map(({ from, to, is, more, first }) => ({
    from: fromDayNumber(from),
    to: fromDayNumber(to),
    is,
    days: to - from + 1,
    ...(first !== undefined && { first, last: first + to - from }),
    ...more,
  }));
}
