import type { Pool } from 'pg';
import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Text } from '../../kernel/text.ts';
import type { Money } from './rules.ts';

export const METHODS = ['cash', 'card', 'transfer', 'mobile'] as const;

/** What the records say of a method on a day. Fen. */
export interface MethodLine {
  readonly method: (typeof METHODS)[number];
  readonly payments: number;
  readonly paid: number;
  readonly returned: number;
}

/**
 * The day's money by method, told from the records alone; money goes back the way it came: as the same charge of the matter was paid. Records
 * that name no charge are of a matter with one.
 */
export async function moneyByMethod(pool: Pool, day: LocalDate): Promise<MethodLine[]> {
  const { rows } = await pool.query<MethodLine>(
    `SELECT p.body::json ->> 'method' AS method, count(*) FILTER (WHERE f.kind = 'paid')::int AS payments,
            coalesce(sum((f.body::json ->> 'amount')::bigint) FILTER (WHERE f.kind = 'paid'), 0)::float8 AS paid,
            coalesce(sum((f.body::json ->> 'amount')::bigint) FILTER (WHERE f.kind = 'refunded'), 0)::float8 AS returned
       FROM journal.fact f
       JOIN LATERAL (SELECT body FROM journal.fact WHERE matter = f.matter AND kind = 'paid' AND seq <= f.seq
               AND (body::json ->> 'charge' = f.body::json ->> 'charge' OR body::json ->> 'charge' IS NULL OR f.body::json ->> 'charge' IS NULL)
             ORDER BY (body::json ->> 'charge') IS NULL, seq DESC LIMIT 1) p ON true
      WHERE f.kind IN ('paid', 'refunded')
        AND f.at >= ($1::date::timestamp AT TIME ZONE 'Asia/Shanghai') AND f.at < (($1::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
      GROUP BY 1`,
    [day],
  );
  return METHODS.map((method) => rows.find((row) => row.method === method) ?? { method, payments: 0, paid: 0, returned: 0 });
}

/** A day on which money moved, and the last instant of it, seconds. */
export interface MoneyDay {
  readonly day: LocalDate;
  readonly last: number;
}

/** The days up to this one on which money moved, the oldest first. */
export async function moneyDays(pool: Pool, to: LocalDate): Promise<MoneyDay[]> {
  const { rows } = await pool.query<MoneyDay>(
    `SELECT (at AT TIME ZONE 'Asia/Shanghai')::date::text AS day, max(extract(epoch FROM at))::float8 AS last
       FROM journal.fact WHERE kind IN ('paid', 'refunded') AND at < (($1::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
      GROUP BY 1 ORDER BY 1`,
    [to],
  );
  return rows;
}

/** The same as one sum a method: paid less given back. */
export const moneyOf = (lines: readonly MethodLine[]): Money =>
  Object.fromEntries(lines.map(({ method, paid, returned }) => [method, paid - returned])) as unknown as Money;

/** One count as the lists show it. Fen; instants in ISO 8601. */
export interface CountRecord extends Money {
  readonly count: string;
  readonly day: LocalDate;
  readonly seat: string;
  readonly clerk: string;
  readonly at: string;
  readonly times: number;
  readonly float: number;
  readonly counted: number;
  readonly difference: number;
  readonly reason: string | null;
  readonly reviewer: string | null;
  readonly reviewed: string | null;
  readonly note: string | null;
}

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS ${column}`;
const COLUMNS = `count, day::text AS day, seat, clerk, ${iso('at')}, times, float_fen::float8 AS "float", counted::float8 AS counted,
  cash::float8 AS cash, card::float8 AS card, transfer::float8 AS transfer, mobile::float8 AS mobile, difference::float8 AS difference,
  reason, reviewer, ${iso('reviewed')}, note`;

export async function countOn(pool: Pool, day: LocalDate): Promise<CountRecord | undefined> {
  const { rows } = await pool.query<CountRecord>(`SELECT ${COLUMNS} FROM till.count WHERE day = $1`, [day]);
  return rows[0];
}

export async function countNamed(pool: Pool, count: string): Promise<CountRecord | undefined> {
  const { rows } = await pool.query<CountRecord>(`SELECT ${COLUMNS} FROM till.count WHERE count = $1`, [count]);
  return rows[0];
}

/** Counts of this day and before, the newest first. */
export async function countsUntil(pool: Pool, day: LocalDate, limit: number): Promise<CountRecord[]> {
  const { rows } = await pool.query<CountRecord>(`SELECT ${COLUMNS} FROM till.count WHERE day <= $1 ORDER BY day DESC LIMIT $2`, [
    day,
    limit,
  ]);
  return rows;
}

/** Names of people, for those who work beside them. */
export async function namesOf(pool: Pool, persons: readonly string[]): Promise<ReadonlyMap<string, Text>> {
  const { rows } = await pool.query(`SELECT person, value::json AS name FROM journal.person_data WHERE person = ANY($1) AND key = 'name'`, [
    [...new Set(persons)],
  ]);
  return new Map(rows.map((r) => [r.person, r.name]));
}
