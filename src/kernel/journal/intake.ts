import type { ClientBase, DatabaseError } from 'pg';
import { columnsOf, type ExportTable } from './ndjson.ts';

export interface ImportFault {
  readonly line: number;
  readonly message: string;
}

interface Found extends ImportFault {
  /** Refused because of a row it rests on: that one is reported, unless it is simply not there. */
  readonly resting?: boolean;
}

interface Row {
  readonly line: number;
  readonly json: string;
}

const PAGE = 500;
/** Columns of earlier releases that said what others say: passed over. */
const RETIRED: ReadonlySet<string> = new Set(['journal.fact.leaf']);
/** Columns that earlier releases had not, by table, with what that means. */
const ADDED: Readonly<Record<string, object>> = { 'matter.county': { serials: {} }, 'journal.edition_seal': { lines: null } };
const FOREIGN_KEY = '23503';

/**
 * Imports into an empty house, in one transaction: all or nothing. A line that is not JSON, names an unknown table, lacks a
 * column or has one too many, or is refused by the database is a fault; all are reported.
 */
export async function importLines(
  db: ClientBase,
  lines: Iterable<string> | AsyncIterable<string>,
  tables: readonly ExportTable[],
): Promise<{ rows: number; faults: ImportFault[] }> {
  const known = new Map<string, readonly string[]>();
  for (const t of tables) known.set(t.name, await columnsOf(db, t));
  const faults: Found[] = [];
  let number = 0;
  let rows = 0;
  let table = '';
  let pending: Row[] = [];
  const flush = async () => {
    if (pending.length > 0) faults.push(...(await insertAll(db, table, known.get(table) ?? [], pending)));
    pending = [];
  };
  await db.query('BEGIN');
  try {
    // Editions keep the seals that come with them; none is made of what may have been altered on the way.
    await db.query("SET LOCAL banjie.importing = 'on'");
    for await (const line of lines) {
      number++;
      if (line.trim() === '') continue;
      const read = readLine(line, known);
      if (typeof read === 'string') {
        faults.push({ line: number, message: read });
        continue;
      }
      if (read.table !== table || pending.length >= PAGE) await flush();
      table = read.table;
      pending.push({ line: number, json: read.json });
      rows++;
    }
    await flush();
    if (faults.length === 0) faults.push(...(await askedAtTheEnd(db)));
    if (faults.length === 0) await setSequences(db, tables);
    await db.query(faults.length > 0 ? 'ROLLBACK' : 'COMMIT');
    const own = faults.filter((f) => !f.resting);
    const told = (own.length > 0 ? own : faults).map(({ line, message }) => ({ line, message }));
    return { rows, faults: told.sort((a, b) => a.line - b.line) };
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  }
}

/** A page at once; where the database refuses it, half by half, so that each bad row is found and the good ones cost little. */
async function insertAll(db: ClientBase, table: string, columns: readonly string[], rows: readonly Row[]): Promise<Found[]> {
  const names = columns.join(', ');
  await db.query('SAVEPOINT page');
  try {
    await db.query(
      `INSERT INTO ${table} (${names}) OVERRIDING SYSTEM VALUE SELECT ${names} FROM json_populate_recordset(NULL::${table}, $1::json)`,
      [`[${rows.map((r) => r.json).join(',')}]`],
    );
    await db.query('RELEASE SAVEPOINT page');
    return [];
  } catch (error) {
    await db.query('ROLLBACK TO SAVEPOINT page');
    if (rows.length > 1) {
      const middle = rows.length >> 1;
      return [
        ...(await insertAll(db, table, columns, rows.slice(0, middle))),
        ...(await insertAll(db, table, columns, rows.slice(middle))),
      ];
    }
    const { code, message } = error as DatabaseError;
    if (!code) throw error;
    return [{ line: rows[0]?.line ?? 0, message: `${table}: ${message}`, resting: code === FOREIGN_KEY }];
  }
}

/** Rules over several tables are asked once all rows are there; what they refuse has no line of its own. */
async function askedAtTheEnd(db: ClientBase): Promise<Found[]> {
  try {
    await db.query('SET CONSTRAINTS ALL IMMEDIATE');
    return [];
  } catch (error) {
    const { code, message } = error as DatabaseError;
    if (!code) throw error;
    return [{ line: 0, message }];
  }
}

/** Identity columns go on after the imported rows. */
async function setSequences(db: ClientBase, tables: readonly ExportTable[]): Promise<void> {
  for (const { name } of tables) {
    const { rows } = await db.query<{ attname: string }>(
      `SELECT attname FROM pg_attribute WHERE attrelid = $1::regclass AND attidentity <> ''`,
      [name],
    );
    for (const { attname } of rows)
      await db.query(
        `SELECT setval(pg_get_serial_sequence('${name}', '${attname}'), greatest(1, (SELECT coalesce(max(${attname}), 1) FROM ${name})))`,
      );
  }
}

/** The table and its row, or what is wrong with the line. */
function readLine(line: string, known: ReadonlyMap<string, readonly string[]>): { table: string; json: string } | string {
  let value: { t?: unknown; r?: unknown };
  try {
    value = JSON.parse(line);
  } catch {
    return 'not a line of an export';
  }
  const { t, r } = value ?? {};
  if (typeof t !== 'string' || !r || typeof r !== 'object' || Array.isArray(r)) return 'not a line of an export';
  const columns = known.get(t);
  if (!columns) return `no table ${t}`;
  const row = { ...ADDED[t], ...r };
  const given = Object.keys(row);
  const wrong = [
    ...columns.filter((c) => !given.includes(c)).map((c) => `column ${c} is missing`),
    ...given.filter((c) => !columns.includes(c) && !RETIRED.has(`${t}.${c}`)).map((c) => `no column ${c}`),
  ];
  return wrong.length > 0 ? `${t}: ${wrong.join(', ')}` : { table: t, json: JSON.stringify(row) };
}
