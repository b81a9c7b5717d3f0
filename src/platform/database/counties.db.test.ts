import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolder, temporaryFolder } from '../../../test/support/folders.ts';
import { SetupError } from '../setup-error.ts';
import { withClient } from './connection.ts';
import { type CountyDatabase, dbUrl, ensureCounty } from './counties.ts';
import { openGivenServer } from './given.ts';
import { type DatabaseServer, replaceLogin } from './server.ts';
import { openDatabaseServer } from './supervisor.ts';

const home = temporaryFolder();
const version = process.env.BANJIE_PG_PACKAGE || undefined;
const ask = (url: string, sql: string) => withClient(url, async (client) => (await client.query(sql)).rows[0]);

let server: DatabaseServer;
let north: CountyDatabase;
let south: CountyDatabase;
beforeAll(async () => {
  server = await openDatabaseServer({ dataDir: join(home, 'data'), version });
  north = await ensureCounty(server, 'north');
  south = await ensureCounty(server, 'south');
});
afterAll(async () => {
  await server?.close();
  removeFolder(home);
});

describe('a county is a database', () => {
  it('with its own login, a member of banjie_app that owns nothing', async () => {
    const me = `SELECT current_user::text AS role, current_database()::text AS database, pg_has_role('banjie_app', 'member') AS member,
      (SELECT rolsuper OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname = current_user) AS powers`;
    expect(await ask(north.appUrl, me)).toEqual({ role: 'banjie_north_app', database: 'banjie_north', member: true, powers: false });
    await expect(ask(north.appUrl, 'CREATE TABLE public.mine ()')).rejects.toThrow(/permission denied/);
    await expect(ask(north.appUrl, 'CREATE SCHEMA mine')).rejects.toThrow(/permission denied/);
    expect((await ask(north.ownerUrl, 'SELECT current_user::text AS role')).role).toBe('banjie_owner');
  });

  it('closed to the role of another county, and so are the maintenance databases', async () => {
    for (const database of [south.database, 'postgres', 'template1']) {
      await expect(ask(server.url(database, north.appRole), 'SELECT 1')).rejects.toThrow(/permission denied for database/);
    }
  });

  it('may be asked for at every start, and has an address for psql', async () => {
    expect(await ensureCounty(server, 'north')).toEqual(north);
    expect(await dbUrl(server, 'north')).toBe(north.appUrl);
    expect(await dbUrl(server, 'north', { owner: true })).toMatch(/^postgresql:\/\/banjie_owner@%2F.+\/banjie_north$/);
    await expect(ensureCounty(server, 'North County')).rejects.toThrow(SetupError);
  });
});

describe('on a given server', () => {
  it('keeps a password for the role, and refuses what is no PostgreSQL address', async () => {
    const dataDir = join(home, 'given');
    const given = await openGivenServer({ url: server.url(), dataDir });
    const county = await ensureCounty(given, 'east');
    const kept = JSON.parse(readFileSync(join(dataDir, 'passwords.json'), 'utf8'));
    expect(county.appUrl).toContain(`banjie_east_app:${kept.banjie_east_app}@`);
    expect(statSync(join(dataDir, 'passwords.json')).mode & 0o777).toBe(0o600);
    const { verifier } = await ask(server.url(), `SELECT rolpassword AS verifier FROM pg_authid WHERE rolname = 'banjie_east_app'`);
    expect(verifier).toMatch(/^SCRAM-SHA-256\$4096:/);
    await expect(openGivenServer({ url: 'mysql://here', dataDir })).rejects.toThrow(/postgresql:\/\//);
    await expect(openGivenServer({ url: 'postgresql://nobody@%2Fnowhere/x', dataDir })).rejects.toThrow(/does not let us in/);
  });

  it('prints what the administrator must run where roles may not be created, and that is enough', async () => {
    await ask(server.url(), 'CREATE ROLE plain LOGIN');
    await ask(server.url(), 'GRANT CONNECT ON DATABASE postgres TO plain');
    const given = await openGivenServer({ url: server.url('postgres', 'plain'), dataDir: join(home, 'plain') });
    const refusal = await ensureCounty(given, 'west').then(
      () => undefined,
      (error: SetupError) => error,
    );
    expect(refusal).toBeInstanceOf(SetupError);
    expect(refusal!.message).toContain('CREATE ROLE "banjie_west_app" LOGIN PASSWORD \'SCRAM-SHA-256$');
    for (const statement of refusal!.statements) await ask(server.url(), statement);
    const county = await ensureCounty(given, 'west');
    await ask(county.ownerUrl, 'CREATE SCHEMA owned');
    await expect(ask(county.appUrl, 'CREATE SCHEMA mine')).rejects.toThrow(/permission denied/);
    await expect(ask(given.url(south.database), 'SELECT 1')).rejects.toThrow(/permission denied for database/);
  });

  it('needs no administrator where DATABASE_URL’s user may create roles and databases', async () => {
    await ask(server.url(), 'CREATE ROLE maker LOGIN CREATEROLE CREATEDB');
    await ask(server.url(), 'GRANT banjie_app TO maker WITH ADMIN OPTION');
    await ask(server.url(), 'GRANT CONNECT ON DATABASE postgres TO maker');
    const given = await openGivenServer({ url: server.url('postgres', 'maker'), dataDir: join(home, 'maker') });
    const county = await ensureCounty(given, 'middle');
    expect(await ask(county.ownerUrl, 'SELECT datdba::regrole::text AS owner FROM pg_database WHERE datname = current_database()')).toEqual(
      { owner: 'maker' },
    );
    await expect(ask(server.url(county.database, south.appRole), 'SELECT 1')).rejects.toThrow(/permission denied for database/);
  });

  it('changes login and database of an address and keeps the rest', () => {
    const login = { role: 'a', password: 'p@s' };
    expect(replaceLogin('postgres://u:p@h1,h2:5433/x?sslmode=require', 'y', login)).toBe('postgres://a:p%40s@h1,h2:5433/y?sslmode=require');
    expect(replaceLogin('postgresql:///x?host=/run/pg&user=u&password=p', 'y', login)).toBe('postgresql://a:p%40s@/y?host=%2Frun%2Fpg');
    expect(replaceLogin('postgresql://u:p@h/x', 'y')).toBe('postgresql://u:p@h/y');
  });
});
