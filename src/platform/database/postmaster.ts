import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError } from '../setup-error.ts';
import { ensureSocketFolder, type Place, removeSocketFolder } from './places.ts';
import { isAlive, realFolder, workingFolder } from './processes.ts';

export const owner = 'banjie_owner';

/** A living server of this cluster, as its postmaster.pid describes it. */
export interface Postmaster {
  readonly pid: number;
  readonly socketDir: string;
  readonly ready: boolean;
}

export type Settings = Readonly<Record<string, string>>;

const defaults: Settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '256MB',
  fsync: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_destination: 'stderr',
  logging_collector: 'off',
  log_line_prefix: '%m [%p] %q%u@%d ',
  log_checkpoints: 'off',
  log_min_duration_statement: '2000',
};

const largestLog = 20_000_000;
const retryAfterKillMs = 10_000;
const longestRecoveryMs = 300_000;

/** Process numbers are reused: only a process working in this very folder counts. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const lines = pidFile(cluster);
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid < 2 || !isAlive(pid)) return undefined;
  const folder = workingFolder(pid);
  if (folder !== undefined && folder !== realFolder(cluster)) return undefined;
  return { pid, socketDir: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
}

/** Makes the cluster beside its final place, so that an interrupted first start leaves nothing half made. */
export function createCluster(place: Place, settings: Settings): void {
  if (existsSync(join(place.cluster, 'PG_VERSION'))) {
    refuseOtherMajor(place);
    return;
  }
  const unfinished = `${place.cluster}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  if (place.account) chownSync(unfinished, place.account.uid, place.account.gid);

  // The order of text is that of code points, the same on every machine; from 17 on the letters' cases are Unicode's too.
  const locale = place.binaries.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : [];
  const sync = settings.fsync === 'off' ? ['--no-sync'] : [];
  const options = ['-D', unfinished, '-U', owner, '--auth=trust', '--encoding=UTF8', '--locale=C', ...locale, ...sync];
  const made = spawnSync(join(place.binaries.native, 'bin', 'initdb'), options, { ...spawnOptions(place, unfinished), encoding: 'utf8' });
  if (made.status !== 0) throw cannotRun(place, 'initdb', made.error?.message ?? `${made.stdout}\n${made.stderr}`);
  renameSync(unfinished, place.cluster);
}

export async function startPostmaster(place: Place, settings: Settings): Promise<Postmaster> {
  ensureSocketFolder(place);
  if (existsSync(place.log) && statSync(place.log).size > largestLog) renameSync(place.log, `${place.log}.1`);
  const logStart = existsSync(place.log) ? statSync(place.log).size : 0;
  const killed = pidFile(place.cluster).length > 0;
  forgetReusedNumber(place);
  const deadline = Date.now() + (killed ? retryAfterKillMs : 0);
  for (;;) {
    const server = spawnPostgres(place, settings);
    const started = await untilReady(place, server);
    if (started) return started;
    // The children of a killed server hold its shared memory for a second or two.
    if (Date.now() >= deadline) {
      removeSocketFolder(place.socketDir);
      throw cannotRun(place, 'postgres', readFileSync(place.log, 'utf8').slice(logStart));
    }
    await sleep(100);
  }
}

/** Fast shutdown: sessions are ended, everything is written. Past the time allowed an immediate one, which the next start recovers from. */
export async function stopPostmaster(pid: number, fastMs = 8_000): Promise<'fast' | 'immediate'> {
  signal(pid, 'SIGINT');
  if (await untilGone(pid, fastMs)) return 'fast';
  signal(pid, 'SIGQUIT');
  if (await untilGone(pid, 6_000)) return 'immediate';
  throw new SetupError(
    `PostgreSQL (process ${pid}) does not stop. Look at what it does (top, its log), and end it with: kill -QUIT ${pid}`,
  );
}

export async function untilGone(pid: number, ms: number): Promise<boolean> {
  for (const deadline = Date.now() + ms; Date.now() < deadline; await sleep(10)) {
    if (!isAlive(pid)) return true;
  }
  return false;
}

function pidFile(cluster: string): string[] {
  const file = join(cluster, 'postmaster.pid');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
}

/** PostgreSQL would take a stranger who got the dead server's number for a living server. We have just made sure there is none. */
function forgetReusedNumber({ cluster, socketDir }: Place): void {
  const pid = Number(pidFile(cluster)[0]);
  if (!(pid > 1) || !isAlive(pid)) return;
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  rmSync(join(socketDir, '.s.PGSQL.5432.lock'), { force: true });
}

function spawnPostgres(place: Place, settings: Settings): ChildProcess {
  const all = { ...defaults, ...settings, unix_socket_directories: place.socketDir };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(place.log, 'a', 0o600);
  try {
    const program = join(place.binaries.native, 'bin', 'postgres');
    // A session of its own: Ctrl-C in the terminal reaches us, not the database before we have closed it.
    const server = spawn(program, ['-D', place.cluster, ...options], {
      ...spawnOptions(place, place.cluster),
      detached: true,
      stdio: ['ignore', log, log],
    });
    server.on('error', () => {});
    server.unref();
    return server;
  } finally {
    closeSync(log);
  }
}

async function untilReady(place: Place, server: ChildProcess): Promise<Postmaster | undefined> {
  for (const deadline = Date.now() + longestRecoveryMs; Date.now() < deadline; await sleep(5)) {
    if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return undefined;
    const found = findPostmaster(place.cluster);
    if (found?.pid === server.pid && found.ready) return found;
  }
  throw new SetupError(
    `PostgreSQL is still recovering after ${longestRecoveryMs / 60_000} minutes. Follow ${place.log}, and start Banjie again when it is ready.`,
  );
}

/** Nothing of our environment: PGDATA, PGPORT and the like would change what runs. */
function spawnOptions({ account }: Place, folder: string) {
  return { ...account, cwd: existsSync(folder) ? folder : dirname(folder), env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } };
}

function refuseOtherMajor({ cluster, binaries }: Place): void {
  const written = Number.parseInt(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'), 10);
  if (written === binaries.major) return;
  throw new SetupError(
    `The records in ${cluster} were written by PostgreSQL ${written}; the installed one is ${binaries.major}. Take them over with the ` +
      'Banjie version that wrote them (banjie export), start this version with another BANJIE_DATA, and read them in (banjie import).',
  );
}

function cannotRun({ log, binaries }: Place, program: string, words: string): SetupError {
  const last = words.trim().split('\n').slice(-12).join('\n  ');
  return new SetupError(
    `PostgreSQL's ${program} (${binaries.version}) did not succeed. Its last words:\n  ${last || '(none)'}\n` +
      `The whole log is ${log}. If a library or the program is missing (Alpine and other systems without glibc), give a PostgreSQL by DATABASE_URL.`,
  );
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
