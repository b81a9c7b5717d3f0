import type { Pool } from 'pg';
import type { LocalDate } from '../../../kernel/clock/types.ts';

/** Rows behind the public numbers: never a name, never a matter's number before it is decided and granted. */
export interface ReceivedRow {
  readonly item: string;
  readonly organ: string;
  readonly at: number;
}

const DAY = `opened >= ($1::date::timestamp AT TIME ZONE 'Asia/Shanghai') AND opened < (($1::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`;

/** Where a page of receipts ended: the second, and how many of that second were shown. A number would publish the matter. */
export interface ReceivedMark {
  readonly at: number;
  readonly shown: number;
}

export async function receivedOn(pool: Pool, day: LocalDate, limit: number, after?: ReceivedMark): Promise<ReceivedRow[]> {
  const { rows } = await pool.query(
    `SELECT subject AS item, organ, extract(epoch FROM opened)::float8 AS at FROM matter.matter
      WHERE kind = 'licensing' AND ${DAY} AND ($3::float8 IS NULL OR opened <= to_timestamp($3))
      ORDER BY opened DESC, number OFFSET $4 LIMIT $2`,
    [day, limit, after?.at ?? null, after?.shown ?? 0],
  );
  return rows;
}

/** A part of a list that is bounded by its day or month, by rows to pass over: a number as the key would publish the matter. */
export interface Part {
  readonly offset: number;
  readonly limit: number;
}

export interface ConcludedRow {
  readonly matter: string;
  readonly item: string;
  readonly organ: string;
  readonly outcome: 'granted' | 'refused';
  readonly onTheSpot: boolean;
}

export async function concludedOn(pool: Pool, day: LocalDate, { offset, limit }: Part): Promise<ConcludedRow[]> {
  const { rows } = await pool.query(
    `SELECT matter, item, organ, outcome, on_the_spot AS "onTheSpot" FROM licensing.decision WHERE decided_on = $1::date ORDER BY matter DESC LIMIT $2 OFFSET $3`,
    [day, limit, offset],
  );
  return rows;
}

export interface DurationRow {
  readonly item: string;
  readonly n: number;
  readonly median: number;
  readonly p90: number;
}

/** The rows behind the median of the home page: the same 90 days, by item. */
export async function durationsByItem(pool: Pool, today: LocalDate, { offset, limit }: Part): Promise<DurationRow[]> {
  const { rows } = await pool.query(
    `SELECT item, count(*)::int AS n, percentile_cont(0.5) WITHIN GROUP (ORDER BY decided_on - opened_on) AS median,
            percentile_cont(0.9) WITHIN GROUP (ORDER BY decided_on - opened_on) AS p90
       FROM licensing.decision WHERE decided_on BETWEEN $1::date - 90 AND $1::date AND NOT on_the_spot GROUP BY item ORDER BY n DESC, item LIMIT $2 OFFSET $3`,
    [today, limit, offset],
  );
  return rows;
}

/** What people came for in the last 90 days, by what was decided: the index of the day serves it. */
export async function oftenDone(pool: Pool, today: LocalDate, limit: number): Promise<string[]> {
  const { rows } = await pool.query(
    `SELECT item FROM licensing.decision WHERE decided_on BETWEEN $1::date - 90 AND $1::date GROUP BY item ORDER BY count(*) DESC, item LIMIT $2`,
    [today, limit],
  );
  return rows.map((row) => row.item);
}

export interface Sibling {
  readonly number: string;
  readonly item: string;
  readonly status: string;
}

/** Told with the filing itself. */
const bundleOf = (m: string) => `(SELECT f.body::json ->> 'bundle' FROM journal.fact f WHERE f.matter = ${m}.number AND f.seq = 1)`;

/** The matters of one filing: the licences of a bundle were opened for one person at one instant. */
export async function filedTogether(pool: Pool, number: string): Promise<Sibling[]> {
  const { rows } = await pool.query(
    `SELECT m.number, m.subject AS item, m.status FROM matter.matter first JOIN matter.matter m ON m.person = first.person AND m.opened = first.opened AND m.kind = first.kind
      WHERE first.number = $1 AND ${bundleOf('m')} = ${bundleOf('first')} ORDER BY m.number`,
    [number],
  );
  return rows;
}

/** Names of the third parties told, by the number of the record before. */
export async function partiesTold(pool: Pool, number: string): Promise<ReadonlyMap<number, readonly string[]>> {
  const { rows } = await pool.query<{ seq: number; value: string }>(
    `SELECT split_part(key, ':', 3)::int AS seq, value FROM journal.person_data WHERE person = 't-' || $1 AND key LIKE 'third-parties:%'`,
    [number],
  );
  return new Map(rows.map(({ seq, value }) => [seq, (JSON.parse(value) as { name: string }[]).map(({ name }) => name)]));
}

/** What third parties said of a matter, by the number of the record before. */
export async function statementsOf(pool: Pool, number: string): Promise<ReadonlyMap<number, string>> {
  const { rows } = await pool.query<{ seq: number; text: string }>(
    `SELECT split_part(key, ':', 3)::int AS seq, value::json #>> '{}' AS text FROM journal.person_data WHERE person = 't-' || $1 AND key LIKE 'statement:%'`,
    [number],
  );
  return new Map(rows.map(({ seq, text }) => [seq, text]));
}

/** Names of the files handed in, for who holds the code. */
export async function filesOf(pool: Pool, number: string): Promise<{ id: string; name: string; size: number; type: string }[]> {
  const { rows } = await pool.query(
    'SELECT id, name, type, octet_length(bytes) AS size FROM journal.person_file WHERE matter = $1 ORDER BY id',
    [number],
  );
  return rows;
}
