import type { ClientBase } from 'pg';

/**
 * The records of a county, as lines: what is truth, not what is derived. Other rooms add their tables to the list
 * (organisation, catalogue, calendar). Rows come ordered by their key, so that two exports of the same records are byte-equal.
 */
export interface ExportTable {
  readonly name: string;
  readonly key: readonly string[];
  /** Columns that belong to this database only, e.g. a transaction id. */
  readonly without?: readonly string[];
}

export const JOURNAL_TABLES: readonly ExportTable[] = [
  // An export is handed around: it holds no key. The model county's clock goes on from its last record.
  { name: 'matter.county', key: ['one'], without: ['secret', 'clock_offset'] },
  // The first release's had one, and may be read before it is migrated.
  { name: 'journal.fact', key: ['matter', 'seq'], without: ['tx'] },
  { name: 'journal.person_data', key: ['person', 'key'] },
  { name: 'journal.person_file', key: ['id'] },
  { name: 'journal.erasure', key: ['person'] },
];

const PAGE = 500;

export async function columnsOf(db: ClientBase, table: ExportTable): Promise<string[]> {
  const { rows } = await db.query<{ attname: string }>(
    `SELECT attname FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attname`,
    [table.name],
  );
  return rows.map((r) => r.attname).filter((c) => !table.without?.includes(c));
}

/** One line a row: `{"t":"journal.fact","r":{…}}`, columns in alphabetical order, instants in UTC, bytes in hex. */
export async function* exportLines(db: ClientBase, tables: readonly ExportTable[]): AsyncGenerator<string> {
  await db.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    await db.query("SET LOCAL timezone = 'UTC'; SET LOCAL bytea_output = 'hex'");
    for (const table of tables) {
      const columns = await columnsOf(db, table);
      const json = `json_build_object(${columns.map((c) => `'${c}', x.${c}`).join(', ')})::text`;
      await db.query(
        `DECLARE lines NO SCROLL CURSOR FOR SELECT ${json} AS line FROM ${table.name} x ORDER BY ${table.key.map((k) => `x.${k}`).join(', ')}`,
      );
      for (let full = true; full; ) {
        const { rows } = await db.query<{ line: string }>(`FETCH ${PAGE} FROM lines`);
        for (const { line } of rows) yield `{"t":"${table.name}","r":${line}}\n`;
        full = rows.length === PAGE;
      }
      await db.query('CLOSE lines');
    }
  } finally {
    await db.query('COMMIT');
  }
}
