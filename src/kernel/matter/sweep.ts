import type { Pool } from 'pg';
import type { LocalDate } from '../clock/types.ts';
import { type Numbered, performForLaw } from './bulk.ts';
import type { Engine } from './engine.ts';

/** Matters found at a time: a day of a county's, or the first of very many. */
const FOUND = 50_000;

/**
 * Records what time alone has brought by today: silence, lights, expiry. One range scan finds the matters; whole pages of them are then
 * performed like any other act. Several processes may sweep at once: a matter's version lets one of them record. Returns how many facts were written.
 */
export async function sweepCounty(pool: Pool, engine: Engine, today: LocalDate): Promise<number> {
  let facts = 0;
  for (let last = ''; ; ) {
    const { rows } = await pool.query<Numbered>(
      `SELECT number, kind FROM matter.matter WHERE next_change <= $1 AND number > $2 ORDER BY number LIMIT ${FOUND}`,
      [today, last],
    );
    facts += await performForLaw(pool, engine, rows, { foreseen: true });
    if (rows.length < FOUND) return facts;
    last = rows.at(-1)?.number ?? '';
  }
}
