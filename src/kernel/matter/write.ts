import type { Commitment } from '../journal/personal.ts';
import type { Folded, SealedFact } from './fold.ts';
import { packState } from './fold.ts';
import type { AnyKind, ProjectedRow, ProjectedTable, Summary, WorkItem } from './types.ts';

/** Everything one matter gains in one write. */
export interface MatterWrite {
  readonly before?: Folded;
  readonly after: Folded;
  readonly summary: Summary;
  readonly facts: readonly SealedFact[];
  readonly work: readonly WorkRow[];
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
  readonly done?: number;
}

type Column = readonly [name: string, type: string];

const MATTER: readonly Column[] = [
  ['number', 'text'],
  ['expected', 'int'],
  ['kind', 'text'],
  ['version', 'int'],
  ['status', 'text'],
  ['state', 'text'],
  ['subject', 'text'],
  ['organ', 'text'],
  ['person', 'text'],
  ['light', 'text'],
  ['opened', 'float8'],
  ['since', 'float8'],
  ['closed', 'float8'],
  ['account', 'text'],
  ['holder', 'text'],
  ['spent', 'text'],
  ['next_change', 'date'],
  ['head', 'bytea'],
];
const FACT: readonly Column[] = [
  ['matter', 'text'],
  ['seq', 'int'],
  ['kind', 'text'],
  ['at', 'float8'],
  ['actor', 'text'],
  ['capacity', 'text'],
  ['account', 'text'],
  ['holder', 'text'],
  ['body', 'text'],
  ['salt', 'bytea'],
  ['leaf', 'bytea'],
  ['chain', 'bytea'],
];
const WORK: readonly Column[] = [
  ['matter', 'text'],
  ['step', 'text'],
  ['organ', 'text'],
  ['roles', 'text'],
  ['due', 'date'],
  ['due_soon', 'date'],
  ['opened', 'float8'],
  ['done', 'float8'],
];
const PERSONAL: readonly Column[] = [
  ['matter', 'text'],
  ['person', 'text'],
  ['key', 'text'],
  ['value', 'text'],
  ['salt', 'bytea'],
];
const FILE: readonly Column[] = [
  ['matter', 'text'],
  ['id', 'text'],
  ['person', 'text'],
  ['name', 'text'],
  ['type', 'text'],
  ['digest', 'bytea'],
  ['bytes', 'bytea'],
];
const REQUEST: readonly Column[] = [
  ['matter', 'text'],
  ['who', 'text'],
  ['key', 'text'],
  ['hash', 'bytea'],
  ['reply', 'text'],
];

const names = (columns: readonly Column[]) => columns.map(([name]) => name).join(', ');
const INSTANTS = new Set(['at', 'opened', 'since', 'closed', 'done']);
const read = ([name]: Column) => (INSTANTS.has(name) ? `to_timestamp(x.${name})` : name === 'spent' ? 'x.spent::bigint[]' : `x.${name}`);
const unnest = (columns: readonly Column[], first: number) =>
  `unnest(${columns.map(([, type], i) => `$${first + i}::${type}[]`).join(', ')}) AS x(${names(columns)})`;

/** One prepared statement for a whole batch (house section 3). Parts without rows are left out, so a few shapes serve all. */
export function buildWrite(batch: readonly MatterWrite[], kinds: readonly AnyKind[]): { name: string; text: string; values: unknown[] } {
  const values: unknown[] = [];
  const parts: string[] = [];
  const shape: string[] = [];
  const push = (columns: readonly Column[], rows: readonly (readonly unknown[])[]) => {
    const first = values.length + 1;
    for (let c = 0; c < columns.length; c++) values.push(rows.map((row) => row[c] ?? null));
    return unnest(columns, first);
  };

  const source = push(MATTER, batch.map(matterRow));
  const kept = MATTER.filter(([name]) => name !== 'expected');
  const fresh = batch.some((w) => !w.before);
  const grown = batch.some((w) => w.before);
  parts.push(`c AS MATERIALIZED (SELECT ${MATTER.map((c) => `${read(c)} AS ${c[0]}`).join(', ')} FROM ${source})`);
  if (fresh)
    parts.push(
      `ins AS (INSERT INTO matter.matter (${names(kept)}) SELECT ${names(kept)} FROM c WHERE expected = 0 ON CONFLICT DO NOTHING RETURNING number)`,
    );
  if (grown) {
    const set = kept.filter(([n]) => !['number', 'kind', 'opened', 'person'].includes(n)).map(([n]) => `${n} = c.${n}`);
    parts.push(
      `upd AS (UPDATE matter.matter m SET ${set.join(', ')} FROM c WHERE m.number = c.number AND m.version = c.expected RETURNING m.number)`,
    );
  }
  const written = [fresh && 'SELECT number FROM ins', grown && 'SELECT number FROM upd'].filter(Boolean).join(' UNION ALL ');
  parts.push(`ok AS (${written})`);
  shape.push(fresh ? 'i' : '', grown ? 'u' : '');

  const add = (label: string, table: string, columns: readonly Column[], rows: readonly (readonly unknown[])[], conflict: string, own = columns) => {
    if (rows.length === 0) return;
    shape.push(label);
    parts.push(
      `${label} AS (INSERT INTO ${table} (${names(own)}) SELECT ${own.map(read).join(', ')} FROM ${push(columns, rows)} JOIN ok ON ok.number = x.matter ${conflict})`,
    );
  };
  const flat = <T>(pick: (w: MatterWrite) => readonly T[], row: (t: T, w: MatterWrite) => readonly unknown[]) =>
    batch.flatMap((w) => pick(w).map((t) => row(t, w)));
  const without = (columns: readonly Column[]) => columns.filter(([n]) => n !== 'matter');

  add('f', 'journal.fact', FACT, flat((w) => w.facts, factRow), '');
  add(
    'w',
    'matter.work_item',
    WORK,
    flat((w) => w.work, workRow),
    'ON CONFLICT (matter, step) DO UPDATE SET organ = excluded.organ, roles = excluded.roles, due = excluded.due, due_soon = excluded.due_soon, opened = excluded.opened, done = excluded.done',
  );
  add(
    'p',
    'journal.person_data',
    PERSONAL,
    flat((w) => w.personal, (p, w) => [w.after.number, p.person, p.key, p.value, p.salt]),
    'ON CONFLICT (person, key) DO UPDATE SET value = excluded.value, salt = excluded.salt',
    without(PERSONAL),
  );
  add('b', 'journal.person_file', FILE, flat((w) => w.files, (f, w) => [w.after.number, f.id, f.person, f.name, f.type, f.digest, f.bytes]), '');
  add('r', 'matter.request', REQUEST, flat((w) => w.requests, (r, w) => [w.after.number, r.who, r.key, r.hash, r.reply]), '');

  const tables = new Map(kinds.flatMap((k) => k.tables.map((t) => [t.name, t] as const)));
  for (const [table, rows] of groupRows(batch, tables)) {
    shape.push(table.name);
    values.push(JSON.stringify(rows));
    parts.push(`${table.name.replace('.', '_')} AS (${insertRows(table, values.length)})`);
  }
  return { name: statementName(shape.join('|')), text: `WITH ${parts.join(',\n')}\nSELECT number FROM ok`, values };
}

const statementNames = new Map<string, string>();
/** PostgreSQL cuts statement names at 63 bytes, so each shape gets a short one. */
function statementName(shape: string): string {
  const name = statementNames.get(shape) ?? `write_${statementNames.size + 1}`;
  statementNames.set(shape, name);
  return name;
}

/** A row replaces the one with its key; the last of a batch wins. */
function insertRows(table: ProjectedTable, parameter: number): string {
  const rest = table.columns.filter((c) => !table.key.includes(c));
  const columns = table.columns.join(', ');
  const update = rest.length > 0 ? `DO UPDATE SET ${rest.map((c) => `${c} = excluded.${c}`).join(', ')}` : 'DO NOTHING';
  return `INSERT INTO ${table.name} (${columns}) SELECT ${table.columns.map((c) => `r.${c}`).join(', ')}
    FROM json_array_elements($${parameter}::json) j CROSS JOIN LATERAL json_populate_record(NULL::${table.name}, j) r
    JOIN ok ON ok.number = j ->> 'matter__' ON CONFLICT (${table.key.join(', ')}) ${update}`;
}

/** Rows per table, each key once: the last row of a batch replaces earlier ones. */
function groupRows(batch: readonly MatterWrite[], tables: ReadonlyMap<string, ProjectedTable>): [ProjectedTable, object[]][] {
  const groups = new Map<string, Map<string, object>>();
  for (const w of batch)
    for (const { table, row } of w.rows) {
      const group = groups.get(table) ?? new Map<string, object>();
      groups.set(table, group);
      const key = JSON.stringify(tables.get(table)?.key.map((k) => row[k]));
      group.set(key, { ...row, matter__: w.after.number });
    }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, rows]) => {
    const table = tables.get(name);
    if (!table) throw new Error(`projection: no kind declares the table ${name}`);
    return [table, [...rows.values()]];
  });
}

const matterRow = ({ before, after: m, summary: s }: MatterWrite) => [
  m.number,
  before?.version ?? 0,
  m.kind,
  m.version,
  s.status,
  packState(m),
  s.subject,
  s.organ,
  s.person,
  s.light,
  m.opened,
  m.since,
  m.closed,
  m.owner.account,
  m.owner.holder,
  `{${m.spent.join(',')}}`,
  s.nextChange,
  m.head,
];
const factRow = (f: SealedFact) => [f.matter, f.seq, f.kind, f.at, f.actor, f.capacity, f.account, f.holder, f.body, f.salt, f.leaf, f.chain];
const workRow = (x: WorkRow, w: MatterWrite) => [w.after.number, x.step, x.organ, x.roles.join(' '), x.due, x.dueSoon, x.opened, x.done];
