import type { Pool } from 'pg';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Span } from '../../catalogue/index.ts';

export interface TodayNumbers {
  readonly received: number;
  readonly concluded: number;
  readonly onTheSpot: number;
  /** Decided this month that had a promised day; those by that day. */
  readonly monthPromised: number;
  readonly monthKept: number;
  /** Open today, over the law, or else over the promise; and those of all whose promised day passed undecided. */
  readonly openOverLaw: number;
  readonly openOverPromise: number;
  readonly openBroken: number;
  readonly medianDays: number | null;
  readonly open: number;
}

/** Open matters that are late today, by the one light that the board and the desk have too. */
const OPEN_LATE = `(SELECT number AS matter, subject AS item, organ, light = 'over-law' AS law
    FROM matter.matter WHERE kind = 'licensing' AND closed IS NULL AND light IN ('over-law', 'over-promise'))`;

/** Today's honest numbers, read from the running records (X13). The median is of calendar days from receipt to decision, last 90 days. */
export async function todayNumbers(pool: Pool, today: LocalDate): Promise<TodayNumbers> {
  const { rows } = await pool.query(
    `SELECT (SELECT count(*)::int FROM matter.matter WHERE kind = 'licensing' AND opened >= ($1::date::timestamp AT TIME ZONE 'Asia/Shanghai')
               AND opened < (($1::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')) AS received,
            (SELECT count(*)::int FROM matter.matter WHERE kind = 'licensing' AND closed IS NULL) AS open,
            count(*) FILTER (WHERE decided_on = $1::date)::int AS concluded,
            count(*) FILTER (WHERE decided_on = $1::date AND on_the_spot)::int AS "onTheSpot",
            count(*) FILTER (WHERE decided_on >= date_trunc('month', $1::date) AND kept IS NOT NULL)::int AS "monthPromised",
            count(*) FILTER (WHERE decided_on >= date_trunc('month', $1::date) AND kept)::int AS "monthKept",
            (SELECT count(*)::int FROM ${OPEN_LATE} l WHERE law) AS "openOverLaw",
            (SELECT count(*)::int FROM ${OPEN_LATE} l WHERE NOT law) AS "openOverPromise",
            (SELECT count(*)::int FROM licensing.breach b JOIN matter.matter m ON m.number = b.matter WHERE b.kind = 'late:promised'
                AND b.taken_back IS NULL AND m.closed IS NULL AND NOT EXISTS (SELECT FROM licensing.decision d WHERE d.matter = b.matter)) AS "openBroken",
            percentile_cont(0.5) WITHIN GROUP (ORDER BY decided_on - opened_on) FILTER (WHERE NOT on_the_spot) AS "medianDays"
       FROM licensing.decision WHERE decided_on BETWEEN $1::date - 90 AND $1::date`,
    [today],
  );
  return rows[0];
}

export interface LateRow {
  readonly matter: string;
  readonly item: string;
  readonly organ: string;
  readonly state: 'over-law' | 'over-promise' | 'decided-late';
  /** The day it had to be done by: the law's where it is over the law, else the promised one. */
  readonly due: LocalDate | null;
  /** Null while it is open. */
  readonly decidedOn: LocalDate | null;
}

/** What is open and late today, over the law first, then what was decided late this month: the rows behind the numbers. */
export async function brokenPromises(
  pool: Pool,
  today: LocalDate,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<LateRow[]> {
  const { rows } = await pool.query<LateRow>(
    `SELECT matter, item, organ, state, "decidedOn", coalesce(promised, (
              SELECT f.body::json ->> 'due' FROM journal.fact f WHERE f.matter = late.matter AND f.kind = 'limit-passed'
                 AND f.body::json ->> 'clock' NOT LIKE 'step:%' AND (f.body::json ->> 'clock' = 'promised') = (state = 'over-promise')
               ORDER BY f.seq DESC LIMIT 1)) AS due
       FROM (SELECT matter, item, organ, CASE WHEN law THEN 'over-law' ELSE 'over-promise' END AS state, NULL AS "decidedOn", NULL AS promised,
                    CASE WHEN law THEN 0 ELSE 1 END AS place FROM ${OPEN_LATE} l
             UNION ALL
             SELECT matter, item, organ, 'decided-late', decided_on::text, promised_due::text, 2 FROM licensing.decision
              WHERE decided_on >= date_trunc('month', $1::date) AND decided_on <= $1::date AND kept = false
              ORDER BY place, "decidedOn" DESC, matter LIMIT $2 OFFSET $3) late
      ORDER BY place, "decidedOn" DESC, matter`,
    [today, limit, offset],
  );
  return rows;
}

/** Real durations of an item, in calendar days from receipt to decision, last 365 days; undefined until there are any. */
export async function durations(
  pool: Pool,
  item: string,
  today: LocalDate,
): Promise<{ n: number; median: number; p90: number } | undefined> {
  const { rows } = await pool.query(
    `SELECT count(*)::int AS n, percentile_cont(0.5) WITHIN GROUP (ORDER BY decided_on - opened_on) AS median,
            percentile_cont(0.9) WITHIN GROUP (ORDER BY decided_on - opened_on) AS p90
       FROM licensing.decision WHERE item = $1 AND decided_on BETWEEN $2::date - 365 AND $2::date`,
    [item, today],
  );
  return rows[0]?.n > 0 ? rows[0] : undefined;
}

/** The same for what was received in each span of days, by version: from its first day until the first on which it no longer held. */
export async function durationsBySpan(
  pool: Pool,
  item: string,
  spans: readonly Span[],
  today: LocalDate,
): Promise<ReadonlyMap<number, { n: number; median: number; p90: number }>> {
  const { rows } = await pool.query<{ version: number; n: number; median: number; p90: number }>(
    `SELECT s.version, count(*)::int AS n, percentile_cont(0.5) WITHIN GROUP (ORDER BY d.decided_on - d.opened_on) AS median,
            percentile_cont(0.9) WITHIN GROUP (ORDER BY d.decided_on - d.opened_on) AS p90
       FROM json_to_recordset($2) AS s(version int, "from" date, until date)
       JOIN licensing.decision d ON d.item = $1 AND d.decided_on <= $3::date AND d.opened_on >= s."from"
            AND (s.until IS NULL OR d.opened_on < s.until)
      GROUP BY s.version`,
    [item, JSON.stringify(spans), today],
  );
  return new Map(rows.map(({ version, ...took }) => [version, took]));
}

export interface Reconciliation {
  readonly day: LocalDate;
  readonly lines: readonly {
    readonly charge: string;
    readonly organ: string;
    readonly paid: number;
    readonly paidFen: number;
    readonly reducedFen: number;
    readonly exempted: number;
    readonly exemptedFen: number;
    readonly refundedFen: number;
  }[];
  readonly acts: readonly { readonly organ: string; readonly decided: number; readonly charged: number }[];
}

/** The day's account for the treasury, and what was collected against acts performed (P15, S1-18). Fen. */
export async function reconcile(pool: Pool, day: LocalDate): Promise<Reconciliation> {
  const lines = await pool.query(
    `SELECT charge, organ, count(*) FILTER (WHERE settled_on = $1 AND state <> 'exempted')::int AS paid,
            coalesce(sum(amount) FILTER (WHERE settled_on = $1 AND state <> 'exempted'), 0)::float8 AS "paidFen",
            count(*) FILTER (WHERE settled_on = $1 AND state = 'exempted')::int AS exempted,
            coalesce(sum(amount) FILTER (WHERE settled_on = $1 AND state = 'exempted'), 0)::float8 AS "exemptedFen",
            sum(refunded)::float8 AS "refundedFen", sum(reduced)::float8 AS "reducedFen"
       FROM (SELECT charge, organ, settled_on, state, amount, 0 AS refunded, 0 AS reduced FROM licensing.bill WHERE settled_on = $1::date
             UNION ALL SELECT charge, organ, NULL, NULL, NULL, amount, 0 FROM licensing.refund WHERE on_day = $1::date
             UNION ALL SELECT charge, organ, NULL, NULL, NULL, 0, amount FROM licensing.reduction WHERE on_day = $1::date) day
      GROUP BY charge, organ ORDER BY charge, organ`,
    [day],
  );
  const acts = await pool.query(
    `SELECT d.organ, count(*)::int AS decided,
            count(*) FILTER (WHERE EXISTS (SELECT 1 FROM licensing.bill b WHERE b.matter = d.matter AND b.state = 'paid'))::int AS charged
       FROM licensing.decision d
      WHERE d.decided_on = $1::date GROUP BY d.organ ORDER BY d.organ`,
    [day],
  );
  return { day, lines: lines.rows, acts: acts.rows };
}
