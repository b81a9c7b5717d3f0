import type { Prepared } from './together.ts';

/** A statement for some rows at once; `rows` stands for their parameters. */
interface Shape {
  readonly name: string;
  readonly columns: readonly string[];
  readonly sql: (rows: string) => string;
}

const nameOf = (column: string) => column.slice(0, column.indexOf(' '));
const insert = (table: string, columns: readonly string[], conflict = ''): Shape => ({
  name: table,
  columns,
  sql: (rows) => `INSERT INTO ${table} AS w (${columns.map(nameOf).join(', ')}) VALUES ${rows} ${conflict}`,
});

export const FACT = insert('journal.fact', [
  'matter text',
  'seq int',
  'kind text',
  'at float8',
  'actor text',
  'capacity text',
  'account text',
  'holder text',
  'body text',
  'salt bytea',
  'chain bytea',
]);
const STANDING = [
  'version int',
  'status text',
  'subject text',
  'organ text',
  'light text',
  'closed float8',
  'account text',
  'holder text',
  'spent int[]',
  'next_change date',
  'reach date',
  'foreseen text',
  'head bytea',
];
export const OPENED = insert('matter.matter', ['number text', 'kind text', 'opened float8', 'person text', ...STANDING]);
/** No county named: whatever it is. */
const SAME_COUNTY = '(x.edition IS NULL OR (w.clock_offset = x.clock_offset AND w.edition = x.edition))';
const given = ['number text', 'expected int', 'clock_offset bigint', 'edition bigint', 'today date', ...STANDING];
/**
 * What is indexed and need not be exact moves only where it must, so that the row keeps its place in the indexes: a day to look at the
 * matter that is still to come and early enough stays (`sweep.ts` looks, and puts it off), as does a reach that is far enough.
 */
const MOVES: Readonly<Record<string, string>> = {
  version: `CASE WHEN m.version = x.expected AND ${SAME_COUNTY} THEN x.version END`,
  next_change: 'CASE WHEN m.next_change > x.today AND m.next_change <= x.next_change THEN m.next_change ELSE x.next_change END',
  reach: 'CASE WHEN m.reach >= x.reach THEN m.reach ELSE x.reach END',
};
/**
 * A matter that has moved on since it was decided on, or whose county is not any more as it was then, gets no version, which its
 * column refuses: nothing of the batch is written.
 */
export const MOVED: Shape = {
  name: 'moved',
  columns: given,
  sql: (rows) =>
    `UPDATE matter.matter m SET ${STANDING.map(nameOf)
      .map((c) => `${c} = ${MOVES[c] ?? `x.${c}`}`)
      .join(', ')} FROM (VALUES ${rows}) AS x (${given.map(nameOf).join(', ')}), matter.county w WHERE m.number = x.number`,
};
export const WORK = insert(
  'matter.work_item',
  ['matter text', 'step text', 'organ text', 'roles text', 'due date', 'due_soon date', 'stopped bool', 'opened float8'],
  `ON CONFLICT (matter, step) DO UPDATE SET organ = excluded.organ, roles = excluded.roles, due = excluded.due, due_soon = excluded.due_soon,
   stopped = excluded.stopped, opened = CASE WHEN w.organ = excluded.organ THEN w.opened ELSE excluded.opened END`,
);
export const DONE: Shape = {
  name: 'done',
  columns: ['matter text', 'step text'],
  sql: (rows) => `DELETE FROM matter.work_item WHERE (matter, step) IN (VALUES ${rows})`,
};
export const PERSONAL = insert(
  'journal.person_data',
  ['person text', 'key text', 'value text', 'salt bytea'],
  'ON CONFLICT (person, key) DO UPDATE SET value = excluded.value, salt = excluded.salt',
);
export const FILE = insert('journal.person_file', [
  'matter text',
  'id text',
  'person text',
  'name text',
  'type text',
  'digest bytea',
  'bytes bytea',
]);
export const REQUEST = insert('matter.request', ['matter text', 'who text', 'key text', 'hash bytea', 'reply text']);

/** The county as it was when the batch was decided, or a null where none may be. */
export const MOVE_SERIAL =
  'UPDATE matter.county SET serials = CASE WHEN clock_offset = $1 AND edition = $2 AND serials = $3::jsonb THEN $4::jsonb END';

type Value = Prepared['values'][number];
export const text = (value: unknown): Value =>
  value === undefined || value === null ? null : typeof value === 'string' || Buffer.isBuffer(value) ? value : plain(value);
function plain(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TypeError(`write: a column cannot hold ${typeof value}`);
}

const texts = new Map<string, string>();
const known = (name: string, make: () => string): string => {
  const there = texts.get(name) ?? make();
  texts.set(name, there);
  return there;
};

/**
 * All rows in one statement. One row travels value by value; several column by column, since the server would prepare each value of each
 * row of a list by itself, at more cost than storing it.
 */
export function inOne({ name, columns, sql }: Shape, rows: readonly (readonly unknown[])[]): Prepared[] {
  if (rows.length === 0) return [];
  if (rows.length === 1) {
    const one = known(`${name} 1`, () => sql(`(${columns.map(parameter).join(', ')})`));
    return [{ name: `${name} 1`, text: one, values: rows[0]!.map(text) }];
  }
  const all = known(`${name} *`, () => sql(ROWS).replace(`VALUES ${ROWS}`, unnested(columns)));
  return [{ name: `${name} *`, text: all, values: columns.map((_, i) => arrayText(rows, i)) }];
}

const ROWS = '(rows)';
const typeOf = (column: string) => column.slice(column.indexOf(' ') + 1);

/** `SELECT c1, to_timestamp(c2) FROM unnest($1::text[], $2::float8[]) …`: an array in a column travels as its text. */
function unnested(columns: readonly string[]): string {
  const types = columns.map(typeOf);
  const selected = types.map((type, i) => (type === 'float8' ? `to_timestamp(c${i})` : type.endsWith('[]') ? `c${i}::${type}` : `c${i}`));
  const given = types.map((type, i) => `$${i + 1}::${type.endsWith('[]') ? 'text' : type}[]`);
  return `SELECT ${selected.join(', ')} FROM unnest(${given.join(', ')}) AS u (${columns.map((_, i) => `c${i}`).join(', ')})`;
}

/** A column of the rows as an array that PostgreSQL reads (its manual, 8.15.2). */
function arrayText(rows: readonly (readonly unknown[])[], column: number): string {
  let list = '{';
  for (const row of rows) list += `${list === '{' ? '' : ','}${element(row[column])}`;
  return `${list}}`;
}
function element(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (Buffer.isBuffer(value)) return `"\\\\x${value.toString('hex')}"`;
  const plain = text(value) as string | null;
  if (plain === null) return 'NULL';
  if (!SPECIAL.test(plain)) return `"${plain}"`;
  return BEYOND_JSON.test(plain) ? `"${plain.replace(/["\\]/g, '\\$&')}"` : JSON.stringify(plain);
}
const SPECIAL = /["\\\u0000-\u001f\ud800-\udfff]/;
/** What JSON would write in a way of its own. Quotes and strokes it writes as an array does, and quicker. */
const BEYOND_JSON = /[\u0000-\u001f\ud800-\udfff]/;

/** `$1::text`, `to_timestamp($2::float8)`: instants travel as seconds. */
const parameter = (column: string, i: number): string => {
  const value = `$${i + 1}::${typeOf(column)}`;
  return typeOf(column) === 'float8' ? `to_timestamp(${value})` : value;
};
