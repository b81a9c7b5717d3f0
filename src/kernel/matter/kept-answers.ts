import type { ClientBase, Pool } from 'pg';
import type { Command } from './command.ts';

/** A request that may be repeated: who, for what, and what it said. */
export type Once = NonNullable<Command['request']>;

/** The answer given before to the same key, for an act on no matter: as the engine keeps it for acts on one. */
export async function keptAnswer(
  db: ClientBase | Pool,
  { who, key }: Pick<Once, 'who' | 'key'>,
): Promise<{ hash: Buffer; reply: string } | undefined> {
  const { rows } = await db.query('SELECT hash, reply FROM matter.request WHERE who = $1 AND key = $2', [who, key]);
  return rows[0];
}

/** Keeps it; false where the key has one already. */
export async function keepAnswer(db: ClientBase | Pool, { who, key, hash }: Once, reply: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `INSERT INTO matter.request (who, key, hash, reply, matter) VALUES ($1, $2, $3, $4, '') ON CONFLICT DO NOTHING`,
    [who, key, hash, reply],
  );
  return rowCount === 1;
}

/** What was kept while it was being done, made whole. */
export async function completeAnswer(db: ClientBase | Pool, { who, key }: Once, reply: string): Promise<void> {
  await db.query('UPDATE matter.request SET reply = $3 WHERE who = $1 AND key = $2', [who, key, reply]);
}
