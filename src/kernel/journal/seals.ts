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
  /** Which row, by its key; absent where the seal is of an earlier release and keeps no rows. */
  readonly row?: string;
  /** What of it: its altered fields, or that it was added or is gone. */
  readonly what?: readonly string[];
}

/** By row and field, what a seal keeps of it. */
type Lines = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Compares each sealed edition with its rows. `unsealed`: editions that have no seal, as those that earlier releases recorded. A seal is a
 * digest and no signature: who alters rows and makes the seals anew is not found.
 */
export async function sealFaults(
  db: ClientBase,
  registers: readonly SealedRegister[],
): Promise<{ faults: SealFault[]; unsealed: { register: string; edition: number }[] }> {
  const changed = await db.query<SealFault & { sealed: string | null; now: string | null }>(
    `SELECT s.register AS matter, s.edition::int AS seq, 'edition-changed' AS code, s.relation AS table, s.lines AS sealed,
            CASE WHEN s.lines IS NOT NULL THEN journal.edition_lines(s.relation, s.key, s.columns, s.edition) END AS now
       FROM journal.edition_seal s
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
  const altered = changed.rows.flatMap(({ sealed, now, ...fault }): SealFault[] => {
    const rows = sealed ? alteredRows(JSON.parse(sealed), JSON.parse(now ?? '{}')) : [];
    return rows.length > 0 ? rows.map((row) => ({ ...fault, ...row })) : [fault];
  });
  return { faults: [...altered, ...missing.rows], unsealed };
}

function alteredRows(sealed: Lines, now: Lines): Required<Pick<SealFault, 'row' | 'what'>>[] {
  const names = [...new Set([...Object.keys(sealed), ...Object.keys(now)])].sort();
  return names.flatMap((row) => {
    const [was, is] = [sealed[row], now[row]];
    if (!was || !is) return [{ row, what: [is ? 'added' : 'gone'] }];
    const what = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((field) => was[field] !== is[field]).sort();
    return what.length > 0 ? [{ row, what }] : [];
  });
}
