import type { ClientBase } from 'pg';

/** Person ids that carry this id or this document number. */
export async function findPersons(db: ClientBase, idOrNumber: string): Promise<string[]> {
  const { rows } = await db.query<{ person: string }>(
    `SELECT DISTINCT person FROM journal.person_data
      WHERE person = $1 OR ((key LIKE 'identity%' OR key LIKE 'recipient:%') AND (value::json ->> 'idNumber' = $1 OR value::json -> 'agent' ->> 'idNumber' = $1))`,
    [idOrNumber],
  );
  return rows.map((r) => r.person);
}

/** Open matters of these persons, of third parties by `t-NUMBER`, of who received for another by `r-NUMBER`, and of these numbers: what their data are still needed for. */
export async function openMattersOf(db: ClientBase, persons: readonly string[], numbers: readonly string[]): Promise<string[]> {
  const named = [...numbers, ...persons.flatMap((person) => (/^[rt]-/.test(person) ? [person.slice(2)] : []))];
  const { rows } = await db.query<{ number: string }>(
    'SELECT number FROM matter.matter WHERE closed IS NULL AND (person = ANY($1) OR number = ANY($2)) ORDER BY number',
    [persons, named],
  );
  return rows.map((r) => r.number);
}

/**
 * Erases a person: names, numbers, what was typed and handed in. The facts stay; they hold salted digests only, and the
 * salt goes too. One transaction; returns how many rows went.
 */
export async function erasePerson(db: ClientBase, person: string, at: number, reason: string): Promise<number> {
  await db.query('BEGIN');
  try {
    await db.query('INSERT INTO journal.erasure (person, at, reason) VALUES ($1, to_timestamp($2), $3) ON CONFLICT DO NOTHING', [
      person,
      at,
      reason,
    ]);
    await db.query('DELETE FROM matter.request r USING matter.matter m WHERE m.person = $1 AND r.matter = m.number', [person]);
    const data = await db.query('DELETE FROM journal.person_data WHERE person = $1', [person]);
    const files = await db.query('DELETE FROM journal.person_file WHERE person = $1', [person]);
    // Engines remember matters with the name they mask: a new edition makes them forget.
    await db.query('UPDATE matter.county SET edition = edition + 1');
    await db.query('COMMIT');
    return (data.rowCount ?? 0) + (files.rowCount ?? 0);
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  }
}
