import type { Lang } from '../kernel/text.ts';
import type { StripDay } from './calendar-strip-days.ts';
import { nextDay, weekday } from './days.ts';
import { say } from './say.ts';

/** Neighbouring days of which the same is to be said. */
export interface Run {
  readonly from: StripDay;
  readonly to: StripDay;
}

/** A strip as it is read aloud: `15 to 23 Feb, Spring Festival, not counted` is one line, not nine. */
export function runs(days: readonly StripDay[]): readonly Run[] {
  const out: Run[] = [];
  for (const day of days) {
    const last = out.at(-1);
    if (last && sameStory(last.to, day)) out[out.length - 1] = { from: last.from, to: day };
    else out.push({ from: day, to: day });
  }
  return out;
}

const sameStory = (a: StripDay, b: StripDay): boolean =>
  a.kind === b.kind && Boolean(a.makeup) === Boolean(b.makeup) && a.note?.zh === b.note?.zh && b.date === nextDay(a.date);

export function sayRun({ from, to }: Run, lang: Lang): string {
  const [n, m] = [from.number ?? 0, to.number ?? 0];
  const kind = from.kind === 'counted' || from.kind === 'future' ? from.kind : undefined;
  const counted = kind && from !== to ? say(`run-${kind}-range`, lang, { n, m }) : say(`run-${from.kind}`, lang, { n });
  return [from.note?.[lang], counted, from.makeup && say('run-makeup', lang)].filter(Boolean).join(say('comma', lang));
}

const LONGEST = 16;
const KEPT = 4;

export type Part = { readonly days: readonly StripDay[] } | { readonly weeks: number; readonly counted: number };

/** A year's strip would be a wall: past sixteen weeks the middle is left out, by whole weeks, and said so. */
export function fold(days: readonly StripDay[]): readonly Part[] {
  const weeks: StripDay[][] = [];
  for (const day of days) {
    if (weeks.length === 0 || weekday(day.date) === 1) weeks.push([]);
    weeks.at(-1)!.push(day);
  }
  if (weeks.length <= LONGEST) return [{ days }];
  const hidden = weeks.slice(KEPT, -KEPT);
  const counted = hidden.flat().filter((day) => day.number !== undefined).length;
  return [{ days: weeks.slice(0, KEPT).flat() }, { weeks: hidden.length, counted }, { days: weeks.slice(-KEPT).flat() }];
}
