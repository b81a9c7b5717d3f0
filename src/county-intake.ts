import { MIGRATIONS } from './open-house.ts';
import { checkoutRoot } from './platform/checkout.ts';
import type { Config } from './platform/config.ts';
import { databaseConfig, withClient } from './platform/database/connection.ts';
import { countyNames, ensureStaging, stagingName } from './platform/database/counties.ts';
import { openServer } from './platform/database/given.ts';
import { migrate } from './platform/database/migrate.ts';
import type { DatabaseServer } from './platform/database/server.ts';
import { SetupError } from './platform/setup-error.ts';

/**
 * For `banjie import`: fills a database beside the county's, and puts it in its place when all went well; until then nothing is
 * changed. A county that holds facts, or registers of its own, is refused; an untouched model county is replaced.
 */
export async function replaceCounty(
  config: Config,
  env: Readonly<Record<string, string | undefined>>,
  fill: (ownerUrl: string) => Promise<boolean>,
): Promise<boolean> {
  const server = await openServer({ ...databaseConfig(env, checkoutRoot), dataDir: config.dataDir, databaseUrl: config.databaseUrl });
  const { database } = countyNames(config.county);
  const beside = stagingName(config.county);
  const administer = (...statements: string[]) =>
    withClient(server.url(), async (db) => {
      for (const sql of statements) await db.query(sql);
    });
  try {
    await refuseUnlessEmpty(server, config.county);
    await administer(`DROP DATABASE IF EXISTS ${beside}`);
    const staging = await ensureStaging(server, config.county);
    await migrate(staging.ownerUrl, MIGRATIONS);
    const good = await fill(staging.ownerUrl);
    if (good) await administer(`DROP DATABASE IF EXISTS ${database}`, `ALTER DATABASE ${beside} RENAME TO ${database}`);
    else await administer(`DROP DATABASE ${beside}`);
    return good;
  } finally {
    await server.close();
  }
}

async function refuseUnlessEmpty(server: DatabaseServer, code: string): Promise<void> {
  const { database } = countyNames(code);
  const there = await withClient(server.url(), async (db) => {
    const { rows } = await db.query(
      'SELECT (SELECT count(*)::int FROM pg_stat_activity WHERE datname = $1) AS users FROM pg_database WHERE datname = $1',
      [database],
    );
    return rows[0] as { users: number } | undefined;
  });
  if (!there) return;
  if (there.users > 0) throw new SetupError(`The database ${database} is in use. Stop the server of this county first, then import.`);
  const held = await withClient(server.url(database), async (db) => {
    const { rows } = await db.query(
      "SELECT to_regclass('journal.fact') IS NOT NULL AND to_regclass('catalogue.edition') IS NOT NULL AS made",
    );
    if (!rows[0].made) return { facts: 0, registers: 0, editions: 0 };
    const found = await db.query(
      `SELECT (SELECT count(*)::int FROM journal.fact) AS facts,
         (SELECT count(*)::int FROM organisation.edition) + (SELECT count(*)::int FROM catalogue.edition) AS registers`,
    );
    const { rows: made } = await db.query("SELECT to_regclass('journal.calendar_edition') IS NOT NULL AS there");
    const entered = made[0].there ? await db.query('SELECT count(*)::int AS n FROM journal.calendar_edition') : undefined;
    return { ...found.rows[0], editions: entered?.rows[0].n ?? 0 } as { facts: number; registers: number; editions: number };
  });
  const elsewhere = 'Import into an empty one: set BANJIE_DATA to a new folder, or BANJIE_COUNTY to another county.';
  if (held.facts > 0) throw new SetupError(`This house holds ${held.facts} facts. ${elsewhere}`);
  if (held.editions > 0) throw new SetupError(`This house holds ${held.editions} editions of the calendar. ${elsewhere}`);
  if (held.registers > 0 && code !== 'model') throw new SetupError(`This house holds registers of its own. ${elsewhere}`);
}
