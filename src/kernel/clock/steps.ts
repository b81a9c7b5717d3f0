import type { Calendar } from './calendar.ts';
import { fromDayNumber, toDayNumber } from './date.ts';
import type { Clock, LocalDate, SheetStep } from './types.ts';

/** One day of the way, and which counted day it is. */
interface Day extends Pick<SheetStep, 'is' | 'name' | 'document' | 'ground'> {
  readonly day: number;
  readonly number?: number;
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

  const days: Day[] = [{ day: zero, is: 'zero' }];
  let counted = 0;
  for (let day = zero + 1; day <= due; day++) {
    const stretch = stretches.find(({ from, to }) => from <= day && day <= to);
    const rest = (clock.unit === 'wd' && day <= last) || (day > last && day < due) ? restOn(day, calendar) : undefined;
    if (day > last && day === due) days.push({ day, is: 'rolled', ...stopOn(last, calendar) });
    else if (stretch) days.push({ day, is: 'pause', ground: stretch.ground });
    else days.push(rest ?? { day, is: makeup.has(day) ? 'makeup' : 'counted', number: ++counted });
  }
  return joined(days);
}

/** The way back from an event, in the order of the calendar: the due date first, the numbers falling, day 0 at the end. */
export function stepsBack(
  due: LocalDate,
  lastDay: LocalDate,
  event: LocalDate,
  unit: Clock['unit'],
  calendar: Calendar,
): readonly SheetStep[] {
  const [first, last, zero] = [due, lastDay, event].map(toDayNumber) as [number, number, number];
  const days: Day[] = [{ day: zero, is: 'zero' }];
  let counted = 0;
  for (let day = zero - 1; day >= first; day--) {
    const rest = unit === 'wd' || day < last ? restOn(day, calendar) : undefined;
    if (day < last) days.push(rest ?? { day, is: 'rolled' });
    else days.push(rest ?? { day, is: unit === 'wd' && calendar.days.makeup(day) ? 'makeup' : 'counted', number: ++counted });
  }
  return joined(days.reverse());
}

/** From one time of a recurring duty to the next: every day counts. */
export function stepsOfRound(previous: LocalDate, due: LocalDate): readonly SheetStep[] {
  const [zero, last] = [toDayNumber(previous), toDayNumber(due)];
  return joined(
    Array.from(
      { length: last - zero + 1 },
      (_, i): Day => (i === 0 ? { day: zero, is: 'zero' } : { day: zero + i, is: 'counted', number: i }),
    ),
  );
}

/** Why the last day was none to act on, where the county stopped work then. */
const stopOn = (last: number, calendar: Calendar): Pick<Day, 'document'> => {
  const { document } = restOn(last, calendar) ?? {};
  return document ? { document } : {};
};

function restOn(day: number, calendar: Calendar): Day | undefined {
  const rest = calendar.days.rest(day);
  if (rest === undefined) return undefined;
  if (rest === 'weekend') return { day, is: 'weekend' };
  return rest.stop ? { day, is: 'stop', document: rest.stop } : { day, is: 'holiday', name: rest };
}

function joined(days: readonly Day[]): readonly SheetStep[] {
  const runs: { from: Day; to: Day }[] = [];
  for (const day of days) {
    const run = runs[runs.length - 1];
    if (run && said(run.to) === said(day)) run.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs.map(({ from: { day, is, number, name, document, ground }, to }) => ({
    from: fromDayNumber(day),
    to: fromDayNumber(to.day),
    is,
    days: to.day - day + 1,
    ...(number !== undefined && { first: number, last: to.number! }),
    ...(name && { name }),
    ...(document && { document }),
    ...(ground !== undefined && { ground }),
  }));
}

const said = ({ is, ground, name, document }: Day): string => JSON.stringify([is, ground, name?.zh, document]);
