import { SetupError } from '../setup-error.ts';
import { type DatabaseConfig, withClient } from './connection.ts';
import { rememberedPassword } from './passwords.ts';
import { prepareDataFolder } from './places.ts';
import { type DatabaseServer, type Log, replaceLogin } from './server.ts';
import { openDatabaseServer } from './supervisor.ts';

const oldestMajor = 15;

/** The server the configuration asks for: DATABASE_URL's, or our own. */
export function openServer(config: DatabaseConfig, log?: Log): Promise<DatabaseServer> {
  return config.databaseUrl
    ? openGivenServer({ url: config.databaseUrl, dataDir: config.dataDir })
    : openDatabaseServer({ dataDir: config.dataDir, version: config.binaries, log });
}

/** A server somebody else runs. DATABASE_URL's user owns the counties' databases. */
export async function openGivenServer({ url, dataDir }: { readonly url: string; readonly dataDir: string }): Promise<DatabaseServer> {
  const folder = prepareDataFolder(dataDir);
  if (replaceLogin(url, 'postgres') === undefined) {
    throw new SetupError('DATABASE_URL is not a PostgreSQL address. Write it as postgresql://user:password@host:5432/database.');
  }
  const { version, owner } = await greet(url);
  if (version < oldestMajor * 10_000) {
    throw new SetupError(
      `The server of DATABASE_URL is PostgreSQL ${Math.floor(version / 10_000)}; Banjie needs ${oldestMajor} or newer. ` +
        'Give another server, or unset DATABASE_URL: Banjie then starts its own.',
    );
  }
  const passwords = new Map<string, string>();
  return {
    kind: 'given',
    adopted: true,
    owner,
    dataDir: folder,
    url: (database, role = owner) => {
      if (database === undefined) return url;
      return replaceLogin(url, database, role === owner ? undefined : { role, password: passwords.get(role) })!;
    },
    passwordFor: async (role) => {
      const password = await rememberedPassword(folder, role);
      passwords.set(role, password);
      return password;
    },
    close: async () => {},
  };
}

async function greet(url: string): Promise<{ version: number; owner: string }> {
  try {
    return await withClient(url, async (client) => {
      const { rows } = await client.query(`SELECT current_setting('server_version_num')::int AS version, current_user::text AS owner`);
      return rows[0];
    });
  } catch (cause) {
    throw new SetupError(
      `The server of DATABASE_URL does not let us in: ${(cause as Error).message}. Check host, port, user and password with ` +
        `psql "$DATABASE_URL"; or unset DATABASE_URL: Banjie then starts its own PostgreSQL.`,
      { cause },
    );
  }
}
