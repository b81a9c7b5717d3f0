import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { withClient } from '../../src/platform/database/connection.ts';
import { knownMigrations, migrate } from '../../src/platform/database/migrate.ts';
import { removeFolder } from './folders.ts';

/** One table as a release's database held it: every value in PostgreSQL's own words. */
export interface KeptTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly types: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

const root = resolve(import.meta.dirname, '../..');
const MIGRATIONS = join(root, 'db/migrations');

export const releaseFile = (release: string): string => join(root, 'test/fixtures/releases', release, 'county.ndjson.gz');

export function readRelease(release: string): readonly KeptTable[] {
  const lines = gunzipSync(readFileSync(releaseFile(release)))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as KeptTable);
}

const LEDGER = 'platform.migration';

/** The release's migrations, by the numbers and digests that its own ledger kept. */
export function migrationsOf(tables: readonly KeptTable[]): { readonly number: number; readonly sha256: string }[] {
  const ledger = tables.find(({ name }) => name === LEDGER);
  if (!ledger) throw new Error('the release kept no ledger of migrations');
  const [number, sha256] = [ledger.columns.indexOf('number'), ledger.columns.indexOf('sha256')];
  return ledger.rows.map((row) => ({ number: Number(row[number]), sha256: String(row[sha256]) })).sort((a, b) => a.number - b.number);
}

/** A database as that release left it: its migrations alone, then its rows. The database must be empty. */
export async function restoreRelease(ownerUrl: string, tables: readonly KeptTable[]): Promise<void> {
  const numbers = new Set(migrationsOf(tables).map(({ number }) => number));
  const folder = mkdtempSync(join(tmpdir(), 'banjie-release-'));
  try {
    for (const { number, file } of knownMigrations(MIGRATIONS))
      if (numbers.has(number)) copyFileSync(join(MIGRATIONS, file), join(folder, file));
    await migrate(ownerUrl, folder);
  } finally {
    removeFolder(folder);
  }
  await withClient(ownerUrl, async (db) => {
    await db.query('BEGIN');
    for (const { name, columns, types, rows } of tables.filter((table) => table.name !== LEDGER && table.rows.length > 0)) {
      const [asText, back] = [columns.map((_, i) => `$${i + 1}::text[]`), columns.map((_, i) => `c${i}::${types[i]}`)];
      await db.query(
        `INSERT INTO ${name} (${columns.join(', ')}) OVERRIDING SYSTEM VALUE
         SELECT ${back.join(', ')} FROM unnest(${asText.join(', ')}) AS x(${columns.map((_, i) => `c${i}`).join(', ')})`,
        columns.map((_, i) => rows.map((row) => row[i])),
      );
    }
    await db.query('COMMIT');
  });
}
