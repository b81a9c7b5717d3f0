import { hashPassword } from './passwords.ts';

/** What is needed of a `pg` client or pool. */
interface Queryable {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[]; rowCount: number | null }>;
}

export async function passwordHashOf(db: Queryable, person: string): Promise<string | undefined> {
  const { rows } = await db.query('SELECT hash FROM access.account WHERE person = $1', [person]);
  return rows[0]?.hash as string | undefined;
}

/** A new password signs out whoever was signed in with the old one. */
export async function setPassword(db: Queryable, person: string, password: string): Promise<void> {
  await db.query(
    `WITH out AS (DELETE FROM access.session WHERE person = $1)
     INSERT INTO access.account (person, hash) VALUES ($1, $2) ON CONFLICT (person) DO UPDATE SET hash = excluded.hash, changed = now()`,
    [person, await hashPassword(password)],
  );
}

/** Whether there was one. Who is signed in is signed out. */
export async function removePassword(db: Queryable, person: string): Promise<boolean> {
  const { rowCount } = await db.query(
    'WITH out AS (DELETE FROM access.session WHERE person = $1) DELETE FROM access.account WHERE person = $1',
    [person],
  );
  return Boolean(rowCount);
}
