import type { BareSheet, CalendarYear, SheetStep } from '../types.ts';
import { after, before } from './days.ts';
import type { Put } from './question.ts';
import type { RestDays } from './rest.ts';

/** What every sheet tells of its way and of what was asked. */

export const asked = ({ term, ...put }: Put) => ({
  question: '',
  ...(term && {
    term: {
      id: term.id,
      name: term.name,
      law: term.basis.law,
      article: term.basis.article,
      mark: term.basis.mark,
      confidence: term.confidence,
    },
  }),
  ...put,
});

/** The last working day on or before a day. */
export function lastWorking(day: string, rest: RestDays): string {
  let on = day;
  while (rest.why(on) !== undefined) on = before(on);
  return on;
}

/** Whether a notice that is not out yet could change one of the days from the first to the last. */
export function anyOpen(first: string, last: string, rest: RestDays): boolean {
  for (let day = first; day <= last; day = after(day)) if (rest.open(day)) return true;
  return false;
}

/** By when an organ acts, whose limit has to be kept, does not roll and may end on a rest day; and whether a notice leaves that open. */
export function workingBy(due: string, { whose, roll, term }: Put, rest: RestDays): Pick<BareSheet, 'actBy' | 'actByProvisional'> {
  if (whose !== 'organ' || roll !== 'none' || term?.sense) return {};
  const on = lastWorking(due, rest);
  return { ...(on !== due && { actBy: on }), ...(anyOpen(on, due, rest) && { actByProvisional: true }) };
}

export type Building = { -readonly [K in keyof SheetStep]: SheetStep[K] };

export function step(
  steps: Building[],
  day: string,
  is: SheetStep['is'],
  more: Pick<SheetStep, 'name' | 'document' | 'ground'> = {},
  number?: number,
): void {
  const run = steps.at(-1);
  const same = run?.is === is && run.ground === more.ground && run.name?.zh === more.name?.zh && run.document?.zh === more.document?.zh;
  if (run && same) {
    run.to = day;
    run.days! += 1;
    if (number !== undefined) run.last = number;
  } else steps.push({ from: day, to: day, is, days: 1, ...(number !== undefined && { first: number, last: number }), ...more });
}

export const restStep = (steps: Building[], day: string, why: NonNullable<ReturnType<RestDays['why']>>): void =>
  why === 'weekend'
    ? step(steps, day, 'weekend')
    : why.document
      ? step(steps, day, 'stop', { document: why.document })
      : step(steps, day, 'holiday', { name: why.name });

/** What is known of the years from one day to another. */
export function calendarYears(first: string, last: string, years: readonly CalendarYear[], rest: RestDays): BareSheet['calendar']['years'] {
  type Name = CalendarYear['document'];
  const found: { year: number; status: ReturnType<RestDays['known']>; document?: Name; notices?: Name[] }[] = [];
  if (last < first) return found;
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
    const known = years.find((one) => one.year === year);
    const beside = (known?.notices ?? []).filter((one) => one.days.some((day) => day >= first && day <= last)).map((one) => one.document);
    found.push({
      year,
      status: rest.known(year),
      ...(known && { document: known.document }),
      ...(beside.length > 0 && { notices: beside }),
    });
  }
  return found;
}
