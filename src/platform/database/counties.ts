import pg from 'pg';
import { SetupError } from '../setup-error.ts';
import { withClient } from './connection.ts';
import { scramVerifier } from './passwords.ts';
import type { DatabaseServer } from './server.ts';

/** A county is a database; its login role may use it, owns nothing and may connect to no other county's. */
export interface CountyDatabase {
  readonly county: string;
  readonly database: string;
  readonly appRole: string;
  /** The application's connection. */
  readonly appUrl: string;
  /** The owner's: for migrations and administration only. */
  readonly ownerUrl: string;
}

export const appGroup = 'banjie_app';

/** Makes the county's database and roles where they are missing. May be called at every start. */
export async function ensureCounty(server: DatabaseServer, county: string): Promise<CountyDatabase> {
  const { database, appRole } = countyNames(county);
  return ensureDatabase(server, county, database, appRole);
}

/** A database beside the county's, to be put in its place: its name no county can have. */
export const stagingName = (county: string): string => pg.escapeIdentifier(`${countyNames(county).database}.new`);

export function ensureStaging(server: DatabaseServer, county: string): Promise<CountyDatabase> {
  const { database, appRole } = countyNames(county);
  return ensureDatabase(server, county, `${database}.new`, appRole);
}

/** For `banjie db url [--owner]`: an address `psql` takes. */
export async function dbUrl(server: DatabaseServer, county: string, { owner = false } = {}): Promise<string> {
  const { database, appRole } = countyNames(county);
  if (owner) return server.url(database);
  await server.passwordFor(appRole);
  return server.url(database, appRole);
}

export function countyNames(county: string): { database: string; appRole: string } {
  if (!/^[a-z0-9][a-z0-9_]{0,39}$/.test(county)) {
    throw new SetupError(
      `"${county}" cannot be a county's code. Use up to 40 small letters, digits and underscores, e.g. qinghe or 511602.`,
    );
  }
  return { database: `banjie_${county}`, appRole: `banjie_${county}_app` };
}

async function ensureDatabase(server: DatabaseServer, county: string, database: string, appRole: string): Promise<CountyDatabase> {
  const password = await server.passwordFor(appRole);
  const refused = await withClient(server.url(), async (client) => {
    const steps = await missingSteps(client, server, { database, appRole, password });
    return runAll(client, steps);
  });
  if (refused.length > 0) {
    throw new SetupError(
      `The user ${server.owner} of DATABASE_URL may not make what county ${county} needs. Ask the database administrator to run, as superuser, ` +
        'on the database postgres, then start again (the password is already kept in our data folder; the statement holds only its verifier):',
      { statements: refused },
    );
  }
  const ready = { county, database, appRole, appUrl: server.url(database, appRole), ownerUrl: server.url(database) };
  await tryLogin(ready, server, password);
  return ready;
}

interface Wanted {
  readonly database: string;
  readonly appRole: string;
  readonly password: string | undefined;
}

async function missingSteps(client: pg.Client, server: DatabaseServer, { database, appRole, password }: Wanted): Promise<string[]> {
  const id = pg.escapeIdentifier;
  const { rows } = await client.query(
    `SELECT to_regrole($1) IS NOT NULL AS group_there, to_regrole($2) IS NOT NULL AS role_there,
       EXISTS (SELECT FROM pg_auth_members m WHERE m.roleid = to_regrole($1) AND m.member = to_regrole($2)) AS member,
       EXISTS (SELECT FROM pg_database WHERE datname = $3) AS database_there,
       EXISTS (SELECT FROM pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
               WHERE d.datname = $3 AND a.grantee = 0) AS open_to_all,
       EXISTS (SELECT FROM pg_database d, aclexplode(d.datacl) a
               WHERE d.datname = $3 AND a.grantee = to_regrole($2) AND a.privilege_type = 'CONNECT') AS may_connect,
       current_setting('server_version_num')::int AS version,
       ARRAY(SELECT d.datname::text FROM pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
             WHERE d.datname IN ('postgres', 'template1') AND a.grantee = 0 GROUP BY 1) AS maintenance_open`,
    [appGroup, appRole, database],
  );
  const now = rows[0];
  const steps: string[] = [];
  if (!now.group_there) steps.push(`CREATE ROLE ${id(appGroup)} NOLOGIN;`);
  if (!now.role_there) steps.push(`CREATE ROLE ${id(appRole)} LOGIN${password ? ` PASSWORD '${scramVerifier(password)}'` : ''};`);
  if (!now.member) steps.push(`GRANT ${id(appGroup)} TO ${id(appRole)};`);
  if (!now.database_there) {
    const locale = now.version >= 170_000 ? ` LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'` : '';
    steps.push(
      `CREATE DATABASE ${id(database)} OWNER ${id(server.owner)} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'${locale};`,
    );
  }
  if (!now.database_there || now.open_to_all) steps.push(`REVOKE ALL ON DATABASE ${id(database)} FROM PUBLIC;`);
  if (!now.may_connect) steps.push(`GRANT CONNECT ON DATABASE ${id(database)} TO ${id(appRole)};`);
  // On a server of our own also the maintenance databases; on a given one they are not ours to close.
  if (server.kind === 'embedded')
    steps.push(...now.maintenance_open.map((name: string) => `REVOKE ALL ON DATABASE ${id(name)} FROM PUBLIC;`));
  return steps;
}

const insufficientPrivilege = '42501';
/** Two processes may make the same role or database at once; the other's is as good. */
const madeByAnother = ['42710', '42P04', '23505'];

/** Runs what may be run and returns the rest: from the first refusal on, since later statements name what that one makes. */
async function runAll(client: pg.Client, steps: readonly string[]): Promise<readonly string[]> {
  for (const [index, step] of steps.entries()) {
    try {
      await client.query(step);
    } catch (error) {
      const { code } = error as pg.DatabaseError;
      if (code === insufficientPrivilege) return steps.slice(index);
      if (!madeByAnother.includes(code ?? '')) throw error;
    }
  }
  return [];
}

async function tryLogin(county: CountyDatabase, server: DatabaseServer, password: string | undefined): Promise<void> {
  try {
    const { rows } = await withClient(county.appUrl, (client) => client.query(`SELECT current_setting('server_encoding') AS encoding`));
    if (rows[0].encoding !== 'UTF8') {
      throw new SetupError(
        `The database ${county.database} is kept in ${rows[0].encoding}, and Chinese needs UTF8. Ask the administrator to make it anew: ` +
          `CREATE DATABASE ${county.database} OWNER ${server.owner} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C';`,
      );
    }
  } catch (error) {
    if (!['28P01', '28000'].includes((error as pg.DatabaseError).code ?? '') || !password) throw error;
    throw new SetupError(
      `The server does not let ${county.appRole} in with the password kept in ${server.dataDir}. If another machine serves this county, copy its ` +
        'passwords.json here; otherwise ask the administrator to allow this role in pg_hba.conf, or to run:',
      { statements: [`ALTER ROLE ${pg.escapeIdentifier(county.appRole)} LOGIN PASSWORD '${scramVerifier(password)}';`], cause: error },
    );
  }
}
