import { resolve } from 'node:path';
import pg from 'pg';
import { type Log, silent } from './server.ts';

export interface DatabaseConfig {
  /** Banjie's own folder, absolute. */
  readonly dataDir: string;
  /** The given server, or undefined: the embedded one. */
  readonly databaseUrl: string | undefined;
  /** npm package with the embedded server's binaries, where not the usual one. */
  readonly binaries: string | undefined;
}

export function databaseConfig(env: Readonly<Record<string, string | undefined>>, checkout: string): DatabaseConfig {
  return {
    dataDir: resolve(checkout, env.BANJIE_DATA || '.banjie'),
    databaseUrl: env.DATABASE_URL || undefined,
    binaries: env.BANJIE_PG_PACKAGE || undefined,
  };
}

export interface PoolOptions {
  readonly max?: number;
  readonly log?: Log;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
  /** Statements that take longer are cancelled by the server; 0 never. */
  readonly statementTimeoutMs?: number;
  /** The server's settings for these connections only. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A connection lost while a client is checked out is an event of that client; without a listener it would end the process. */
export function openPool(
  url: string,
  { max = 10, log = silent, name = 'banjie', statementTimeoutMs = 0, settings }: PoolOptions = {},
): pg.Pool {
  const pool = new pg.Pool({ ...clientConfig(url, name, settings), max, statement_timeout: statementTimeoutMs });
  // A pool that ends does not wait until its sockets are closed: a server stopped right after may still speak to them.
  const lost = (error: Error) => pool.ending || log.warn(`A database connection was lost: ${error.message}`);
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return pool;
}

/** One short connection. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>, name = 'banjie'): Promise<T> {
  const client = new pg.Client(clientConfig(url, name));
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

function clientConfig(url: string, name: string, settings: Readonly<Record<string, string>> = {}): pg.ClientConfig {
  const options = Object.entries({ TimeZone: 'UTC', ...settings }).map(([key, value]) => `-c ${key}=${value}`);
  return { connectionString: url, application_name: name, options: options.join(' '), connectionTimeoutMillis: 10_000, types };
}

/** A legal day stays text (`2026-02-13`): as a JavaScript Date it would shift with the machine's zone. Counts are numbers. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (format !== 'binary' && oid === pg.types.builtins.DATE) return (text: string) => text;
    if (format !== 'binary' && oid === pg.types.builtins.INT8) return wholeNumber;
    return pg.types.getTypeParser(oid, format as 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

function wholeNumber(text: string): number | string {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : text;
}
