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
  /** Calendar days between the two. */
  readonly days: number;
}

/**
 * Withdrawn, then filed again for the same item by the same person within thirty days: a way of stopping a clock, so it
 * is counted (P14). Matters withdrawn in the period, first day and last day counted.
 */
export async function withdrawnAndRefiled(pool: Pool, from: LocalDate, to: LocalDate): Promise<Refiling[]> {
  const { rows } = await pool.query(
    `SELECT DISTINCT ON (a.number) a.number AS withdrawn, b.number AS refiled, a.subject AS item, a.organ,
            floor(extract(epoch FROM b.opened - a.closed) / 86400)::int AS days
       FROM matter.matter a
       JOIN journal.person_data p ON p.person = a.person AND p.key = 'identity:' || a.number
       JOIN journal.person_data q ON q.key LIKE 'identity%' AND q.value::json ->> 'idNumber' = p.value::json ->> 'idNumber'
       JOIN matter.matter b ON q.key = 'identity:' || b.number AND q.person = b.person
      WHERE a.kind = 'licensing' AND a.status = 'withdrawn' AND b.kind = 'licensing' AND b.subject = a.subject AND b.number <> a.number
        AND b.opened >= a.closed AND b.opened < a.closed + interval '30 days'
        AND (a.closed AT TIME ZONE 'Asia/Shanghai')::date BETWEEN $1 AND $2
      ORDER BY a.number, b.opened, b.number LIMIT 1000`,
    [from, to],
  );
  return rows;
}
