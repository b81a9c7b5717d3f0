import type { ClientBase, Pool } from 'pg';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { canonical, chainHash, sha256 } from '../../../kernel/journal/canonical.ts';
import type { Instead, ListKind, Rung } from '../vocabulary.ts';

/** Of which clock who is told, on which list. */
export interface Entry {
  readonly matter: string;
  readonly clock: string;
  readonly due: LocalDate;
  readonly rung: Rung;
  readonly tier: 'law' | 'promise' | 'step';
  readonly organ: string;
  /** Empty: nobody stands there, nor on any rung above. */
  readonly person: string;
  readonly seat: string;
  readonly stands: Rung;
  readonly instead?: Instead;
  readonly list: ListKind;
}
export type Key = Pick<Entry, 'matter' | 'clock' | 'due'>;

export interface Delivery {
  readonly kind: 'morning' | 'notices';
  readonly day: LocalDate;
  /** Seconds since the epoch. */
  readonly at: number;
  readonly entries: readonly Entry[];
  /** Clocks of which somebody was told and which no longer run so. */
  readonly settled: readonly Key[];
}

const keyOf = ({ matter, clock, due, rung }: Pick<Entry, 'matter' | 'clock' | 'due' | 'rung'>): string =>
  [matter, clock, due, rung].join(' ');

/**
 * Writes down what is delivered, once: of several processes that found the same, the first writes, the others find it written. Returns
 * the entries that were written; undefined where the day's morning had been delivered before.
 */
export function deliver(pool: Pool, found: Delivery): Promise<readonly Entry[] | undefined> {
  return inTurn(pool, async (db, append) => {
    if (found.kind === 'morning' && (await morningDelivered(db, found.day))) return undefined;
    const { rows } = await db.query<{ matter: string; clock: string; due: LocalDate; rung: Rung }>(
      'SELECT DISTINCT matter, clock, due::text AS due, rung FROM urging.entry WHERE matter = ANY($1)',
      [[...new Set(found.entries.map(({ matter }) => matter))]],
    );
    const there = new Set(rows.map(keyOf));
    const entries = found.entries.filter((entry) => !there.has(keyOf(entry)));
    if (entries.length === 0 && found.kind === 'notices') return [];
    const body = {
      entries: entries.map((entry) => ({ ...entry, ...(entry.list === 'notice' && { together: true }) })),
      settled: found.settled,
    };
    const number = await append({ kind: found.kind, day: found.day, at: found.at, actor: 'law', body });
    await db.query(`INSERT INTO urging.list (${LIST}) ${LISTS} AND r.number = $1 ON CONFLICT (id) DO NOTHING`, [number]);
    await db.query(`INSERT INTO urging.entry (${ENTRY}) SELECT ${ENTRY} FROM (${ENTRIES} AND r.number = $1) AS e`, [number]);
    await db.query(
      `UPDATE urging.entry e SET settled = r.day FROM (${SETTLED} AND r.number = $1) AS r WHERE e.settled IS NULL AND ${SAME}`,
      [number],
    );
    return entries;
  });
}

/**
 * One receipt for all that lies unread before somebody; how many lists that were. A request repeated with its key is told the same number
 * again: there is nothing in it that could differ.
 */
export function confirm(pool: Pool, person: string, day: LocalDate, at: number, key?: string): Promise<number> {
  return inTurn(pool, async (db, append) => {
    if (key) {
      const kept = await db.query<{ reply: string }>('SELECT reply FROM matter.request WHERE who = $1 AND key = $2', [person, key]);
      if (kept.rows[0]) return Number(kept.rows[0].reply);
    }
    const { rows } = await db.query<{ id: string }>(
      'SELECT id FROM urging.list WHERE person = $1 AND read IS NULL AND arrived <= to_timestamp($2) ORDER BY id',
      [person, at],
    );
    if (rows.length === 0) return 0;
    const number = await append({ kind: 'read', day, at, actor: person, body: { lists: rows.map(({ id }) => id) } });
    await db.query(`UPDATE urging.list l SET read = r.at FROM (${READ} AND r.number = $1) AS r WHERE l.id = r.id AND l.read IS NULL`, [
      number,
    ]);
    if (key)
      await db.query(`INSERT INTO matter.request (who, key, hash, reply, matter) VALUES ($1, $2, $3, $4, '')`, [
        person,
        key,
        sha256(key),
        String(rows.length),
      ]);
    return rows.length;
  });
}

export const morningDelivered = async (db: ClientBase | Pool, day: LocalDate): Promise<boolean> =>
  (await db.query(`SELECT FROM urging.record WHERE kind = 'morning' AND day = $1`, [day])).rowCount === 1;

interface Row {
  readonly number: number;
  readonly at: number;
  readonly day: LocalDate;
  readonly kind: string;
  readonly actor: string;
  readonly body: string;
  readonly chain: Buffer;
}
type Append = (record: Omit<Row, 'number' | 'chain' | 'body'> & { readonly body: unknown }) => Promise<number>;

/** One writer at a time: who comes second sees what the first has written. */
async function inTurn<T>(pool: Pool, work: (db: ClientBase, append: Append) => Promise<T>): Promise<T> {
  const db = await pool.connect();
  try {
    await db.query('BEGIN');
    await db.query(`SELECT pg_advisory_xact_lock('urging.record'::regclass::oid::bigint)`);
    const result = await work(db, async ({ body: said, ...record }) => {
      const { rows } = await db.query<{ number: number; chain: Buffer }>(
        'SELECT number, chain FROM urging.record ORDER BY number DESC LIMIT 1',
      );
      const number = (rows[0]?.number ?? 0) + 1;
      const body = canonical(said);
      const chain = chainHash(rows[0]?.chain, CHAIN, sealed({ ...record, number, body }));
      await db.query(
        'INSERT INTO urging.record (number, at, day, kind, actor, body, chain) VALUES ($1, to_timestamp($2), $3, $4, $5, $6, $7)',
        [number, record.at, record.day, record.kind, record.actor, body, chain],
      );
      return number;
    });
    await db.query('COMMIT');
    return result;
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  } finally {
    db.release();
  }
}

const CHAIN = 'urging';
const sealed = ({ number, at, day, kind, actor, body }: Omit<Row, 'chain'>): Buffer =>
  sha256(`${JSON.stringify([number, at, day, kind, actor])}\n${body}`);

/** What the records say, in rows: the same for writing, for making anew and for comparing. */
// A notice names all that one delivery has to tell; what earlier releases delivered, without `together`, had one for each clock.
const ID = `concat_ws('/', r.day, e.person, e.list, CASE WHEN e.list <> 'notice' THEN NULL
  WHEN e.together THEN r.number::text ELSE e.matter || '/' || e.clock END)`;
const TOLD = `urging.record r, json_to_recordset(r.body::json -> 'entries') AS e(matter text, clock text, due date, rung text, tier text,
  organ text, person text, seat text, stands text, instead text, list text, together bool)`;
const LIST = 'id, person, day, kind, arrived';
const LISTS = `SELECT DISTINCT ${ID} AS id, e.person, r.day, e.list AS kind, r.at AS arrived FROM ${TOLD} WHERE r.kind <> 'read' AND e.person <> ''`;
const ENTRY = 'matter, clock, due, rung, person, seat, stands, instead, tier, organ, list, day';
const ENTRIES = `SELECT e.matter, e.clock, e.due, e.rung, e.person, e.seat, e.stands, e.instead, e.tier, e.organ,
  CASE WHEN e.person <> '' THEN ${ID} END AS list, r.day FROM ${TOLD} WHERE r.kind <> 'read'`;
const SETTLED = `SELECT s.matter, s.clock, s.due, r.day, r.number
  FROM urging.record r, json_to_recordset(r.body::json -> 'settled') AS s(matter text, clock text, due date) WHERE r.kind <> 'read'`;
const SAME = 'e.matter = r.matter AND e.clock = r.clock AND e.due = r.due';
const READ = `SELECT json_array_elements_text(r.body::json -> 'lists') AS id, r.at FROM urging.record r WHERE r.kind = 'read'`;

const ALL_LISTS = `SELECT l.*, (SELECT min(r.at) FROM (${READ}) AS r WHERE r.id = l.id) AS read FROM (
  SELECT id, person, day, kind, min(arrived) AS arrived FROM (${LISTS}) AS l GROUP BY 1, 2, 3, 4) AS l`;
const ALL_ENTRIES = `SELECT e.*, (SELECT min(r.day) FROM (${SETTLED}) AS r WHERE ${SAME} AND r.day >= e.day) AS settled FROM (${ENTRIES}) AS e`;

/** Makes lists and entries again from the records and compares; `replace` puts them in place. Needs the owner. */
export async function rebuildUrging(db: ClientBase, replace: boolean): Promise<Record<string, number>> {
  await db.query('BEGIN');
  try {
    if (replace) await db.query('LOCK TABLE urging.record IN EXCLUSIVE MODE');
    const differing: Record<string, number> = {};
    for (const [table, columns, query] of [
      ['urging.list', `${LIST}, read`, ALL_LISTS],
      ['urging.entry', `${ENTRY}, settled`, ALL_ENTRIES],
    ] as const) {
      const made = table.replace('.', '_made_');
      await db.query(`CREATE TEMP TABLE ${made} ON COMMIT DROP AS SELECT ${columns} FROM (${query}) AS made`);
      const { rows } = await db.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM ((SELECT ${columns} FROM ${table} EXCEPT SELECT ${columns} FROM ${made})
          UNION ALL (SELECT ${columns} FROM ${made} EXCEPT SELECT ${columns} FROM ${table})) AS d`,
      );
      differing[table] = rows[0]!.n;
      if (!replace) continue;
      await db.query(`DELETE FROM ${table}`);
      await db.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM ${made}`);
    }
    await db.query('COMMIT');
    return differing;
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  }
}

/** Records that are missing, do not chain to the one before or are not written as they were. */
export async function recordFaults(db: ClientBase): Promise<{ seq: number; code: 'gap' | 'chain' | 'encoding' }[]> {
  const { rows } = await db.query<Row>(
    `SELECT number, extract(epoch FROM at)::float8 AS at, day::text AS day, kind, actor, body, chain FROM urging.record ORDER BY number`,
  );
  return rows.flatMap((row, i) => {
    const before = rows[i - 1];
    const found: ('gap' | 'chain' | 'encoding')[] = [];
    if (row.number !== (before?.number ?? 0) + 1) found.push('gap');
    if (!chainHash(before?.chain, CHAIN, sealed(row)).equals(row.chain)) found.push('chain');
    if (canonical(JSON.parse(row.body)) !== row.body) found.push('encoding');
    return found.map((code) => ({ seq: row.number, code }));
  });
}
