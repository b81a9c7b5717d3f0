import { type LocalDate, today as localDay } from './kernel/clock/index.ts';
import type { Refusal } from './kernel/decision.ts';
import { ZONE_MINUTES } from './kernel/matter/fold.ts';
import type { House } from './open-house.ts';
import { sweepNow } from './sweeping.ts';

export type ClockChange =
  | {
      readonly ok: true /** Where this change itself arrived; others may have gone on from there. */;
      readonly now: number;
      readonly today: LocalDate;
      readonly facts: number;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** Time accounts hold sixty-eight years; nobody plays that long. */
const END = Date.UTC(2060, 0, 1) - 8 * 3_600_000;

const refuse = (code: string, params?: Refusal['params']): ClockChange => ({ ok: false, refusal: { code, params } });

/**
 * The model county's own clock (house section 3). Setting it records at once what the time has brought. It goes back only
 * as far as the last record: what has happened cannot lie ahead.
 */
export async function setClock(house: House, instantMs: number): Promise<ClockChange> {
  if (!house.row.model) return refuse('not-a-model-county');
  if (instantMs >= END) return refuse('clock-too-far');
  const before = await house.moment();
  if (Math.floor(instantMs / 1000) < before.now) {
    const { rows } = await house.pool.query('SELECT extract(epoch FROM max(at))::float8 AS last FROM journal.fact');
    const last: number | null = rows[0].last;
    if (last !== null && instantMs < last * 1000) return refuse('clock-behind-records', { last: localText(last) });
  }
  await house.pool.query('UPDATE matter.county SET clock_offset = $1', [Math.round(instantMs - Date.now())]);
  return { ok: true, ...arrived(instantMs), facts: await sweepNow(house) };
}

const arrived = (instantMs: number): { readonly now: number; readonly today: LocalDate } => ({
  now: Math.floor(instantMs / 1000),
  today: localDay(instantMs, ZONE_MINUTES),
});

/** Local time of the county, to the minute; a part of a minute counts as a whole one. */
const localText = (seconds: number): string => new Date((Math.ceil(seconds / 60) * 60 + 8 * 3600) * 1000).toISOString().slice(0, 16);

/** At most a month at one click: every day brings what it brings, one after another. */
export const MOST_DAYS = 31;

/** Days from `6d` or `2w`, at most a month; undefined for anything else. */
export function daysToPass(text: unknown): number | undefined {
  const [, amount, unit] = (typeof text === 'string' && /^([1-9]\d?)([dw])$/.exec(text)) || [];
  const days = Number(amount) * (unit === 'w' ? 7 : 1);
  return days <= MOST_DAYS ? days : undefined;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Milliseconds from stop to stop until `total` has passed: each opening hour, when the lists of the morning are told (P19), then the rest. */
export function stopsOnTheWay(startMs: number, total: number, opens: number): readonly number[] {
  const ofDay = (startMs + ZONE_MINUTES * 60_000) % DAY;
  const toMorning = (opens * HOUR - ofDay + DAY) % DAY || DAY;
  const ends = [...Array(Math.max(0, Math.ceil((total - toMorning) / DAY))).keys()].map((day) => toMorning + day * DAY);
  return [...ends, total].map((end, nth) => end - (nth > 0 ? ends[nth - 1]! : 0));
}

/**
 * Lets days pass one by one, so that each morning brings what it brings. Every step is added to the clock as it then stands, in the database:
 * of two that let time pass at once both count.
 */
export async function advanceClock(house: House, days: number, hours = 0): Promise<ClockChange> {
  if (!house.row.model) return refuse('not-a-model-county');
  const { now: start, law } = await house.moment();
  const total = days * DAY + Math.round(hours * HOUR);
  if (start * 1000 + total >= END) return refuse('clock-too-far');
  let [facts, reached] = [0, start * 1000];
  for (const more of stopsOnTheWay(reached, total, law.parameter('urging.opening-hour').amount)) {
    const machine = Date.now();
    const { rows } = await house.pool.query<{ at: number }>(
      `UPDATE matter.county SET clock_offset = clock_offset + $1::bigint WHERE model AND clock_offset + $1::bigint + $2::bigint < $3::bigint
       RETURNING (clock_offset + $2::bigint)::float8 AS at`,
      [more, machine, END],
    );
    if (!rows[0]) return refuse('clock-too-far');
    reached = rows[0].at;
    facts += await sweepNow(house);
  }
  return { ok: true, ...arrived(reached), facts };
}
