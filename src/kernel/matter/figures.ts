import type { Pool } from 'pg';
import type { LocalDate } from '../clock/types.ts';
import type { Light } from './types.ts';

export interface Figures {
  readonly open: Readonly<Partial<Record<Light, number>>>;
  /** Matters to be looked at, which time may have changed and the sweep has not looked at yet. */
  readonly unswept: number;
  /** Instant of the last record in the journal, seconds; null where there is none. */
  readonly lastRecord: number | null;
}

/** Pages at the journal's end that are looked at: a relation may grow by 64 empty ones at once. */
const LAST_PAGES = 128;

/**
 * Three small reads for who watches the house. The last record is found at the end of the journal's file: it is only ever
 * appended to, so that what lies last was written last, and no index needs to be kept for this.
 */
export async function readFigures(pool: Pool, today: LocalDate): Promise<Figures> {
  const { rows } = await pool.query({
    name: 'figures',
    text: `SELECT
        (SELECT coalesce(json_object_agg(light, n), '{}') FROM
          (SELECT light, count(*) AS n FROM matter.matter WHERE closed IS NULL GROUP BY light) AS lit) AS open,
        (SELECT count(*)::int FROM matter.matter WHERE next_change <= $1) AS unswept,
        (SELECT extract(epoch FROM max(at))::float8 FROM journal.fact WHERE ctid >= (SELECT format('(%s,0)',
          greatest(0, pg_relation_size('journal.fact') / current_setting('block_size')::int - ${LAST_PAGES}))::tid)) AS "lastRecord"`,
    values: [today],
  });
  return rows[0] as Figures;
}

/** Open matters that should have a clock running and have none, by number; at most a thousand. */
export async function unarmedMatters(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ number: string }>(
    `SELECT number FROM matter.matter WHERE light = 'unarmed' ORDER BY number LIMIT 1000`,
  );
  return rows.map(({ number }) => number);
}
