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
  { name: 'matter.county', key: ['one'] },
  { name: 'journal.fact', key: ['matter', 'seq'], without: ['tx'] },
  { name: 'journal.person_data', key: ['person', 'key'] },
  { name: 'journal.person_file', key: ['id'] },
  { name: 'journal.erasure', key: ['person'] },
];

const PAGE = 500;

async function columnsOf(db: ClientBase, table: ExportTable): Promise<string[]> {
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
      for (let offset = 0; ; offset += PAGE) {
        const { rows } = await db.query<{ line: string }>(
          `SELECT ${json} AS line FROM ${table.name} x ORDER BY ${table.key.map((k) => `x.${k}`).join(', ')} LIMIT ${PAGE} OFFSET ${offset}`,
        );
        for (const { line } of rows) yield `{"t":"${table.name}","r":${line}}\n`;
        if (rows.length < PAGE) break;
      }
    }
  } finally {
    await db.query('COMMIT');
  }
}

export interface ImportFault {
  readonly line: number;
  readonly message: string;
}

/**
 * Imports into an empty house, in one transaction: all or nothing. A line that names an unknown table or is not JSON is
 * a fault; all are reported.
 */
export async function importLines(db: ClientBase, lines: Iterable<string> | AsyncIterable<string>, tables: readonly ExportTable[]): Promise<{ rows: number; faults: ImportFault[] }> {
  const known = new Map(tables.map((t) => [t.name, t]));
  const faults: ImportFault[] = [];
  const pending = new Map<string, string[]>();
  let number = 0;
  let rows = 0;
  const flush = async (name: string) => {
    const batch = pending.get(name) ?? [];
    if (batch.length === 0 || faults.length > 0) return;
    const columns = (await columnsOf(db, known.get(name) as ExportTable)).join(', ');
    await db.query(`INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM json_populate_recordset(NULL::${name}, $1::json)`, [`[${batch.join(',')}]`]);
    pending.set(name, []);
  };
  await db.query('BEGIN');
  try {
    let current = '';
    for await (const line of lines) {
      number++;
      if (line.trim() === '') continue;
      const parsed = parse(line);
      if (!parsed || !known.has(parsed.t)) {
        faults.push({ line: number, message: parsed ? `no table ${parsed.t}` : 'not a line of an export' });
        continue;
      }
      if (parsed.t !== current && current) await flush(current);
      current = parsed.t;
      const batch = pending.get(current) ?? [];
      batch.push(JSON.stringify(parsed.r));
      pending.set(current, batch);
      rows++;
      if (batch.length >= PAGE) await flush(current);
    }
    if (current) await flush(current);
    if (faults.length === 0) await setSequences(db, tables);
    if (faults.length > 0) await db.query('ROLLBACK');
    else await db.query('COMMIT');
    return { rows, faults };
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  }
}

/** Identity columns go on after the imported rows. */
async function setSequences(db: ClientBase, tables: readonly ExportTable[]): Promise<void> {
  for (const { name } of tables) {
    const { rows } = await db.query<{ attname: string }>(`SELECT attname FROM pg_attribute WHERE attrelid = $1::regclass AND attidentity <> ''`, [name]);
    for (const { attname } of rows)
      await db.query(`SELECT setval(pg_get_serial_sequence('${name}', '${attname}'), greatest(1, (SELECT coalesce(max(${attname}), 1) FROM ${name})))`);
  }
}

function parse(line: string): { t: string; r: unknown } | undefined {
  try {
    const value = JSON.parse(line);
    return typeof value?.t === 'string' && value.r ? value : undefined;
  } catch {
    return undefined;
  }
}
