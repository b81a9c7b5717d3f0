import type { Pool } from 'pg';
import type { LocalDate } from '../clock/types.ts';
import type { Engine } from './engine.ts';

const PAGE = 500;

/**
 * Records what time alone has brought by today: silence, lights, expiry. One range scan finds the matters; each is then
 * performed like any other act, so batches and conflicts are the engine's. Returns how many facts were written.
 */
export async function sweepCounty(pool: Pool, engine: Engine, today: LocalDate): Promise<number> {
  let facts = 0;
  for (let last = ''; ; ) {
    const { rows } = await pool.query<{ number: string; kind: string }>(
      `SELECT number, kind FROM matter.matter WHERE next_change <= $1 AND number > $2 ORDER BY number LIMIT ${PAGE}`,
      [today, last],
    );
    const outcomes = await Promise.all(rows.map((r) => engine.perform({ kind: r.kind, number: r.number, actor: () => LAW })));
    for (const o of outcomes) if (o.ok) facts += o.facts.length;
    if (rows.length < PAGE) return facts;
    last = rows.at(-1)?.number ?? '';
  }
}

const LAW = { kind: 'law', person: 'law', seats: [] } as const;
