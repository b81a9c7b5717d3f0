import type { Pool } from 'pg';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { SINCE } from '../../kernel/matter/fold.ts';
import type { Account } from '../../kernel/matter/types.ts';

/** One matter in an officer's list. */
export interface MatterRecord {
  readonly number: string;
  readonly version: number;
  readonly state: string;
  readonly light: string;
  readonly item: string;
  readonly organ: string;
  readonly opened: number;
  readonly since: number;
  readonly closed: number | null;
  readonly account: Account;
  readonly holder: string;
  /** The earliest day of the work that waits. */
  readonly due: LocalDate | null;
}

interface AskMatters {
  /** Matters these organs lead, or have work on; absent: all. */
  readonly organs?: readonly string[];
  readonly person?: string;
  readonly state?: string;
  readonly organ?: string;
  readonly after?: string;
  readonly limit: number;
}

/** Matters by number; who may see which is part of the question. */
export async function listMatters(pool: Pool, ask: AskMatters): Promise<MatterRecord[]> {
  const { rows } = await pool.query<MatterRecord>(
    `SELECT m.number, m.version, m.status AS state, m.light, m.subject AS item, m.organ, extract(epoch FROM m.opened)::float8 AS opened,
            ${SINCE} AS since, extract(epoch FROM m.closed)::float8 AS closed, m.account, m.holder,
            (SELECT min(w.due)::text FROM matter.work_item w WHERE w.matter = m.number) AS due
       FROM matter.matter m
      WHERE m.kind = 'licensing' AND m.number > $1 AND ($2::text IS NULL OR m.status = $2) AND ($3::text IS NULL OR m.organ = $3)
        AND ($4::text IS NULL OR m.person = $4)
        AND ($5::text[] IS NULL OR m.organ = ANY($5)
             OR m.number IN (SELECT w.matter FROM matter.work_item w WHERE w.organ = ANY($5)))
      ORDER BY m.number LIMIT $6`,
    [ask.after ?? '', ask.state ?? null, ask.organ ?? null, ask.person ?? null, ask.organs ?? null, ask.limit],
  );
  return rows;
}

/** Applications of an item not yet decided that rest on this licence: to change, renew, re-issue or cancel it; of one case, or of any. */
export async function openApplicationsOn(pool: Pool, item: string, licence: string, of?: string): Promise<string[]> {
  const { rows } = await pool.query<{ number: string }>(
    `SELECT m.number FROM matter.matter m JOIN journal.fact f ON f.matter = m.number AND f.seq = 1
      WHERE m.kind = 'licensing' AND m.subject = $1 AND m.closed IS NULL AND m.status <> 'decided' AND f.body::json ->> 'licence' = $2
        AND ($3::text IS NULL OR f.body::json ->> 'case' = $3) ORDER BY m.number`,
    [item, licence, of ?? null],
  );
  return rows.map((r) => r.number);
}

/** The parts of one filing: the licences of a bundle were opened for one person at one instant. */
export async function partsOf(pool: Pool, number: string): Promise<{ number: string; item: string; granted: boolean }[]> {
  const { rows } = await pool.query(
    `SELECT m.number, m.subject AS item, coalesce(d.outcome = 'granted', false) AS granted
       FROM matter.matter first JOIN matter.matter m ON m.person = first.person AND m.opened = first.opened AND m.kind = first.kind
       LEFT JOIN licensing.decision d ON d.matter = m.number WHERE first.number = $1 ORDER BY m.number`,
    [number],
  );
  return rows;
}
