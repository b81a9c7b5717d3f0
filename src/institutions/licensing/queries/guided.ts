import type { Pool } from 'pg';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { HISTORY, type History } from '../../../kernel/matter/fold.ts';

/** Notes which made-up matters a visitor may be shown, the most telling first. */
export async function guideTo(pool: Pool, numbers: readonly string[]): Promise<void> {
  await pool.query(
    `INSERT INTO licensing.guided (matter, place) SELECT matter, place FROM unnest($1::text[]) WITH ORDINALITY AS x(matter, place)
     ON CONFLICT (matter) DO NOTHING`,
    [numbers],
  );
}

export interface Guided {
  readonly number: string;
  readonly code: string;
  readonly item: string;
  readonly facts: number;
  readonly history: History;
}

/** The made-up matter to show now: one that is still under way before one that is closed. */
export async function guided(pool: Pool): Promise<Guided | undefined> {
  const { rows } = await pool.query<Guided>(
    `SELECT m.number, p.value::json ->> 'code' AS code, m.subject AS item, m.version AS facts, ${HISTORY} AS history
       FROM licensing.guided g JOIN matter.matter m ON m.number = g.matter
       JOIN journal.person_data p ON p.person = m.person AND p.key = 'identity:' || m.number AND p.value::json ->> 'code' IS NOT NULL
      ORDER BY m.closed IS NOT NULL, g.place LIMIT 1`,
  );
  return rows[0];
}

export interface Slowest {
  readonly organ: string;
  /** Share of its decisions within the promised limit. */
  readonly kept: number;
  readonly late: number;
  readonly decided: number;
}

/** Days back within which organs are compared, today among them; the board's list of decisions knows the period too. */
export const SLOW_DAYS = 90;

/** The organ that kept the smallest share of its promises in that time, of those with at least five. */
export async function slowestOrgan(pool: Pool, today: LocalDate): Promise<Slowest | undefined> {
  const { rows } = await pool.query<Slowest>(
    `SELECT organ, avg(kept::int)::float8 AS kept, count(*) FILTER (WHERE NOT kept)::int AS late, count(kept)::int AS decided
       FROM licensing.decision WHERE decided_on > $1::date - $2::int AND decided_on <= $1::date
      GROUP BY organ HAVING count(kept) >= 5 ORDER BY kept, late DESC, organ LIMIT 1`,
    [today, SLOW_DAYS],
  );
  return rows[0];
}
