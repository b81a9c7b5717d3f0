import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { dirname, resolve } from 'node:path';
import { LOG_LEVELS, type LogLevel } from './log.ts';
import { UsageError } from './setup-error.ts';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly county: string;
  readonly databaseUrl?: string;
  readonly dataDir: string;
  /** What the log tells; where nothing is said, less to a terminal than to a service. */
  readonly log?: LogLevel;
  /** Who brings it may read the figures from anywhere; without it only this machine may. */
  readonly metricsToken?: string;
  /** Whose `X-Forwarded-For` is believed; without it every request comes from whoever holds the connection. */
  readonly proxy?: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Reads and checks the environment; every fault is a sentence that says what to write instead. */
export function readConfig(env: Env, checkout: string): Config {
  return {
    port: portOf(env.PORT),
    host: hostOf(env.HOST),
    county: countyOf(env.BANJIE_COUNTY),
    databaseUrl: databaseOf(env.DATABASE_URL),
    dataDir: folderOf(env.BANJIE_DATA, checkout),
    log: logOf(env.BANJIE_LOG),
    metricsToken: metricsTokenOf(env.BANJIE_METRICS_TOKEN),
    proxy: proxyOf(env.BANJIE_PROXY),
  };
}

function portOf(text = '8800'): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65535) return port;
  throw new UsageError(`PORT is "${text}". Write a number from 0 to 65535, e.g. PORT=8800 (0 takes any free port).`);
}

function hostOf(text = '127.0.0.1'): string {
  if (/^[\w.:-]+$/.test(text)) return text;
  throw new UsageError(`HOST is "${text}". Write an address to listen on, e.g. HOST=127.0.0.1 for this machine only.`);
}

function countyOf(text = 'model'): string {
  if (/^[a-z0-9][a-z0-9_]{0,39}$/.test(text)) return text;
  throw new UsageError(
    `BANJIE_COUNTY is "${text}". Use small letters, digits and underscores, e.g. BANJIE_COUNTY=model or BANJIE_COUNTY=511602.`,
  );
}

function databaseOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (/^postgres(ql)?:\/\/.+/.test(text) && URL.canParse(text)) return text;
  throw new UsageError(
    'DATABASE_URL is not an address of a PostgreSQL server. Write postgresql://user:password@host:5432/postgres, or leave it out to use the embedded one.',
  );
}

function logOf(text: string | undefined): LogLevel | undefined {
  if (!text) return undefined;
  const level = LOG_LEVELS.find((known) => known === text);
  if (level) return level;
  throw new UsageError(`BANJIE_LOG is "${text}". Write one of ${LOG_LEVELS.join(', ')}, e.g. BANJIE_LOG=info for a line a request.`);
}

/** It opens figures to whoever knows it: long enough not to be guessed, and never shown. */
function metricsTokenOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (/^[\w.~+/-]{24,200}={0,2}$/.test(text)) return text;
  throw new UsageError(
    'BANJIE_METRICS_TOKEN is too short or has unfit characters. Write 24 letters and digits or more, e.g. what "openssl rand -hex 24" gives.',
  );
}

/** Guesses are counted by address: behind a proxy that is not believed, all citizens would be one. */
function proxyOf(text: string | undefined): string | undefined {
  if (!text || text === 'loopback') return text || undefined;
  const [address = '', bits, ...more] = text.split('/');
  const most = isIP(address) === 6 ? 128 : 32;
  if (isIP(address) && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= most)))
    return text;
  throw new UsageError(
    `BANJIE_PROXY is "${text}". Write loopback for a proxy on this machine, or its address, e.g. BANJIE_PROXY=10.0.0.5 or 10.0.0.0/24.`,
  );
}

function folderOf(text: string | undefined, checkout: string): string {
  const folder = resolve(checkout, text || '.banjie');
  if (folder.includes(',')) throw new UsageError(`BANJIE_DATA is "${folder}". A comma in the path is not possible; choose another folder.`);
  // Not folders of a disk; making one there never ends.
  if (/^\/(proc|sys|dev)(\/|$)/.test(folder))
    throw new UsageError(`BANJIE_DATA is "${folder}", where no files can be kept. Choose a folder on a disk.`);
  let there = folder;
  while (!existsSync(there)) there = dirname(there);
  if (!statSync(there).isDirectory()) throw new UsageError(`BANJIE_DATA is "${folder}", and ${there} is no folder. Choose a folder.`);
  try {
    accessSync(there, constants.W_OK);
  } catch {
    throw new UsageError(`BANJIE_DATA is "${folder}", and ${there} cannot be written. Choose a folder you may write to.`);
  }
  return folder;
}
