import type { Pool } from 'pg';
import type { LocalDate } from '../../../kernel/clock/types.ts';

/** Reads that recognise a person across matters by the number of the document, as a window would. */

/** Document number of the one to whom a matter's licence was granted; undefined where it was erased. */
export async function holderOf(pool: Pool, matter: string): Promise<string | undefined> {
  const { rows } = await pool.query(
    `SELECT p.value::json ->> 'idNumber' AS holder FROM matter.matter m
       JOIN journal.person_data p ON p.person = m.person AND p.key = 'identity:' || m.number WHERE m.number = $1`,
    [matter],
  );
  return rows[0]?.holder ?? undefined;
}

export interface Refiling {
  readonly withdrawn: string;
  readonly refiled: string;
  readonly item: string;
  readonly organ: string;
  readonly withdrawnOn: LocalDate;
  readonly refiledOn: LocalDate;
  /** Whole days of 24 hours between the two. */
  readonly days: number;
  readonly applicantKind: 'person' | 'firm';
  readonly applicant: string;
}

const WITHDRAWN_ON = `(a.closed AT TIME ZONE 'Asia/Shanghai')::date`;

/**
 * Withdrawn, then filed again for the same item by the same person within thirty days: a way of stopping a clock, so it
 * is counted (P14). Matters withdrawn in the period, first day and last day counted.
 */
const REFILED = `FROM matter.matter a
    JOIN journal.person_data p ON p.person = a.person AND p.key = 'identity:' || a.number
    CROSS JOIN LATERAL (
      SELECT b.number, b.opened FROM journal.person_data q
        JOIN matter.matter b ON q.key = 'identity:' || b.number AND q.person = b.person
       WHERE q.key LIKE 'identity%' AND q.value::json ->> 'idNumber' = p.value::json ->> 'idNumber'
         AND q.value::json ->> 'idType' = p.value::json ->> 'idType'
         AND b.kind = 'licensing' AND b.subject = a.subject AND b.number <> a.number
         AND b.opened >= a.closed AND b.opened < a.closed + interval '30 days'
       ORDER BY b.opened, b.number LIMIT 1) AS again
   WHERE a.kind = 'licensing' AND a.status = 'withdrawn' AND ($3::text IS NULL OR a.organ = $3)
     AND a.closed >= ($1::date::timestamp AT TIME ZONE 'Asia/Shanghai')
     AND a.closed < (($2::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`;

export interface AskRefiled {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly organ?: string;
  readonly after?: readonly string[];
  readonly limit: number;
}

/** The last withdrawn first, and how many there are in all. */
export async function withdrawnAndRefiled(
  pool: Pool,
  { from, to, organ, after, limit }: AskRefiled,
): Promise<{ rows: Refiling[]; total: number }> {
  const asked = [from, to, organ ?? null];
  const [rows, sums] = await Promise.all([
    pool.query<Refiling>(
      `SELECT a.number AS withdrawn, again.number AS refiled, a.subject AS item, a.organ, ${WITHDRAWN_ON}::text AS "withdrawnOn",
              (again.opened AT TIME ZONE 'Asia/Shanghai')::date::text AS "refiledOn",
              floor(extract(epoch FROM again.opened - a.closed) / 86400)::int AS days,
              p.value::json ->> 'kind' AS "applicantKind", p.value::json ->> 'name' AS applicant
         ${REFILED} AND ($4::date IS NULL OR (${WITHDRAWN_ON}, a.number) < ($4::date, $5::text))
        ORDER BY ${WITHDRAWN_ON} DESC, a.number DESC LIMIT $6`,
      [...asked, after?.[0] ?? null, after?.[1] ?? null, limit],
    ),
    pool.query<{ total: number }>(`SELECT count(*)::int AS total ${REFILED}`, asked),
  ]);
  return { rows: rows.rows, total: sums.rows[0]!.total };
}

export interface Withdrawn {
  readonly number: string;
  readonly on: LocalDate;
}

/** What the applicant of a matter had withdrawn of the same item before it was filed, the last first (P14). */
export async function withdrawnBefore(pool: Pool, number: string): Promise<Withdrawn[]> {
  const { rows } = await pool.query<Withdrawn>(
    `SELECT a.number, ${WITHDRAWN_ON}::text AS on FROM matter.matter b
       JOIN journal.person_data q ON q.person = b.person AND q.key = 'identity:' || b.number
       JOIN journal.person_data p ON p.key LIKE 'identity%' AND p.value::json ->> 'idNumber' = q.value::json ->> 'idNumber'
        AND p.value::json ->> 'idType' = q.value::json ->> 'idType'
       JOIN matter.matter a ON p.key = 'identity:' || a.number AND p.person = a.person
      WHERE b.number = $1 AND a.kind = 'licensing' AND a.status = 'withdrawn' AND a.subject = b.subject AND a.number <> b.number
        AND a.closed <= b.opened
      ORDER BY a.closed DESC, a.number DESC LIMIT 20`,
    [number],
  );
  return rows;
}
