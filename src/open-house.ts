import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { catalogueFaults, MODEL_FOLDER, readAnswers, readModel } from './county-files.ts';
import { CountyMetrics } from './county-metrics.ts';
import { isOpened, noCounty } from './county-there.ts';
import { openCatalogue, seedModelCatalogue } from './institutions/catalogue/commands.ts';
import { readEditions } from './institutions/catalogue/index.ts';
import { NO_WINDOWS } from './institutions/visits/index.ts';
import { institutions } from './institutions.ts';
import { type CalendarBook, calendarBook } from './kernel/clock/index.ts';
import { sha256 } from './kernel/journal/canonical.ts';
import { readEditions as readCalendarEditions } from './kernel/journal/editions.ts';
import { reckonReach } from './kernel/matter/dates.ts';
import { Engine, type EngineMoment } from './kernel/matter/engine.ts';
import { dayOf } from './kernel/matter/fold.ts';
import { ENGINE_SETTINGS } from './kernel/matter/settings.ts';
import { buildDirectory } from './kernel/organisation/index.ts';
import type { ModelOrganisation } from './kernel/organisation/seed.ts';
import { appendRegister, readRegister } from './kernel/organisation/store.ts';
import type { Text } from './kernel/text.ts';
import { readBooks } from './needed-parameters.ts';
import { checkoutRoot } from './platform/checkout.ts';
import type { Config } from './platform/config.ts';
import { databaseConfig, openPool, withClient } from './platform/database/connection.ts';
import { type CountyDatabase, ensureCounty } from './platform/database/counties.ts';
import { openServer } from './platform/database/given.ts';
import { migrate, migrationStatus } from './platform/database/migrate.ts';
import type { DatabaseServer, Log } from './platform/database/server.ts';
import { Refusals } from './platform/http/problem.ts';
import { randomFromBlocks } from './platform/random.ts';
import { SetupError } from './platform/setup-error.ts';
import { words } from './words.ts';

export interface CountyRow {
  readonly code: string;
  readonly name: Text;
  readonly model: boolean;
  readonly offset: number;
  readonly edition: number;
  readonly secret: Buffer;
}

/** A county opened: its database, its engine, what is in force. Everything a root needs. */
export interface House {
  readonly config: Config;
  readonly server: DatabaseServer;
  readonly county: CountyDatabase;
  readonly pool: Pool;
  readonly engine: Engine;
  readonly refusals: Refusals;
  readonly row: CountyRow;
  readonly model: ModelOrganisation;
  readonly metrics: CountyMetrics;
  /** The calendar with its numbered editions, read now. */
  calendar(): Promise<CalendarBook>;
  /** The present moment of the county, one small read. */
  moment(): Promise<EngineMoment>;
  migrations(): Promise<{ applied: number; known: number }>;
  close(): Promise<void>;
}

export const MIGRATIONS = join(checkoutRoot, 'db/migrations');
/** The model county's clock begins on a Monday morning before the Spring Festival: two weeks of make-up days and holidays lie ahead. */
export const MODEL_BEGINS = Date.UTC(2026, 1, 9, 1, 0, 0);

export async function openHouse(
  config: Config,
  env: Readonly<Record<string, string | undefined>>,
  log?: Log,
  machineNow: () => number = Date.now,
): Promise<House> {
  // Before a database is made or changed: with faulty law nothing of it is of use.
  const books = { ...readBooks(), ...readModel() };
  const server = await openServer({ ...databaseConfig(env, checkoutRoot), dataDir: config.dataDir, databaseUrl: config.databaseUrl }, log);
  try {
    // A typing error in BANJIE_COUNTY must not open a county of its own.
    if (config.county !== 'model' && !(await isOpened(server, config.county))) throw noCounty(config.county);
    const county = await ensureCounty(server, config.county);
    await migrate(county.ownerUrl, MIGRATIONS, log);
    return await openHouseOn(config, server, county, machineNow, log, books);
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** The house on a county's migrated database: what `openHouse` ends with, and where a test begins. */
export async function openHouseOn(
  config: Config,
  server: DatabaseServer,
  county: CountyDatabase,
  machineNow: () => number = Date.now,
  log?: Log,
  books = { ...readBooks(), ...readModel() },
): Promise<House> {
  await ensureCountyRow(county, config.county, books);
  return openCounty(config, server, county, machineNow, books, log);
}

/** The county's one row; the model county gets its organisation and catalogue at once. */
async function ensureCountyRow(county: CountyDatabase, code: string, { model }: ReturnType<typeof readModel>, name?: Text): Promise<void> {
  await withClient(county.ownerUrl, async (db) => {
    // Of two commands that open a new house at once the second waits, and finds the row.
    await db.query(`SELECT pg_advisory_lock(hashtext('matter.county'))`);
    if ((await db.query('SELECT 1 FROM matter.county')).rowCount) return;
    const isModel = code === 'model';
    const named = name ?? (isModel ? words['model-county'] : { zh: code, en: code });
    if (isModel) await seedModel(db as never, model);
    await db.query('INSERT INTO matter.county (code, name_zh, name_en, model, clock_offset) VALUES ($1, $2, $3, $4, $5)', [
      code,
      named.zh,
      named.en,
      isModel,
      isModel ? MODEL_BEGINS - Date.now() : 0,
    ]);
    await db.query('ANALYZE');
  });
}

/** Each part only where it is missing: a start that was cut off is taken up again. */
async function seedModel(db: Parameters<typeof seedModelCatalogue>[0], { register, names }: ModelOrganisation): Promise<void> {
  if ((await readEditions(db, 1)).length === 0) {
    const seeded = await seedModelCatalogue(db, join(MODEL_FOLDER, 'catalogue'));
    if (!seeded.ok) throw catalogueFaults(seeded.faults);
  }
  if ((await readRegister(db as never)).edition > 0) return;
  await appendRegister(db as never, { ...register, reason: 'model county', by: 'seed', at: new Date(MODEL_BEGINS).toISOString() });
  const people = Object.entries(names).filter(([person]) => person.startsWith('o-'));
  await db.query(
    `INSERT INTO journal.person_data (person, key, value, salt) SELECT p, 'name', v, s FROM unnest($1::text[], $2::text[], $3::bytea[]) AS x(p, v, s)`,
    [people.map(([p]) => p), people.map(([, n]) => JSON.stringify(n)), people.map(([p]) => sha256(`model county ${p}`).subarray(0, 16))],
  );
}

async function openCounty(
  config: Config,
  server: DatabaseServer,
  county: CountyDatabase,
  machineNow: () => number,
  { law, years, model, windows }: ReturnType<typeof readBooks> & ReturnType<typeof readModel>,
  log?: Log,
): Promise<House> {
  const pool = openPool(county.appUrl, { log, max: 12, name: `banjie ${config.county}`, statementTimeoutMs: 30_000 });
  const enginePool = openPool(county.appUrl, {
    log,
    max: 4,
    name: `banjie ${config.county} engine`,
    statementTimeoutMs: 30_000,
    settings: ENGINE_SETTINGS,
  });
  const metrics = new CountyMetrics();
  const leave = async () => {
    metrics.base.close();
    // A statement that hangs must not hold up the stop; the server ends its session.
    await Promise.race([Promise.all([enginePool.end(), pool.end()]), sleep(2_000, undefined, { ref: false })]);
  };
  // Before the server stops: else what is still open would report a lost connection.
  const refused = (error: unknown) => leave().then(() => Promise.reject(error));
  metrics.base.watchPools({ requests: pool, engine: enginePool });
  const calendar = async () => calendarBook(years, await readCalendarEditions(pool));
  const row = await readCountyRow(pool).catch(refused);
  const today = dayOf(Math.floor((machineNow() + row.offset) / 1000));
  const answers = await readAnswers(row.code, law, pool, today).catch(refused);
  const engine = new Engine({
    pool: enginePool,
    kinds: institutions.flatMap((i) => (i.kind ? [i.kind] : [])),
    machineNow,
    random: randomFromBlocks(),
    watch: metrics,
    snapshot: async () => {
      const client = await pool.connect();
      try {
        const catalogue = await openCatalogue(client as never);
        return {
          calendar: calendarBook(years, await readCalendarEditions(client)).calendar,
          law,
          directory: buildDirectory(await readRegister(client as never)),
          worlds: { licensing: { catalogue }, visit: { register: config.county === 'model' ? windows : NO_WINDOWS }, duty: { answers } },
        };
      } finally {
        client.release();
      }
    },
  });
  await reckonReach(pool, (name) => engine.kind(name)).catch(refused);
  return {
    config,
    server,
    county,
    pool,
    engine,
    row,
    calendar,
    metrics,
    refusals: new Refusals(institutions.map((i) => i.refusals)),
    model,
    moment: async () => {
      const { rows } = await pool.query('SELECT clock_offset::float8 AS offset, edition::float8 AS edition FROM matter.county');
      return engine.moment(rows[0].offset, rows[0].edition);
    },
    migrations: async () => {
      const { applied, known } = await migrationStatus(pool as never, MIGRATIONS);
      return { applied: applied.length, known: known.length };
    },
    close: async () => {
      await leave();
      await server.close();
    },
  };
}

export async function readCountyRow(pool: Pool): Promise<CountyRow> {
  const { rows } = await pool.query(
    'SELECT code, name_zh, name_en, model, clock_offset::float8 AS offset, edition::float8 AS edition, secret FROM matter.county',
  );
  const r = rows[0];
  return { code: r.code, name: { zh: r.name_zh, en: r.name_en }, model: r.model, offset: r.offset, edition: r.edition, secret: r.secret };
}

/** `banjie county create`: a new county's database, empty but for its name. */
export async function createCounty(server: DatabaseServer, code: string, name: Text, log?: Log): Promise<CountyDatabase> {
  if (await isOpened(server, code))
    throw new SetupError(`There is a county ${code} already. Serve it with BANJIE_COUNTY=${code} npm start.`);
  const county = await ensureCounty(server, code);
  await migrate(county.ownerUrl, MIGRATIONS, log);
  await ensureCountyRow(county, code, readModel(), name);
  return county;
}
