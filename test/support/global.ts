import { chmodSync, existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { withClient } from '../../src/platform/database/connection.ts';
import { ensureCounty } from '../../src/platform/database/counties.ts';
import { openGivenServer } from '../../src/platform/database/given.ts';
import { currentUsers } from '../../src/platform/database/leases.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { findPostmaster } from '../../src/platform/database/postmaster.ts';
import type { DatabaseServer } from '../../src/platform/database/server.ts';
import { openDatabaseServer } from '../../src/platform/database/supervisor.ts';
import { removeFolder } from './folders.ts';

/** What a test file needs to clone the migrated template. */
export interface TestTemplate {
  readonly serverUrl: string;
  readonly template: string;
  readonly owner: string;
  readonly appRole: string;
  /** The role's password on a given server. */
  readonly appPassword?: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    banjieTestTemplate: TestTemplate;
  }
}

/** One server for the whole run, however many projects ask: each project loads this file anew, so the count stands outside it. */
interface Shared {
  users: number;
  opened?: Promise<{ template: TestTemplate; close(): Promise<void> }>;
}
const holder = globalThis as { banjieTestServer?: Shared };
holder.banjieTestServer ??= { users: 0 };
const shared = holder.banjieTestServer;

const migrations = resolve(import.meta.dirname, '../../db/migrations');

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.users += 1;
  shared.opened ??= open();
  project.provide('banjieTestTemplate', (await shared.opened).template);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    await (await shared.opened)?.close();
    shared.opened = undefined;
  };
}

async function open() {
  clearAbandoned();
  const home = mkdtempSync(join(tmpdir(), 'banjie-test-'));
  chmodSync(home, 0o755);
  const dataDir = join(home, 'data');
  let server: DatabaseServer | undefined;
  const atOnce = () => removeAtOnce(home);
  process.once('exit', atOnce);
  try {
    const given = process.env.BANJIE_TEST_DATABASE_URL;
    // Tests care for the server's answers, not for a power cut; the supervisor's own tests start servers with the real settings.
    const settings = { fsync: 'off', full_page_writes: 'off', autovacuum: 'off', max_connections: '100' };
    server = given
      ? await openGivenServer({ url: given, dataDir })
      : await openDatabaseServer({ dataDir, version: process.env.BANJIE_PG_PACKAGE || undefined, settings });
    const template = await makeTemplate(server);
    const opened = server;
    const close = async () => {
      if (opened.kind === 'given') await dropAll(opened, template);
      await opened.close();
      process.off('exit', atOnce);
      removeFolder(home);
    };
    return { template, close };
  } catch (error) {
    await server?.close();
    removeFolder(home);
    throw error;
  }
}

async function makeTemplate(server: DatabaseServer): Promise<TestTemplate> {
  const county = await ensureCounty(server, `test_${process.pid}`);
  await migrate(county.ownerUrl, migrations);
  return {
    serverUrl: server.url(),
    template: county.database,
    owner: server.owner,
    appRole: county.appRole,
    appPassword: await server.passwordFor(county.appRole),
  };
}

/** On a given server nothing is left behind. */
async function dropAll(server: DatabaseServer, { template, appRole }: TestTemplate): Promise<void> {
  await withClient(server.url(), async (client) => {
    const { rows } = await client.query<{ name: string }>('SELECT datname::text AS name FROM pg_database WHERE datname LIKE $1', [
      `${template.replaceAll('_', '\\_')}%`,
    ]);
    for (const { name } of rows) await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await client.query(`DROP ROLE IF EXISTS "${appRole}"`);
  });
}

/** Ctrl-C: there is no time for a proper teardown, and nothing in there to keep. */
function removeAtOnce(home: string): void {
  for (const name of readdirSync(home)) {
    const server = findPostmaster(join(home, name, 'postgres'));
    if (server) process.kill(server.pid, 'SIGQUIT');
  }
  removeFolder(home);
}

/** What a killed run left behind: folders `banjie-test-*` with data folders in them, untouched for a while and without a living user. */
function clearAbandoned(): void {
  for (const entry of readdirSync(tmpdir()).filter((name) => name.startsWith('banjie-test-'))) {
    const home = join(tmpdir(), entry);
    try {
      const { mtimeMs, uid } = statSync(home);
      const inUse = readdirSync(home).some((name) => existsSync(join(home, name, 'users')) && currentUsers(join(home, name)).length > 0);
      if (Date.now() - mtimeMs > 600_000 && uid === process.getuid?.() && !inUse) removeAtOnce(home);
    } catch {
      // Somebody else's, or being cleared by another run.
    }
  }
}
