import type { Commitment } from '../journal/personal.ts';
import type { Folded, SealedFact } from './fold.ts';
import { packState } from './fold.ts';
import type { County } from './recent.ts';
import type { AnyKind, ProjectedRow, ProjectedTable, Summary, WorkItem } from './types.ts';

/** Everything one matter gains in one write. */
export interface MatterWrite {
  readonly kind: AnyKind;
  readonly before?: Folded;
  readonly after: Folded;
  readonly summary: Summary;
  readonly facts: readonly SealedFact[];
  readonly work: readonly WorkRow[];
  /** Steps that wait on nobody's desk any more. */
  readonly done: readonly string[];
  readonly rows: readonly ProjectedRow[];
  readonly personal: readonly (Commitment & { value: string; salt: Buffer })[];
  readonly files: readonly FileRow[];
  readonly requests: readonly { who: string; key: string; hash: Buffer; reply: string }[];
}

export interface FileRow {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly type: string;
  readonly digest: Buffer;
  readonly bytes: Buffer;
}

export interface WorkRow extends WorkItem {
  readonly opened: number;
  /** It is on nobody's desk any more since then. */
  readonly done?: number;
}

/** Columns as `name type`; instants travel as seconds. */
type Columns = readonly string[];

const MATTER: Columns = [
  'number text',
  'kind text',
  'version int',
  'status text',
  'state json',
  'subject text',
  'organ text',
  'person text',
  'light text',
  'opened float8',
  'since float8',
  'closed float8',
  'account text',
  'holder text',
  'spent int[]',
  'next_change date',
  'head bytea',
];
const FIXED = ['number', 'kind', 'opened', 'person'];
const FACT: Columns = [
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
  'leaf bytea',
  'chain bytea',
];
const WORK: Columns = ['matter text', 'step text', 'organ text', 'roles text', 'due date', 'due_soon date', 'opened float8'];
const PERSONAL: Columns = ['person text', 'key text', 'value text', 'salt bytea'];
const FILE: Columns = ['matter text', 'id text', 'person text', 'name text', 'type text', 'digest bytea', 'bytes bytea'];
const REQUEST: Columns = ['matter text', 'who text', 'key text', 'hash bytea', 'reply text'];

/** What is written in one statement: rows as one JSON text, and what becomes of them once their matter's version is known to be right. */
interface Part {
  readonly label: string;
  readonly rows: readonly object[];
  readonly sql: (rows: string) => string;
}

const nameOf = (column: string) => column.slice(0, column.indexOf(' '));
const names = (columns: Columns) => columns.map(nameOf).join(', ');
const value = (column: string) => (column.endsWith('float8') ? `to_timestamp(x.${nameOf(column)})` : `x.${nameOf(column)}`);
const recordset = (parameter: string, columns: Columns) => `json_to_recordset(${parameter}) AS x(${columns.join(', ')})`;
const MOVED_ON = 'ANY (ARRAY(SELECT number FROM ok))';
const insert =
  (table: string, columns: Columns, conflict = '', given = columns) =>
  (rows: string) =>
    `INSERT INTO ${table} (${names(columns)}) SELECT ${columns.map(value).join(', ')} FROM ${recordset(rows, given)} WHERE x.matter = ${MOVED_ON} ${conflict}`;

const INSERT_FACTS = insert('journal.fact', FACT);
const INSERT_WORK = insert(
  'matter.work_item AS w',
  WORK,
  'ON CONFLICT (matter, step) DO UPDATE SET organ = excluded.organ, roles = excluded.roles, due = excluded.due, due_soon = excluded.due_soon, opened = CASE WHEN w.organ = excluded.organ THEN w.opened ELSE excluded.opened END',
);
const DELETE_WORK = (rows: string) =>
  `DELETE FROM matter.work_item w USING ${recordset(rows, ['matter text', 'step text'])} WHERE w.matter = x.matter AND w.step = x.step AND x.matter = ${MOVED_ON}`;
const INSERT_PERSONAL = insert(
  'journal.person_data',
  PERSONAL,
  'ON CONFLICT (person, key) DO UPDATE SET value = excluded.value, salt = excluded.salt',
  ['matter text', ...PERSONAL],
);
const INSERT_FILES = insert('journal.person_file', FILE);
const INSERT_REQUESTS = insert('matter.request', REQUEST);

/** As it was when the batch was decided. */
const COUNTY = 'clock_offset = $2::bigint AND edition = $3::bigint';

/** A fresh matter is inserted, a known one moves on only from the version decided on: `ok` are those that did. */
function matters(rows: string, fresh: boolean, grown: boolean, guarded: boolean): string {
  const set = MATTER.map(nameOf).filter((n) => !FIXED.includes(n));
  const parts = [
    `c AS MATERIALIZED (SELECT x.expected, ${MATTER.map((c) => `${value(c)} AS ${nameOf(c)}`).join(', ')} FROM ${recordset(rows, ['expected int', ...MATTER])})`,
    guarded && fresh && `serial AS (UPDATE matter.county SET serial = $4 WHERE ${COUNTY} AND serial = $5 RETURNING one)`,
    fresh &&
      `ins AS (INSERT INTO matter.matter (${names(MATTER)}) SELECT ${names(MATTER)} FROM c WHERE expected = 0 ${guarded ? 'AND EXISTS (SELECT FROM serial)' : ''} ON CONFLICT DO NOTHING RETURNING number)`,
    grown &&
      `upd AS (UPDATE matter.matter m SET ${set.map((n) => `${n} = c.${n}`).join(', ')} FROM c WHERE m.number = c.number AND m.version = c.expected ${guarded ? `AND EXISTS (SELECT FROM matter.county WHERE ${COUNTY})` : ''} RETURNING m.number)`,
    `ok AS (${[fresh && 'SELECT number FROM ins', grown && 'SELECT number FROM upd'].filter(Boolean).join(' UNION ALL ')})`,
  ];
  return parts.filter(Boolean).join(',\n');
}

/**
 * One prepared statement for a whole batch (house section 3). Parts without rows are left out, so a few shapes serve all. With a
 * county nothing is written unless the county is still so and, where matters are opened, its last serial too: it moves to `serial`.
 */
export function buildWrite(
  batch: readonly MatterWrite[],
  kinds: readonly AnyKind[],
  county?: County,
  serial?: number,
): { name: string; text: string; values: unknown[] } {
  const fresh = batch.some((w) => !w.before);
  const grown = batch.some((w) => w.before);
  const parts: readonly Part[] = [
    { label: 'f', rows: batch.flatMap((w) => w.facts.map(factRow)), sql: INSERT_FACTS },
    { label: 'w', rows: batch.flatMap((w) => w.work.map((x) => workRow(x, w))), sql: INSERT_WORK },
    { label: 'd', rows: batch.flatMap((w) => w.done.map((step) => ({ matter: w.after.number, step }))), sql: DELETE_WORK },
    {
      label: 'p',
      rows: batch.flatMap((w) => w.personal.map((p) => ({ matter: w.after.number, ...p, salt: hex(p.salt) }))),
      sql: INSERT_PERSONAL,
    },
    {
      label: 'b',
      rows: batch.flatMap((w) => w.files.map((f) => ({ ...f, matter: w.after.number, digest: hex(f.digest), bytes: hex(f.bytes) }))),
      sql: INSERT_FILES,
    },
    {
      label: 'r',
      rows: batch.flatMap((w) => w.requests.map((r) => ({ ...r, matter: w.after.number, hash: hex(r.hash) }))),
      sql: INSERT_REQUESTS,
    },
    ...projections(batch, kinds),
  ].filter((p) => p.rows.length > 0);
  const guard = county ? [county.offset, county.edition, ...(fresh ? [serial, county.serial] : [])] : [];
  const values = [`[${batch.map(matterRow)}]`, ...guard, ...parts.map((p) => JSON.stringify(p.rows))];
  return { ...statement(fresh, grown, guard.length, parts), values };
}

const statements = new Map<string, { name: string; text: string }>();

/** The text of each shape is made once. PostgreSQL cuts statement names at 63 bytes, so each shape gets a short one. */
function statement(fresh: boolean, grown: boolean, guards: number, parts: readonly Part[]): { name: string; text: string } {
  const shape = `${fresh ? 'i' : ''}${grown ? 'u' : ''}${guards} ${parts.map((p) => p.label).join(' ')}`;
  const known = statements.get(shape);
  if (known) return known;
  const clauses = parts.map((p, i) => `${p.label.replace('.', '_')} AS (${p.sql(`$${i + 2 + guards}`)})`);
  const made = {
    name: `write_${statements.size + 1}`,
    text: `WITH ${[matters('$1', fresh, grown, guards > 0), ...clauses].join(',\n')}\nSELECT number FROM ok`,
  };
  statements.set(shape, made);
  return made;
}

/** A row replaces the one with its key; the last of a batch wins. */
function insertRows(table: ProjectedTable): (rows: string) => string {
  const rest = table.columns.filter((c) => !table.key.includes(c));
  const columns = table.columns.join(', ');
  const update = rest.length > 0 ? `DO UPDATE SET ${rest.map((c) => `${c} = excluded.${c}`).join(', ')}` : 'DO NOTHING';
  return (rows) => `INSERT INTO ${table.name} (${columns}) SELECT ${table.columns.map((c) => `r.${c}`).join(', ')}
    FROM json_array_elements(${rows}) j CROSS JOIN LATERAL json_populate_record(NULL::${table.name}, j) r
    WHERE j ->> 'matter__' = ${MOVED_ON} ON CONFLICT (${table.key.join(', ')}) ${update}`;
}

/** Rows per table, each key once: the last row of a batch replaces earlier ones. */
function projections(batch: readonly MatterWrite[], kinds: readonly AnyKind[]): Part[] {
  const groups = new Map<string, Map<string, object>>();
  for (const w of batch)
    for (const { table, row } of w.rows) {
      const group = groups.get(table) ?? new Map<string, object>();
      groups.set(table, group);
      const key = JSON.stringify(tableOf(kinds, table).key.map((k) => row[k]));
      group.set(key, { ...row, matter__: w.after.number });
    }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, rows]) => ({ label: name, rows: [...rows.values()], sql: insertRows(tableOf(kinds, name)) }));
}

function tableOf(kinds: readonly AnyKind[], name: string): ProjectedTable {
  for (const kind of kinds) for (const table of kind.tables) if (table.name === name) return table;
  throw new Error(`projection: no kind declares the table ${name}`);
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;

/** JSON text; the state is text already and is not encoded twice. */
function matterRow({ kind, before, after: m, summary: s }: MatterWrite): string {
  const row = JSON.stringify({
    expected: before?.version ?? 0,
    number: m.number,
    kind: m.kind,
    version: m.version,
    status: s.status,
    subject: s.subject,
    organ: s.organ,
    person: s.person,
    light: s.light,
    opened: m.opened,
    since: m.since,
    closed: m.closed,
    account: m.owner.account,
    holder: m.owner.holder,
    spent: m.spent,
    next_change: s.nextChange,
    head: hex(m.head),
  });
  return `${row.slice(0, -1)},"state":${packState(kind, m)}}`;
}
const factRow = (f: SealedFact) => ({ ...f, salt: hex(f.salt), leaf: hex(f.leaf), chain: hex(f.chain) });
const workRow = (x: WorkRow, w: MatterWrite) => ({
  matter: w.after.number,
  step: x.step,
  organ: x.organ,
  roles: x.roles.join(' '),
  due: x.due,
  due_soon: x.dueSoon,
  opened: x.opened,
});
