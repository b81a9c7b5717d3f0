import type { BareSheet, Clock, LocalDate } from '../kernel/clock/types.ts';
import type { Text } from '../kernel/text.ts';
import { nextDay } from './days.ts';
import { holidayText, stopDocument, stopText } from './say.ts';
import { words } from './words.ts';

export type DayKind = 'zero' | 'counted' | 'rest' | 'stop' | 'pause' | 'due' | 'future';

export interface StripDay {
  readonly date: LocalDate;
  readonly kind: DayKind;
  /** Which counted day it is; on counted, future and due days. */
  readonly number?: number;
  /** A working weekend, counted. */
  readonly makeup?: boolean;
  /** Why it is not counted, or what happened on it. */
  readonly note?: Text;
}

export interface Strip {
  readonly days: readonly StripDay[];
}

export interface StripOptions {
  /** Counted days after today are still to come. Without it all are shown as counted. */
  readonly today?: LocalDate;
  /** Names of pause grounds, by id. */
  readonly grounds?: Readonly<Record<string, Text>>;
  /** Holidays beside those of the regulation. */
  readonly holidays?: readonly Text[];
  /** What happened on day 0, e.g. accepted. */
  readonly zero?: Text;
}

/** The days of a clock from day 0 to the due date, from what the clock stores alone: no calendar is asked. */
export function stripOf(clock: Clock, { today, grounds = {}, holidays, zero }: StripOptions = {}): Strip {
  const { derivation, due } = clock;
  const makeup = new Set<string>(derivation.makeup);
  const days: StripDay[] = [];
  let number = 0;

  for (let date = clock.zero; date <= due; date = nextDay(date)) {
    const extra = makeup.has(date) ? { makeup: true } : {};
    const idle = date === clock.zero ? undefined : notCounted(clock, date, { grounds, holidays });
    if (date === clock.zero && date !== due) days.push({ date, kind: 'zero', ...(zero && { note: zero }) });
    else if (date === due)
      days.push({ date, kind: 'due', number: derivation.rolledFrom || (derivation.cappedFrom && idle) ? number : ++number, ...extra });
    else if (date === derivation.rolledFrom) days.push({ date, kind: 'rest', number: ++number, note: words.rolled });
    else if (idle) days.push({ date, ...idle });
    else days.push({ date, kind: today && date > today ? 'future' : 'counted', number: ++number, ...extra });
  }
  return { days };
}

/** The days of a sheet, whichever way it is counted, from its steps alone. */
export function stripOfSheet(
  sheet: Pick<BareSheet, 'steps' | 'due' | 'lastDay' | 'counted'>,
  { grounds = {}, zero }: StripOptions = {},
): Strip {
  const { steps, due, lastDay, counted } = sheet;
  const most = Math.max(...steps.flatMap(({ first = 0, last = 0 }) => [first, last]));
  const days = steps.flatMap(({ from, is, days: length = 1, first, last, name, document, ground }) =>
    Array.from({ length }, (_, i): StripDay => {
      const date = nextDay(from as LocalDate, i);
      const number = first === undefined ? {} : { number: first <= last! ? first + i : first - i };
      const extra = is === 'makeup' ? { makeup: true } : {};
      if (date === due) return { date, kind: 'due', number: most, ...extra };
      if (date === lastDay) return { date, kind: 'rest', ...number, note: words[counted ? 'rolled-back' : 'rolled'] };
      if (is === 'zero') return { date, kind: 'zero', ...(zero && { note: zero }) };
      if (is === 'weekend' || is === 'holiday') return { date, kind: 'rest', note: name ?? words.weekend };
      if (is === 'stop') return { date, kind: 'stop', note: stopText(document!) };
      if (is === 'pause') return { date, kind: 'pause', note: grounds[ground!] ?? words['run-pause'] };
      return { date, kind: 'counted', ...number, ...extra };
    }),
  );
  return { days };
}

/** Where a day is given as both, it is a rest day: it would not have counted anyway. */
function notCounted(clock: Clock, date: LocalDate, { grounds = {}, holidays }: StripOptions): Pick<StripDay, 'kind' | 'note'> | undefined {
  const { skipped, rolledFrom } = clock.derivation;
  const why = skipped.filter(([from, to]) => from <= date && date <= to).map(([, , reason]) => reason);
  const rest = why.find((reason) => !reason.startsWith('pause:'));
  const stopped = rest && stopDocument(rest);
  if (stopped) return { kind: 'stop', note: stopText(stopped) };
  if (rest) return { kind: 'rest', note: rest === 'weekend' ? words.weekend : holidayText(rest, holidays) };

  const ground = why[0]?.slice('pause:'.length) ?? clock.pauses.find((pause) => covers(pause, date))?.ground;
  if (ground !== undefined) return { kind: 'pause', note: grounds[ground] ?? words['run-pause'] };

  if (rolledFrom && date > rolledFrom) return { kind: 'rest', note: words.rolled };
  return undefined;
}

/** Half-open; a pause without any known end covers what the derivation says and no more. */
const covers = (pause: Clock['pauses'][number], date: LocalDate): boolean => {
  const end = pause.to ?? pause.asOf ?? pause.expected;
  return end !== undefined && pause.from <= date && date < end;
};
