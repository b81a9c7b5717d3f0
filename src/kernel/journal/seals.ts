import type { ClientBase } from 'pg';

/** A register whose editions are sealed, with the column that numbers them. */
export interface SealedRegister {
  readonly name: string;
  readonly key: string;
}

/** An edition that is not what was sealed: rows of this table were changed, taken away or added; `seal-missing`: one of its seals is gone. */
export interface SealFault {
  readonly matter: string;
  /** The edition's number. */
  readonly seq: number;
  readonly code: 'edition-changed' | 'seal-missing';
  /** Of the first alone. */
  readonly table?: string;
}

/**
 * Compares each sealed edition with its rows. `unsealed`: editions that have no seal, as those that earlier releases recorded. A seal is a
 * digest and no signature: who alters rows and makes the seals anew is not found.
 */
export async function sealFaults(
  db: ClientBase,
  registers: readonly SealedRegister[],
): Promise<{ faults: SealFault[]; unsealed: { register: string; edition: number }[] }> {
  const changed = await db.query<SealFault>(
    `SELECT s.register AS matter, s.edition::int AS seq, 'edition-changed' AS code, s.relation AS table FROM journal.edition_seal s
       LEFT JOIN LATERAL journal.edition_digest(s.relation, s.key, s.columns, s.edition) d ON true
      WHERE (d.rows, d.digest::bytea) IS DISTINCT FROM (s.rows, s.digest::bytea) ORDER BY 1, 2, 4`,
  );
  const missing = await db.query<SealFault>(
    `SELECT register AS matter, edition::int AS seq, 'seal-missing' AS code FROM journal.edition_seal
      GROUP BY register, edition HAVING count(*) <> max(tables) ORDER BY 1, 2`,
  );
  const unsealed: { register: string; edition: number }[] = [];
  for (const { name, key } of registers) {
    const [register = ''] = name.split('.');
    const { rows } = await db.query<{ edition: number }>(
      `SELECT ${key}::int AS edition FROM ${name} e
        WHERE NOT EXISTS (SELECT FROM journal.edition_seal s WHERE s.register = $1 AND s.edition = e.${key}) ORDER BY 1`,
      [register],
    );
    unsealed.push(...rows.map(({ edition }) => ({ register, edition })));
  }
  return { faults: [...changed.rows, ...missing.rows], unsealed };
}
