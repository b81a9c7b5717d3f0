import type { Pool } from 'pg';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { HISTORY, type History } from '../../../kernel/matter/fold.ts';
import type { Account, Light } from '../../../kernel/matter/types.ts';

/** The organ that holds an open matter now; while nobody of the county does, the one that answers for it. */
const HOLDER = `CASE WHEN account IN ('window', 'organ', 'dispute') THEN holder ELSE organ END`;

export interface BoardRecord {
  /** Null: the county. */
  readonly organ: string | null;
  readonly open: number;
  readonly late: number;
  readonly dueSoon: number;
  readonly inTime: number;
  readonly paused: number;
  readonly median: number | null;
  readonly decided30: number;
  readonly kept30: number;
}

/** All organs with open matters or decisions of the last ninety days, and the county, whose organ is null. Today counts. */
export async function readBoard(pool: Pool, today: LocalDate): Promise<BoardRecord[]> {
  const { rows } = await pool.query<BoardRecord>({
    name: 'board',
    text: `WITH held AS (
        SELECT ${HOLDER} AS organ, light FROM matter.matter WHERE kind = 'licensing' AND closed IS NULL
      ), now AS (
        SELECT organ, count(*) AS open, count(*) FILTER (WHERE light = 'late') AS late, count(*) FILTER (WHERE light = 'due-soon') AS soon,
               count(*) FILTER (WHERE light = 'in-time') AS in_time, count(*) FILTER (WHERE light = 'paused') AS paused
          FROM held GROUP BY GROUPING SETS ((organ), ())
      ), done AS (
        SELECT organ, percentile_cont(0.5) WITHIN GROUP (ORDER BY decided_on - opened_on) AS median,
               count(*) FILTER (WHERE decided_on > $1::date - 30) AS decided30,
               count(*) FILTER (WHERE decided_on > $1::date - 30 AND kept IS NOT FALSE) AS kept30
          FROM licensing.decision WHERE decided_on > $1::date - 90 AND decided_on <= $1::date GROUP BY GROUPING SETS ((organ), ())
      )
      SELECT coalesce(now.organ, done.organ) AS organ, coalesce(open, 0)::int AS open, coalesce(late, 0)::int AS late,
             coalesce(soon, 0)::int AS "dueSoon", coalesce(in_time, 0)::int AS "inTime", coalesce(paused, 0)::int AS paused, median,
             coalesce(decided30, 0)::int AS decided30, coalesce(kept30, 0)::int AS kept30
        FROM now FULL JOIN done ON coalesce(now.organ, '') = coalesce(done.organ, '') ORDER BY 1`,
    values: [today],
  });
  return rows;
}

export interface HeldRecord {
  readonly number: string;
  readonly item: string;
  readonly light: Light;
  readonly due: LocalDate | null;
  readonly account: Account;
  readonly holder: string;
  readonly received: number;
  readonly history: History;
}

/** The rows behind a number of the board, by number. */
export async function heldMatters(
  pool: Pool,
  ask: { readonly organ?: string; readonly light?: string; readonly after?: string; readonly limit: number },
): Promise<HeldRecord[]> {
  const { rows } = await pool.query<HeldRecord>(
    `SELECT m.number, m.subject AS item, m.light, m.account, m.holder, extract(epoch FROM m.opened)::float8 AS received, ${HISTORY} AS history,
            (SELECT min(w.due)::text FROM matter.work_item w WHERE w.matter = m.number) AS due
       FROM matter.matter m
      WHERE m.kind = 'licensing' AND m.closed IS NULL AND m.number > $1 AND ($2::text IS NULL OR ${HOLDER} = $2)
        AND ($3::text IS NULL OR m.light = $3)
      ORDER BY m.number LIMIT $4`,
    [ask.after ?? '', ask.organ ?? null, ask.light ?? null, ask.limit],
  );
  return rows;
}
