import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { SetupError } from '../setup-error.ts';
import { withClient } from './connection.ts';
import { appGroup } from './counties.ts';
import { type Log, silent } from './server.ts';

/** One file `NNNN_name.sql`. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly file: string;
  readonly sha256: string;
}

export interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
  readonly appliedAt: Date;
}

export interface MigrationStatus {
  readonly applied: readonly AppliedMigration[];
  readonly known: readonly Migration[];
  /** Known and not applied yet, in order. */
  readonly pending: readonly Migration[];
}

/** Applies what is missing, in order, each file in its own transaction. Returns what was applied now. */
export async function migrate(ownerUrl: string, folder: string, log: Log = silent): Promise<readonly Migration[]> {
  const known = knownMigrations(folder);
  return withClient(ownerUrl, async (client) => {
    // Held until this connection ends: a second process waits here, then finds nothing left to do.
    await client.query(`SELECT pg_advisory_lock(hashtextextended('banjie migrations', 0))`);
    await makeLedger(client);
    const pending = pendingOf(known, await appliedMigrations(client), folder);
    for (const migration of pending) {
      await apply(client, migration, folder);
      log.info(`Migration ${migration.file} applied.`);
    }
    if (pending.length > 0) await client.query('ANALYZE');
    return pending;
  });
}

/** What the database has and what the software knows; refuses nothing and changes nothing. */
export async function migrationStatus(client: Pick<pg.ClientBase, 'query'>, folder: string): Promise<MigrationStatus> {
  const known = knownMigrations(folder);
  const there = await client.query(`SELECT to_regclass('platform.migration') IS NOT NULL AS there`);
  const applied = there.rows[0].there ? await appliedMigrations(client) : [];
  const done = new Set(applied.map(({ number }) => number));
  return { applied, known, pending: known.filter(({ number }) => !done.has(number)) };
}

export function knownMigrations(folder: string): Migration[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
  const migrations = files.sort().map((file) => {
    const [, number, name] = /^(\d{4})_([a-z0-9_-]+)\.sql$/.exec(file) ?? [];
    if (!number || !name)
      throw new SetupError(
        `The migration ${file} has no proper name. Rename it to four digits, an underscore and small letters: 0007_licensing.sql.`,
      );
    return { number: Number(number), name, file, sha256: createHash('sha256').update(textOf(folder, file)).digest('hex') };
  });
  for (const [index, { number, file }] of migrations.entries()) {
    const before = migrations[index - 1];
    if (before?.number === number)
      throw new SetupError(`The migrations ${before.file} and ${file} have the same number. Give the newer one the next free number.`);
  }
  return migrations;
}

function pendingOf(known: readonly Migration[], applied: readonly AppliedMigration[], folder: string): Migration[] {
  const byNumber = new Map(known.map((migration) => [migration.number, migration]));
  const last = applied.at(-1);
  for (const { number, name, sha256 } of applied) {
    const here = byNumber.get(number);
    if (!here) {
      throw new SetupError(
        `The database has migration ${number} (${name}), which ${folder} lacks: it was last used by a newer Banjie. Start that version, or update this one.`,
      );
    }
    if (here.sha256 !== sha256) {
      throw new SetupError(
        `The migration ${here.file} was changed after it had been applied. Restore the file as it was (git checkout), and write the change as a new ` +
          `migration with a number after ${Math.max(...byNumber.keys())}. A throw-away database can be made anew instead.`,
      );
    }
    byNumber.delete(number);
  }
  const late = last && [...byNumber.values()].find(({ number }) => number < last.number);
  if (late)
    throw new SetupError(
      `The migration ${late.file} comes after ${last.name}, number ${last.number}, was applied. Give it the next free number: migrations only go forward.`,
    );
  return [...byNumber.values()];
}

async function makeLedger(client: pg.ClientBase): Promise<void> {
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS platform;
    CREATE TABLE IF NOT EXISTS platform.migration (
      number     int PRIMARY KEY,
      name       text NOT NULL,
      sha256     text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
      applied_at timestamptz NOT NULL DEFAULT now()
    );
    GRANT USAGE ON SCHEMA platform TO ${appGroup};
    GRANT SELECT ON platform.migration TO ${appGroup};`);
}

async function appliedMigrations(client: Pick<pg.ClientBase, 'query'>): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    `SELECT number, name, sha256, applied_at AS "appliedAt" FROM platform.migration ORDER BY number`,
  );
  return rows;
}

async function apply(client: pg.ClientBase, { number, name, file, sha256 }: Migration, folder: string): Promise<void> {
  const sql = textOf(folder, file);
  if (/^\s*(COMMIT|ROLLBACK|BEGIN|START TRANSACTION)\s*;/im.test(sql)) {
    throw new SetupError(`The migration ${file} begins or ends a transaction itself. Remove that statement: the whole file runs in one.`);
  }
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query('INSERT INTO platform.migration (number, name, sha256) VALUES ($1, $2, $3)', [number, name, sha256]);
    await client.query('COMMIT');
    await client.query('RESET ALL');
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => {});
    const { position, message, hint } = cause as pg.DatabaseError;
    const line = position ? `, line ${sql.slice(0, Number(position)).split('\n').length}` : '';
    throw new SetupError(
      `The migration ${file}${line} failed and left nothing behind: ${message}.${hint ? ` ${hint}.` : ''} Correct it and start again.`,
      { cause },
    );
  }
}

/** Line ends as in the repository, whatever the checkout made of them. */
const textOf = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
