import type { Pool } from 'pg';
import type { Inputs } from '../schema.ts';

/** What the officer may write of a decision; everything else is the template's. */
export type Draft = Inputs['draft-decision'];

/** The officer's last draft of the decision, as it lies: names masked. */
export async function draftOf(pool: Pool, matter: string): Promise<Draft | undefined> {
  const { rows } = await pool.query<{ draft: Draft }>(
    `SELECT p.value::json AS draft FROM matter.matter m JOIN journal.person_data p ON p.person = m.person AND starts_with(p.key, 'draft:' || m.number || ':')
      WHERE m.number = $1 ORDER BY split_part(p.key, ':', 3)::int DESC LIMIT 1`,
    [matter],
  );
  return rows[0]?.draft;
}
