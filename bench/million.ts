import { join } from 'node:path';
import type { Pool } from 'pg';
import type { LocalDate } from '../src/kernel/clock/types.ts';
import { chainHash, leafHash } from '../src/kernel/journal/canonical.ts';
import { readFacts } from '../src/kernel/journal/verify.ts';
import { foldHistory, HISTORY, type History } from '../src/kernel/matter/fold.ts';
import { rebuild } from '../src/kernel/matter/rebuild.ts';
import { liveThrough, USUAL } from '../src/living.ts';
import { type House, openHouse } from '../src/open-house.ts';
import { openPool, withClient } from '../src/platform/database/connection.ts';
import { benchFolder } from './folder.ts';

/** A county with so many open steps: `lived` matters went through the rules, their open ones are copied with facts, salts and chains of their own. */
export interface Million {
  readonly house: House;
  readonly owner: Pool;
  /** The first two days on which time changes anything, and how many matters each changes. */
  readonly days: readonly { readonly day: LocalDate; readonly matters: number }[];
  readonly matters: number;
  readonly facts: number;
  close(): Promise<void>;
}

export interface Wanted {
  /** Open steps, on whose desk they may lie. */
  readonly steps: number;
  /** Matters that go through the rules before. */
  readonly lived: number;
  /** How many matters the first days change, day by day; the other matters change later or not at all. */
  readonly due: readonly number[];
}

export async function openMillion(wanted: Wanted, keep?: string): Promise<Million> {
  const folder = keep ?? benchFolder();
  const config = { port: 0, host: '127.0.0.1', county: 'model', dataDir: join(folder, 'data') };
  const house = await openHouse(config, { BANJIE_DATA: config.dataDir, BANJIE_PG_PACKAGE: process.env.BANJIE_PG_PACKAGE });
  const owner = openPool(house.county.ownerUrl, { max: 2 });
  const close = async () => {
    await owner.end();
    await house.close();
  };
  try {
    const lived = await liveThrough(house, { ...USUAL, matters: wanted.lived, seed: '7' });
    if (!lived.ok) throw new Error(lived.refusal.code);
    // The days as the facts say them: the rows' own may lie on the safe side, and then a sweep would find nothing there.
    await withClient(house.county.ownerUrl, (db) => rebuild(db, house.engine.parts.kinds, true));
    const days = await multiply(owner, wanted);
    const { rows } = await owner.query<{ matters: number; facts: number }>(
      `SELECT count(*)::int AS matters, (SELECT count(*)::int FROM journal.fact) AS facts FROM matter.matter WHERE closed IS NULL`,
    );
    return { house, owner, days, ...rows[0]!, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Which open matter is copied how often: each of the first days on which time changes something gets what is wanted, the rest what is left. */
async function multiply(db: Pool, { steps, due }: Wanted): Promise<Million['days']> {
  await db.query('CREATE SCHEMA bench');
  await db.query(
    `CREATE TABLE bench.model AS SELECT number, next_change AS day,
        dense_rank() OVER (ORDER BY coalesce(next_change, 'infinity')) AS nth,
        row_number() OVER (PARTITION BY next_change ORDER BY number) AS place, count(*) OVER (PARTITION BY next_change) AS among,
        (SELECT count(*) FROM matter.work_item w WHERE w.matter = m.number) AS steps
      FROM matter.matter m WHERE closed IS NULL AND kind = 'licensing'`,
  );
  await db.query(
    `CREATE TABLE bench.copy AS WITH
      due AS (SELECT number, steps, greatest(0, (n - among) / among + CASE WHEN place <= (n - among) % among THEN 1 ELSE 0 END) AS times
        FROM bench.model JOIN unnest($1::int[]) WITH ORDINALITY AS d(n, nth) USING (nth)),
      later AS (SELECT number, steps FROM bench.model WHERE nth > $2),
      open AS (SELECT (SELECT sum(steps) FROM bench.model) + (SELECT sum(steps * times) FROM due) AS steps),
      times AS (SELECT number, times FROM due UNION ALL
        SELECT number, round(($3 - open.steps) / (SELECT sum(steps) FROM later)) FROM later, open)
     SELECT number AS of, left(number, 9) || lpad(((SELECT coalesce((serials ->> 'received')::bigint, serial) FROM matter.county) + row_number() OVER (ORDER BY md5(number || n)))::text, 6, '0') AS number
       FROM times, generate_series(1, times::int) AS n ORDER BY 2`,
    [due, due.length, steps],
  );
  await db.query('ANALYZE bench.copy');
  await db.query(`UPDATE matter.county SET serials = jsonb_set(serials, '{received}',
    to_jsonb(coalesce((serials ->> 'received')::bigint, serial) + (SELECT count(*) FROM bench.copy)))`);
  const indexes = await withoutIndexes(db);
  await copyFacts(db);
  await db.query(`INSERT INTO matter.work_item SELECT (jsonb_populate_record(w, jsonb_build_object('matter', c.number))).*
    FROM bench.copy c JOIN matter.work_item w ON w.matter = c.of`);
  await db.query(`INSERT INTO matter.matter SELECT (jsonb_populate_record(m, jsonb_build_object('number', c.number, 'head', h.chain))).*
    FROM bench.copy c JOIN matter.matter m ON m.number = c.of JOIN bench.head h ON h.number = c.number AND h.seq = m.version ORDER BY c.number`);
  for (const sql of indexes) await db.query(sql);
  const { rows } = await db.query<{ day: LocalDate; matters: number }>(
    `SELECT next_change::text AS day, count(*)::int AS matters FROM matter.matter
      WHERE next_change IN (SELECT day FROM bench.model WHERE nth <= $1) GROUP BY 1 ORDER BY 1`,
    [due.length],
  );
  await db.query('DROP SCHEMA bench CASCADE');
  await db.query('VACUUM ANALYZE');
  await db.query('CHECKPOINT');
  return rows;
}

/** How the indexes that keep nothing unique are made again: filled at the end, they take a third of the time. */
async function withoutIndexes(db: Pool): Promise<string[]> {
  const { rows } = await db.query<{ name: string; sql: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS sql FROM pg_index
      WHERE indrelid IN ('journal.fact'::regclass, 'matter.matter'::regclass, 'matter.work_item'::regclass) AND NOT indisunique`,
  );
  for (const { name } of rows) await db.query(`DROP INDEX ${name}`);
  return rows.map(({ sql }) => sql);
}

/** Fact by fact, each with a salt of its own and chained to its matter's last, as `kernel/journal/canonical.ts` does it. */
async function copyFacts(db: Pool): Promise<void> {
  await db.query('CREATE UNLOGGED TABLE bench.head (number text, seq int, chain bytea)');
  const { rows } = await db.query<{ most: number }>(
    'SELECT max(f.seq)::int AS most FROM journal.fact f JOIN bench.model m ON m.number = f.matter',
  );
  const told = ['kind', 'at', 'actor', 'capacity', 'account', 'holder'];
  const json = told.map((c) => (c === 'at' ? `extract(epoch FROM f.at)::bigint` : `to_json(f.${c}::text)`)).join(` || ',' || `);
  for (let seq = 1; seq <= (rows[0]?.most ?? 0); seq++)
    await db.query(
      `WITH made AS (SELECT c.number, f.*, substring(sha256(convert_to(c.number || f.seq, 'UTF8')) FOR 16) AS own,
                ${seq === 1 ? "sha256(convert_to(c.number, 'UTF8'))" : 'h.chain'} AS before
           FROM bench.copy c JOIN journal.fact f ON f.matter = c.of AND f.seq = ${seq}
           ${seq === 1 ? '' : `JOIN bench.head h ON h.number = c.number AND h.seq = ${seq - 1}`}),
        ins AS (INSERT INTO journal.fact (matter, seq, ${told}, body, salt, chain)
          SELECT f.number, f.seq, ${told.map((c) => `f.${c}`)}, f.body, f.own, sha256(f.before || sha256(f.own ||
            convert_to('[' || to_json(f.number) || ',${seq},' || ${json} || ']' || chr(10) || f.body, 'UTF8'))) FROM made f ORDER BY f.number RETURNING matter, seq, chain)
       INSERT INTO bench.head SELECT * FROM ins`,
    );
}

/**
 * Of every n-th matter: its chain is unbroken and ends in its head, and its row says what its facts fold to; its days may lie on the safe
 * side of that, as in `kernel/matter/rebuild.ts`. How many were looked at.
 */
export async function soundSample({ house, owner }: Million, every = 997): Promise<number> {
  const { rows } = await owner.query<{ number: string; kind: string; head: Buffer; said: string[]; history: History }>(
    `SELECT m.number, m.kind, m.head, ARRAY[m.version::text, m.status, m.light, m.next_change::text, m.reach::text] AS said, ${HISTORY} AS history
       FROM (SELECT *, row_number() OVER (ORDER BY number) AS n FROM matter.matter) m WHERE n % ${every} = 0`,
  );
  await withClient(house.county.ownerUrl, async (db) => {
    for (const { number, kind, head, said, history } of rows) {
      let chain: Buffer | undefined;
      for await (const fact of readFacts(db, number)) {
        chain = chainHash(chain, number, leafHash(fact.salt, fact));
        if (!chain.equals(fact.chain)) throw new Error(`bench: ${number} fact ${fact.seq} does not chain`);
      }
      const summary = house.engine.kind(kind).summary(foldHistory(house.engine.kind(kind), number, history).state);
      const is = [history.length, summary.status, summary.light].map(String);
      const days = [summary.nextChange ?? null, summary.reach ?? null] as const;
      const safe = (row: string | null | undefined, own: string | null, early: boolean) =>
        row && own ? (early ? row <= own : row >= own) : (row ?? null) === own;
      if (!chain?.equals(head) || is.join() !== said.slice(0, 3).join() || !safe(said[3], days[0], true) || !safe(said[4], days[1], false))
        throw new Error(`bench: ${number} is ${[...is, ...days]}, its row says ${said}`);
    }
  });
  return rows.length;
}
