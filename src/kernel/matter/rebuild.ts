import type { ClientBase } from 'pg';
import { readFacts } from '../journal/verify.ts';
import { Desks } from './draft.ts';
import { append, factOf } from './fold.ts';
import { type Prepared, runTogether } from './together.ts';
import type { AnyKind, ProjectedTable } from './types.ts';
import { buildWrite, type MatterWrite } from './write.ts';

/** A column that may be other than what the facts say, on the safe side of it: null where that is null. */
type Derived = ProjectedTable & { readonly bounds?: Readonly<Record<string, '<=' | '>='>> };

const MATTER_TABLES: readonly Derived[] = [
  {
    name: 'matter.matter',
    key: ['number'],
    columns: [
      'number',
      'kind',
      'version',
      'status',
      'subject',
      'organ',
      'person',
      'light',
      'opened',
      'closed',
      'account',
      'holder',
      'spent',
      'foreseen',
      'head',
    ],
    bounds: { next_change: '<=', reach: '>=' },
  },
  {
    name: 'matter.work_item',
    key: ['matter', 'step'],
    columns: ['matter', 'step', 'organ', 'roles', 'due', 'due_soon', 'stopped', 'opened'],
  },
];

export const derivedTables = (kinds: readonly AnyKind[]): readonly Derived[] => [...MATTER_TABLES, ...kinds.flatMap((k) => k.tables)];

/** A matter's whole history folded again, as one write. Work rows keep the instants at which they appeared. */
async function* refold(db: ClientBase, kinds: readonly AnyKind[]): AsyncGenerator<MatterWrite> {
  let write: MatterWrite | undefined;
  let desks = new Desks();
  const done = (w: MatterWrite): MatterWrite => ({ ...w, work: [...desks.rows.values()] });
  for await (const row of readFacts(db)) {
    if (write && write.after.number !== row.matter) {
      yield done(write);
      write = undefined;
    }
    if (!write) desks = new Desks();
    const kind = write?.kind ?? opener(kinds, row.kind);
    const fact = factOf(kind, row.kind, JSON.parse(row.body));
    const { after, rows, summary } = append(
      kind,
      write?.after,
      row.matter,
      fact,
      { actor: row.actor, capacity: row.capacity, now: row.at },
      row.salt,
    );
    desks.move(write?.summary.work ?? [], summary.work, after.last);
    write = {
      kind,
      // The chain is over what lies there, also where a kind would pack it otherwise today.
      after: { ...after, head: row.chain },
      summary,
      facts: [],
      work: [],
      done: [],
      rows: [...(write?.rows ?? []), ...rows],
      personal: [],
      files: [],
      requests: [],
    };
  }
  if (write) yield done(write);
}

/** A matter's kind is told by its first fact: each kind opens with a fact of its own. */
function opener(kinds: readonly AnyKind[], fact: string): AnyKind {
  const kind = kinds.find((k) => k.opens === fact);
  if (!kind) throw new Error(`rebuild: no kind opens with ${fact}`);
  return kind;
}

/**
 * Makes every derived table again from the facts and compares (house section 3). Works in temporary tables, so nothing
 * is touched; `replace` then puts them in place. Needs the owner.
 */
export async function rebuild(
  db: ClientBase,
  kinds: readonly AnyKind[],
  replace: boolean,
): Promise<{ tables: number; differing: Record<string, number> }> {
  const tables = derivedTables(kinds);
  await db.query('BEGIN');
  try {
    // Whoever writes meanwhile waits: a fact appended beside would be missing from what is put in place.
    if (replace) await db.query('LOCK TABLE matter.matter IN EXCLUSIVE MODE');
    for (const t of tables) await db.query(`CREATE TEMP TABLE ${temp(t)} (LIKE ${t.name} INCLUDING INDEXES) ON COMMIT DROP`);
    let batch: MatterWrite[] = [];
    const flush = async () => {
      if (batch.length > 0) await runTogether(db, inTemp(buildWrite(batch, kinds), tables));
      batch = [];
    };
    for await (const write of refold(db, kinds)) {
      batch.push(write);
      if (batch.length >= 200) await flush();
    }
    await flush();
    const differing: Record<string, number> = {};
    for (const t of tables) {
      differing[t.name] = await differingRows(db, t);
    }
    if (replace) {
      for (const t of [...tables].reverse()) await db.query(`DELETE FROM ${t.name}`);
      for (const t of tables) {
        const columns = [...t.columns, ...Object.keys(t.bounds ?? {})].join(', ');
        await db.query(`INSERT INTO ${t.name} (${columns}) SELECT ${columns} FROM ${temp(t)}`);
      }
      await db.query(
        `UPDATE matter.county SET serials = serials || (SELECT coalesce(jsonb_object_agg(series, n), '{}') FROM (
           SELECT kind AS series, max(substring(matter FROM '[0-9]+$')::bigint) AS n FROM journal.fact WHERE seq = 1 GROUP BY kind) f
           WHERE n > coalesce((serials ->> series)::bigint, serial))`,
      );
    }
    await db.query('COMMIT');
    return { tables: tables.length, differing };
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  }
}

/** Rows that one of the two has and the other has not, and rows on the wrong side of what the facts say. */
async function differingRows(db: ClientBase, t: Derived): Promise<number> {
  const columns = t.columns.join(', ');
  const beyond = Object.entries(t.bounds ?? {}).map(
    ([c, side]) => `(there.${c} IS NULL) <> (made.${c} IS NULL) OR NOT coalesce(there.${c} ${side} made.${c}, true)`,
  );
  const { rows } = await db.query<{ n: number }>(
    `SELECT ((SELECT count(*) FROM ((SELECT ${columns} FROM ${t.name} EXCEPT SELECT ${columns} FROM ${temp(t)})
        UNION ALL (SELECT ${columns} FROM ${temp(t)} EXCEPT SELECT ${columns} FROM ${t.name})) d)
      + (SELECT count(*) FROM ${t.name} there JOIN ${temp(t)} made USING (${t.key.join(', ')}) WHERE ${beyond.join(' OR ') || 'false'}))::int AS n`,
  );
  return rows[0]?.n ?? 0;
}

const temp = (t: ProjectedTable): string => `rebuilt_${t.name.replace('.', '_')}`;

/** The engine's own statements, aimed at the temporary tables. */
const inTemp = (statements: readonly Prepared[], tables: readonly ProjectedTable[]): Prepared[] =>
  statements.map((s) => ({
    ...s,
    name: `rebuilt_${s.name}`,
    text: tables.reduce((sql, t) => sql.replace(`INTO ${t.name} `, `INTO ${temp(t)} `), s.text),
  }));
