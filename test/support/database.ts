import type pg from 'pg';
import { afterAll, inject } from 'vitest';
import { openPool, withClient } from '../../src/platform/database/connection.ts';
import { replaceLogin } from '../../src/platform/database/server.ts';
import type {} from './global.ts';

/** A fresh migrated database: `app` has the application's rights, `owner` all. */
export interface TestDatabase {
  readonly name: string;
  readonly app: pg.Pool;
  readonly owner: pg.Pool;
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** Ends the pools now; otherwise the end of the file does. */
  close(): Promise<void>;
}

let count = 0;

/**
 * `const db = await testDatabase();` at the top of a test file (or of a `describe`): one database for that file, closed at its end.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { serverUrl, template, appRole, appPassword } = inject('banjieTestTemplate');
  count += 1;
  const name = `${template}_${process.pid}_${count}`;
  await withClient(serverUrl, async (client) => {
    await clone(client, template, name);
    await client.query(`REVOKE ALL ON DATABASE "${name}" FROM PUBLIC; GRANT CONNECT ON DATABASE "${name}" TO "${appRole}"`);
  });
  const ownerUrl = replaceLogin(serverUrl, name)!;
  const appUrl = replaceLogin(serverUrl, name, { role: appRole, password: appPassword })!;
  const app = openPool(appUrl, { max: 5, name });
  const owner = openPool(ownerUrl, { max: 2, name });

  let closed: Promise<unknown> | undefined;
  const close = async () => {
    closed ??= Promise.all([app.end(), owner.end()]);
    await closed;
  };
  afterAll(close);
  return { name, app, owner, appUrl, ownerUrl, close };
}

/** Another process may be looking at the template for a moment (autovacuum on a given server). */
async function clone(client: pg.ClientBase, template: string, name: string, attempts = 20): Promise<void> {
  try {
    await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  } catch (error) {
    const objectInUse = (error as pg.DatabaseError).code === '55006';
    if (!objectInUse || attempts === 0) throw error;
    await clone(client, template, name, attempts - 1);
  }
}
