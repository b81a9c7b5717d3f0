import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type pg from 'pg';
import { liveThrough, USUAL } from '../src/living.ts';
import { openHouse } from '../src/open-house.ts';
import { checkoutRoot } from '../src/platform/checkout.ts';
import { readConfig } from '../src/platform/config.ts';
import { withClient } from '../src/platform/database/connection.ts';
import { temporaryFolder } from '../test/support/folders.ts';
import { type KeptTable, releaseFile } from '../test/support/release.ts';

/**
 * `node --import tsx scripts/keep-release.ts 0.1`: keeps a small lived county as this version's database holds it, table by table, in
 * the words PostgreSQL itself would read again. Made once for each release, before the next one's first migration;
 * `src/platform/database/release.db.test.ts` opens it with whatever comes after.
 */
const release = process.argv[2];
if (!/^\d+\.\d+$/.test(release ?? '')) {
  process.stderr.write('Name the release: node --import tsx scripts/keep-release.ts 0.1\n');
  process.exit(2);
}

const home = temporaryFolder();
const env = { BANJIE_DATA: home };
const house = await openHouse(readConfig(env, checkoutRoot), env);
try {
  const lived = await liveThrough(house, { ...USUAL, matters: 75, seed: `release ${release}` }, () => undefined);
  if (!lived.ok) throw new Error(lived.refusal.code);
  const tables = await withClient(house.county.ownerUrl, (db) => dump(db));
  const text = tables.map((table) => `${JSON.stringify(table)}\n`).join('');
  const file = releaseFile(release as string);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, gzipSync(text, { level: 9 }));
  process.stdout.write(`${file}: ${tables.map((t) => `${t.name} ${t.rows.length}`).join(', ')}\n`);
} finally {
  await house.close();
  rmSync(home, { recursive: true, force: true });
}

/** Tables on which others rest come first. */
async function dump(db: pg.ClientBase): Promise<KeptTable[]> {
  const { rows } = await db.query<{ name: string; rests_on: string[] }>(`
    SELECT c.oid::regclass::text AS name,
      ARRAY(SELECT confrelid::regclass::text FROM pg_constraint WHERE contype = 'f' AND conrelid = c.oid AND confrelid <> c.oid) AS rests_on
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' ORDER BY 1`);
  const done: KeptTable[] = [];
  for (let left = rows; left.length > 0; ) {
    const next = left.filter((t) => t.rests_on.every((other) => done.some(({ name }) => name === other)));
    if (next.length === 0) throw new Error(`in a circle: ${left.map((t) => t.name).join(', ')}`);
    for (const { name } of next) done.push(await dumpTable(db, name));
    left = left.filter((t) => !next.includes(t));
  }
  return done;
}

/** A transaction's number means something in its own database only. */
async function dumpTable(db: pg.ClientBase, name: string): Promise<KeptTable> {
  const { rows: columns } = await db.query<{ column: string; type: string }>(
    `SELECT quote_ident(attname) AS column, format_type(atttypid, NULL) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND atttypid <> 'xid8'::regtype ORDER BY attnum`,
    [name],
  );
  const { rows } = await db.query({
    text: `SELECT ${columns.map((c) => `${c.column}::text`).join(', ')} FROM ${name} x ORDER BY x::text`,
    rowMode: 'array',
  });
  return { name, columns: columns.map((c) => c.column), types: columns.map((c) => c.type), rows: rows as unknown as (string | null)[][] };
}
