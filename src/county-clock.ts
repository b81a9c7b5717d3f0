import type { House } from './open-house.ts';
import { sweepNow } from './sweeping.ts';

export type ClockChange =
  | { readonly ok: true; readonly now: number; readonly facts: number; readonly later: number }
  | { readonly ok: false; readonly code: 'not-a-model-county' };

/**
 * The model county's own clock (house section 3). Setting it records at once what the time has brought. Set back, matters
 * with later records keep their order: a fact's instant is never before its matter's last; `later` counts them.
 */
export async function setClock(house: House, instantMs: number): Promise<ClockChange> {
  if (!house.row.model) return { ok: false, code: 'not-a-model-county' };
  await house.pool.query('UPDATE matter.county SET clock_offset = $1', [Math.round(instantMs - Date.now())]);
  const facts = await sweepNow(house);
  const { now } = await house.moment();
  const { rows } = await house.pool.query('SELECT count(*)::int AS n FROM matter.matter WHERE since > to_timestamp($1)', [now]);
  return { ok: true, now, facts, later: rows[0].n };
}

/** Lets days pass one by one, so that each day brings what it brings. */
export async function advanceClock(house: House, days: number, hours = 0): Promise<ClockChange> {
  let facts = 0;
  let change: ClockChange = { ok: false, code: 'not-a-model-county' };
  const start = (await house.moment()).now * 1000;
  for (let day = 1; day <= Math.max(days, 1); day++) {
    change = await setClock(house, start + Math.min(day, days) * 86_400_000 + (day >= days ? hours * 3_600_000 : 0));
    if (!change.ok) return change;
    facts += change.facts;
  }
  return change.ok ? { ...change, facts } : change;
}
