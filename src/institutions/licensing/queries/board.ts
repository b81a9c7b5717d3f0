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
  readonly unarmed: number;
  readonly overLaw: number;
  readonly overPromise: number;
  readonly stepOverdue: number;
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
        SELECT organ, count(*) AS open, count(*) FILTER (WHERE light = 'due-soon') AS soon,
               count(*) FILTER (WHERE light = 'unarmed') AS unarmed, count(*) FILTER (WHERE light = 'over-law') AS over_law,
               count(*) FILTER (WHERE light = 'over-promise') AS over_promise,
               count(*) FILTER (WHERE light = 'step-overdue') AS step_overdue,
               count(*) FILTER (WHERE light = 'in-time') AS in_time, count(*) FILTER (WHERE light = 'paused') AS paused
          FROM held GROUP BY GROUPING SETS ((organ), ())
      ), done AS (
        SELECT organ, percentile_cont(0.5) WITHIN GROUP (ORDER BY decided_on - opened_on) AS median,
               count(*) FILTER (WHERE decided_on > $1::date - 30) AS decided30,
               count(*) FILTER (WHERE decided_on > $1::date - 30 AND kept IS NOT FALSE) AS kept30
          FROM licensing.decision WHERE decided_on > $1::date - 90 AND decided_on <= $1::date GROUP BY GROUPING SETS ((organ), ())
      )
      SELECT coalesce(now.organ, done.organ) AS organ, coalesce(open, 0)::int AS open, coalesce(unarmed, 0)::int AS unarmed,
             coalesce(over_law, 0)::int AS "overLaw", coalesce(over_promise, 0)::int AS "overPromise", coalesce(step_overdue, 0)::int AS "stepOverdue",
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

export interface AskDecided {
  readonly today: LocalDate;
  /** Of so many last days; today counts. */
  readonly days: number;
  readonly organ?: string;
  /** By the promised day, or without a promise; false: later. */
  readonly kept?: boolean;
  /** Signed by this person. */
  readonly decider?: string;
  readonly after?: readonly string[];
  readonly limit: number;
}

export interface DecidedRecord {
  readonly matter: string;
  readonly item: string;
  readonly organ: string;
  readonly outcome: 'granted' | 'refused';
  readonly openedOn: LocalDate;
  readonly decidedOn: LocalDate;
  /** Calendar days from receipt to decision. */
  readonly days: number;
  readonly promisedDue: LocalDate | null;
  readonly kept: boolean | null;
}

/** The same question as the board's own numbers. */
const DECIDED = `FROM licensing.decision WHERE decided_on > $1::date - $2::int AND decided_on <= $1::date
    AND ($3::text IS NULL OR organ = $3) AND ($4::boolean IS NULL OR (kept IS NOT FALSE) = $4)
    AND ($5::text IS NULL OR decider = $5)`;

/** The decisions behind a number of the board, the newest first, and how many days half of them took. */
export async function decidedMatters(
  pool: Pool,
  { today, days, organ, kept, decider, after, limit }: AskDecided,
): Promise<{ rows: DecidedRecord[]; total: number; median: number | null }> {
  const asked = [today, days, organ ?? null, kept ?? null, decider ?? null];
  const [rows, sums] = await Promise.all([
    pool.query<DecidedRecord>(
      `SELECT matter, item, organ, outcome, opened_on::text AS "openedOn", decided_on::text AS "decidedOn", decided_on - opened_on AS days,
              promised_due::text AS "promisedDue", kept ${DECIDED} AND ($6::date IS NULL OR (decided_on, matter) < ($6::date, $7::text))
        ORDER BY decided_on DESC, matter DESC LIMIT $8`,
      [...asked, after?.[0] ?? null, after?.[1] ?? null, limit],
    ),
    pool.query<{ total: number; median: number | null }>(
      `SELECT count(*)::int AS total, percentile_cont(0.5) WITHIN GROUP (ORDER BY decided_on - opened_on) AS median ${DECIDED}`,
      asked,
    ),
  ]);
  return { rows: rows.rows, ...sums.rows[0]! };
}

/** What one person decided in an organ's name, of all that was decided in it. */
export interface DeciderShare {
  readonly organ: string;
  /** Person id; `law` where silence decided. */
  readonly decider: string;
  readonly decided: number;
  readonly refused: number;
  readonly ofOrgan: number;
}

/** Decisions of so many last days by organ and person, the greatest share first, among equals where more was decided (S1-60). */
export async function deciderShares(pool: Pool, ask: Pick<AskDecided, 'today' | 'days' | 'organ'>): Promise<DeciderShare[]> {
  const { rows } = await pool.query<DeciderShare>(
    `SELECT organ, decider, decided, refused, "ofOrgan" FROM (
       SELECT organ, decider, count(*)::int AS decided, count(*) FILTER (WHERE outcome = 'refused')::int AS refused,
              (sum(count(*)) OVER (PARTITION BY organ))::int AS "ofOrgan" ${DECIDED} GROUP BY organ, decider) s
      ORDER BY decided::float8 / "ofOrgan" DESC, "ofOrgan" DESC, organ, decider`,
    [ask.today, ask.days, ask.organ ?? null, null, null],
  );
  return rows;
}

/** How many `heldMatters` are in all. */
export async function countHeld(pool: Pool, ask: { readonly organ?: string; readonly light?: string }): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM matter.matter WHERE kind = 'licensing' AND closed IS NULL AND ($1::text IS NULL OR ${HOLDER} = $1)
        AND ($2::text IS NULL OR light = $2)`,
    [ask.organ ?? null, ask.light ?? null],
  );
  return rows[0]!.n;
}

export interface DueBill {
  readonly matter: string;
  readonly item: string;
  readonly organ: string;
  readonly charge: string;
  /** Fen. */
  readonly amount: number;
  readonly billedOn: LocalDate;
}

/** Bills that are neither paid, exempted nor cancelled, the oldest first; and how many there are. */
export async function dueBills(
  pool: Pool,
  { after, limit }: { readonly after?: readonly string[]; readonly limit: number },
): Promise<{ rows: DueBill[]; total: number }> {
  const [rows, sums] = await Promise.all([
    pool.query<DueBill>(
      `SELECT matter, item, organ, charge, amount::float8 AS amount, billed_on::text AS "billedOn" FROM licensing.bill
        WHERE state = 'due' AND ($1::date IS NULL OR (billed_on, matter, charge) > ($1::date, $2::text, $3::text)) ORDER BY billed_on, matter, charge LIMIT $4`,
      [after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit],
    ),
    pool.query<{ total: number }>(`SELECT count(*)::int AS total FROM licensing.bill WHERE state = 'due'`),
  ]);
  return { rows: rows.rows, total: sums.rows[0]!.total };
}
