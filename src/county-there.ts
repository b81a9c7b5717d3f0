import { dayOf } from './kernel/matter/fold.ts';
import { buildDirectory } from './kernel/organisation/index.ts';
import { readRegister } from './kernel/organisation/store.ts';
import { checkoutRoot } from './platform/checkout.ts';
import type { Config } from './platform/config.ts';
import { databaseConfig, withClient } from './platform/database/connection.ts';
import { countyNames } from './platform/database/counties.ts';
import { openServer } from './platform/database/given.ts';
import type { DatabaseServer } from './platform/database/server.ts';
import { SetupError } from './platform/setup-error.ts';

/** The organs of a county and its day, read without opening it: by them a file is checked before a start takes it up. */
export async function readOrgans(config: Config, env: Readonly<Record<string, string | undefined>>, machineNow: () => number = Date.now) {
  const server = await openServer({ ...databaseConfig(env, checkoutRoot), dataDir: config.dataDir, databaseUrl: config.databaseUrl });
  try {
    if (!(await isOpened(server, config.county))) throw noCounty(config.county);
    return await withClient(server.url(countyNames(config.county).database), async (db) => {
      const { rows } = await db.query('SELECT clock_offset::float8 AS offset FROM matter.county');
      const today = dayOf(Math.floor((machineNow() + rows[0].offset) / 1000));
      return { directory: buildDirectory(await readRegister(db as never)), today };
    });
  } finally {
    await server.close();
  }
}

export const noCounty = (code: string) =>
  new SetupError(`There is no county ${code} here. Make it first: banjie county create ${code} --name …`);

/** Whether the county has its database and its row. */
export async function isOpened(server: DatabaseServer, code: string): Promise<boolean> {
  const { database } = countyNames(code);
  const there = await withClient(server.url(), (db) => db.query('SELECT FROM pg_database WHERE datname = $1', [database]));
  if (!there.rowCount) return false;
  return withClient(server.url(database), async (db) => {
    const made = await db.query("SELECT to_regclass('matter.county') IS NOT NULL AS made");
    return made.rows[0].made && Boolean((await db.query('SELECT FROM matter.county')).rowCount);
  });
}
