import type { Pool } from 'pg';
import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Role } from '../../kernel/organisation/types.ts';
import type { Text } from '../../kernel/text.ts';
import type { Tier } from './rounds.ts';

/** One time of a duty as it is on record. */
export interface RoundRecord {
  readonly matter: string;
  readonly term: string;
  /** The organ that owes it for itself; null: a duty that one organ answers for. */
  readonly owes: string | null;
  readonly due: LocalDate | null;
  readonly periodFrom: LocalDate | null;
  readonly periodTo: LocalDate | null;
  readonly earliest: LocalDate | null;
  readonly soon: LocalDate | null;
  readonly provisional: boolean;
  readonly tier: Tier;
  readonly organ: string;
  readonly office: Role | null;
  readonly doneOn: LocalDate | null;
  readonly document: string | null;
  readonly sentence: string | null;
  readonly over: number | null;
  readonly person: string | null;
  readonly seat: string | null;
}

const COLUMNS = `matter, term, owes, due::text AS due, period_from::text AS "periodFrom", period_to::text AS "periodTo", earliest::text AS earliest,
  soon::text AS soon, provisional, tier, organ, office, done_on::text AS "doneOn", document, sentence, over, person, seat`;

/** Of several that owe a duty each for itself, whose a time is: one on record from before they did is its organ's. */
export const ownerOf = ({ owes, organ }: Pick<RoundRecord, 'owes' | 'organ'>): string => owes ?? organ;

/** Of each duty, and of each that owes it for itself, every time that is open, the last that was opened and the last that was noted. */
export async function standing(pool: Pool): Promise<RoundRecord[]> {
  const { rows } = await pool.query<RoundRecord>(
    `SELECT ${COLUMNS} FROM duties.round r
      WHERE done_on IS NULL
         OR matter = (SELECT matter FROM duties.round o WHERE o.term = r.term AND o.owes IS NOT DISTINCT FROM r.owes
                       ORDER BY o.due DESC NULLS LAST LIMIT 1)
         OR matter = (SELECT matter FROM duties.round n WHERE n.term = r.term AND n.owes IS NOT DISTINCT FROM r.owes AND n.done_on IS NOT NULL
                       ORDER BY n.due DESC NULLS LAST LIMIT 1)
      ORDER BY r.due NULLS FIRST, matter`,
  );
  return rows;
}

/** Times of one duty, or of one that owes it for itself, the newest first. */
export async function roundsOf(pool: Pool, term: string, owner: string | null, limit: number): Promise<RoundRecord[]> {
  const { rows } = await pool.query<RoundRecord>(
    `SELECT ${COLUMNS} FROM duties.round WHERE term = $1 AND ($2::text IS NULL OR coalesce(owes, organ) = $2)
      ORDER BY due DESC NULLS LAST, matter LIMIT $3`,
    [term, owner, limit],
  );
  return rows;
}

export async function roundNamed(pool: Pool, matter: string): Promise<RoundRecord | undefined> {
  const { rows } = await pool.query<RoundRecord>(`SELECT ${COLUMNS} FROM duties.round WHERE matter = $1`, [matter]);
  return rows[0];
}

/** A county begins with its first matter; before that nothing of it is watched. */
export async function hasBegun(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ begun: boolean }>('SELECT EXISTS (SELECT FROM matter.matter) AS begun');
  return rows[0]!.begun;
}

/** Names of people, for those who work beside them. */
export async function namesOf(pool: Pool, persons: readonly string[]): Promise<ReadonlyMap<string, Text>> {
  const { rows } = await pool.query(`SELECT person, value::json AS name FROM journal.person_data WHERE person = ANY($1) AND key = 'name'`, [
    [...new Set(persons)],
  ]);
  return new Map(rows.map((r) => [r.person, r.name]));
}
