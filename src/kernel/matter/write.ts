import type { Commitment } from '../journal/personal.ts';
import { dayOf, type Folded, type SealedFact } from './fold.ts';
import type { County, Serials } from './recent.ts';
import { DONE, FACT, FILE, inOne, MOVE_SERIAL, MOVED, OPENED, PERSONAL, REQUEST, text, WORK } from './statements.ts';
import type { Prepared } from './together.ts';
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

/**
 * What a batch writes, as statements for one round trip that stand or fall together (house section 3): each matter moves on only
 * from the version decided on. With a county nothing is written unless the county is still so and, where matters are opened, its
 * last numbers too: they move to `serials`. `isOvertaken` tells the error of a batch that came too late.
 */
export function buildWrite(batch: readonly MatterWrite[], kinds: readonly AnyKind[], county?: County, serials?: Serials): Prepared[] {
  const fresh = batch.filter((w) => !w.before);
  return [
    ...(county && serials && fresh.length > 0 ? [moveSerial(county, serials)] : []),
    ...inOne(
      OPENED,
      fresh.map((w) => [w.after.number, w.after.kind, w.after.opened, w.summary.person, ...standing(w)]),
    ),
    ...inOne(
      MOVED,
      batch.flatMap((w) => (w.before ? [movedRow(w, w.before.version, county)] : [])),
    ),
    ...inOne(
      FACT,
      batch.flatMap((w) => w.facts.map(factRow)),
    ),
    ...inOne(
      DONE,
      batch.flatMap((w) => w.done.map((step) => [w.after.number, step])),
    ),
    ...inOne(
      WORK,
      batch.flatMap((w) => w.work.map((x) => workRow(w.after.number, x))),
    ),
    ...inOne(
      PERSONAL,
      batch.flatMap((w) => w.personal.map((p) => [p.person, p.key, p.value, p.salt])),
    ),
    ...inOne(
      FILE,
      batch.flatMap((w) => w.files.map((f) => [w.after.number, f.id, f.person, f.name, f.type, f.digest, f.bytes])),
    ),
    ...inOne(
      REQUEST,
      batch.flatMap((w) => w.requests.map((r) => [w.after.number, r.who, r.key, r.hash, r.reply])),
    ),
    ...projections(batch, kinds),
  ];
}

const moveSerial = ({ offset, edition, serials }: County, next: Serials): Prepared => ({
  name: 'serial',
  text: MOVE_SERIAL,
  values: [offset, edition, JSON.stringify(serials), JSON.stringify(next)].map(text),
});

const standing = ({ after: m, summary: s }: MatterWrite) => [
  m.version,
  s.status,
  s.subject,
  s.organ,
  s.light,
  m.closed,
  m.owner.account,
  m.owner.holder,
  `{${m.spent}}`,
  s.nextChange,
  s.reach,
  s.foreseen,
  m.head,
];
const movedRow = (w: MatterWrite, expected: number, county: County | undefined) => [
  w.after.number,
  expected,
  county?.offset,
  county?.edition,
  dayOf(w.after.last),
  ...standing(w),
];
const factRow = (f: SealedFact) => [f.matter, f.seq, f.kind, f.at, f.actor, f.capacity, f.account, f.holder, f.body, f.salt, f.chain];
const workRow = (number: string, x: WorkRow) => [number, x.step, x.organ, x.roles.join(' '), x.due, x.dueSoon, x.stopped, x.opened];

/** Rows of the institutions' own tables: of those with one key the last stays. */
function projections(batch: readonly MatterWrite[], kinds: readonly AnyKind[]): Prepared[] {
  const tables = new Map<string, Map<string, ProjectedRow['row']>>();
  for (const { rows } of batch)
    for (const { table, row } of rows) {
      const there = tables.get(table) ?? new Map();
      tables.set(table, there.set(JSON.stringify(tableOf(kinds, table).key.map((c) => row[c])), row));
    }
  return [...tables].map(([name, rows]) => ({ name, text: projected(tableOf(kinds, name)), values: [JSON.stringify([...rows.values()])] }));
}

const known = new WeakMap<ProjectedTable, string>();

/** SQL: rows told as JSON replace those with their keys. */
function projected(table: ProjectedTable): string {
  const there = known.get(table);
  if (there) return there;
  const { name, key, columns } = table;
  const rest = columns.filter((c) => !key.includes(c));
  const update = rest.length > 0 ? `DO UPDATE SET ${rest.map((c) => `${c} = excluded.${c}`).join(', ')}` : 'DO NOTHING';
  const all = columns.join(', ');
  const made = `INSERT INTO ${name} (${all}) SELECT ${all} FROM json_populate_recordset(NULL::${name}, $1) ON CONFLICT (${key.join(', ')}) ${update}`;
  known.set(table, made);
  return made;
}

function tableOf(kinds: readonly AnyKind[], name: string): ProjectedTable {
  for (const kind of kinds) for (const table of kind.tables) if (table.name === name) return table;
  throw new Error(`projection: no kind declares the table ${name}`);
}

/** Whether the matter, the county or the key was not any more as the batch had it: nothing was written, all can be read and decided again. */
export function isOvertaken(error: unknown): boolean {
  const { code, table, column, constraint } = error as { code?: unknown; table?: string; column?: string; constraint?: string };
  if (code === '23502') return (table === 'matter' && column === 'version') || (table === 'county' && column === 'serials');
  return code === '23505' && ['matter_pkey', 'fact_pkey', 'request_pkey'].includes(constraint ?? '');
}
