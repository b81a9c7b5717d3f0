import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, realpathSync, rmdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SetupError } from '../setup-error.ts';
import { type Account, canReach, isRoot, refuseForeignFolder, serverAccount } from './account.ts';
import { type Binaries, findBinaries, usableBinaries } from './binaries.ts';
import type { Log } from './server.ts';

/** Where the embedded server of one data folder lives. */
export interface Place {
  readonly dataDir: string;
  /** PostgreSQL's own folder. */
  readonly cluster: string;
  readonly log: string;
  readonly socketDir: string;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
}

/** What DATA/server.json remembers. */
interface Note {
  /** Tells this data folder from an earlier one of the same path. */
  readonly id: string;
  readonly cluster?: string;
}

const lastingFolders = ['/var/lib', '/opt', '/srv'];
/** sun_path holds 108 bytes on Linux and 104 on macOS, the closing zero included. */
const longestSocketPath = 103;

export function prepareDataFolder(path: string): string {
  const wanted = resolve(path);
  if (process.platform === 'win32') {
    throw new SetupError(
      'Banjie starts its own PostgreSQL on Linux and macOS only. On Windows run it in WSL, or give a PostgreSQL 15 or newer by ' +
        'DATABASE_URL=postgresql://user:password@host/database.',
    );
  }
  if (wanted.includes(',')) {
    throw new SetupError(
      `The data folder ${wanted} has a comma in its path, and PostgreSQL cannot work there. Set BANJIE_DATA to a folder without a comma.`,
    );
  }
  try {
    // Root's server runs under another account, which must be able to pass through.
    if (mkdirSync(wanted, { recursive: true })) chmodSync(wanted, isRoot() ? 0o711 : 0o700);
    mkdirSync(join(wanted, 'users'), { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new SetupError(
      `The data folder ${wanted} cannot be written (${(cause as Error).message}). Set BANJIE_DATA to a folder of yours, or give this one to your user.`,
      { cause },
    );
  }
  return realpathSync(wanted);
}

/** Call it under the lock: the first call decides and remembers. */
export function choosePlace(
  dataDir: string,
  packageName: string | undefined,
  log: Log,
  folders: readonly string[] = lastingFolders,
): Place {
  const noteFile = join(dataDir, 'server.json');
  const known = readNote(noteFile);
  const id = known?.id ?? randomBytes(6).toString('hex');
  const hash = createHash('sha256').update(`${dataDir}\n${id}`).digest('hex').slice(0, 16);

  const account = serverAccount(known?.cluster ?? join(dataDir, 'postgres'), dataDir);
  const cluster =
    known?.cluster ?? (canReach(account, dataDir) ? join(dataDir, 'postgres') : elsewhere(account, dataDir, hash, log, folders));
  const copies = () => (account ? reachableFolder(account, log, folders) : join(dataDir, 'binaries'));
  const binaries = usableBinaries(findBinaries(packageName), account, copies);
  if (!known) writeFileSync(noteFile, `${JSON.stringify({ id, cluster } satisfies Note)}\n`, { mode: 0o600 });
  if (!cluster.startsWith(dataDir)) refuseOtherOwner(cluster, dataDir);

  return { dataDir, cluster, log: join(dataDir, 'postgres.log'), socketDir: socketFolder(account, hash), binaries, account };
}

export function ensureSocketFolder({ socketDir, account }: Place): void {
  if (!existsSync(socketDir)) {
    mkdirSync(socketDir, { mode: 0o700 });
    if (account) chownSync(socketDir, account.uid, account.gid);
  }
  refuseForeignFolder(socketDir, [account?.uid ?? process.getuid?.()]);
  chmodSync(socketDir, 0o700);
}

export function removeSocketFolder(socketDir: string): void {
  try {
    rmdirSync(socketDir);
  } catch {
    // Not empty, or gone already: the next start looks after it.
  }
}

function elsewhere(account: Account | undefined, dataDir: string, hash: string, log: Log, folders: readonly string[]): string {
  const home = join(reachableFolder(account!, log, folders), hash);
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o711);
  writeFileSync(join(home, 'belongs-to'), `${dataDir}\n`);
  log.info(`The database's account cannot reach ${dataDir}; its records stand in ${home}. ${join(dataDir, 'server.json')} remembers this.`);
  return join(home, 'postgres');
}

/** A folder the account reaches and that outlives a restart of the machine, if there is one. */
function reachableFolder(account: Account, log: Log, folders: readonly string[]): string {
  for (const base of [...folders, tmpdir(), '/tmp']) {
    const folder = join(base, 'banjie');
    try {
      if (mkdirSync(folder, { recursive: true })) chmodSync(folder, 0o755);
    } catch {
      continue;
    }
    if (!canReach(account, folder)) continue;
    refuseForeignFolder(folder, [process.getuid?.()]);
    if (!folders.includes(base))
      log.warn(
        `Only ${folder} can be reached by the database's account, and the machine may empty it. Set BANJIE_DATA to a lasting folder.`,
      );
    return folder;
  }
  throw new SetupError(
    `The database runs as user ${account.uid}, who can reach neither the data folder nor any of ${folders.join(', ')}. ` +
      'Set BANJIE_DATA to a folder every user may pass through, or start Banjie as an ordinary user.',
  );
}

/** A copied or moved data folder must not share its records with the original. */
function refuseOtherOwner(cluster: string, dataDir: string): void {
  const mark = join(cluster, '..', 'belongs-to');
  const owner = existsSync(mark) ? readFileSync(mark, 'utf8').trim() : dataDir;
  if (owner === dataDir) return;
  if (existsSync(owner)) {
    throw new SetupError(
      `${dataDir} is a copy of ${owner}, whose records stand in ${cluster}. Two data folders cannot share them: ` +
        `delete ${join(dataDir, 'server.json')} to start empty here, then use banjie export and banjie import.`,
    );
  }
  writeFileSync(mark, `${dataDir}\n`);
}

function socketFolder(account: Account | undefined, hash: string): string {
  const fits = (base: string) =>
    !base.includes(',') && Buffer.byteLength(join(base, `banjie-${hash}`, '.s.PGSQL.5432')) <= longestSocketPath && canReach(account, base);
  return join([tmpdir()].find(fits) ?? '/tmp', `banjie-${hash}`);
}

function readNote(file: string): Note | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Note;
  } catch (cause) {
    throw new SetupError(`${file} cannot be read (${(cause as Error).message}). Restore it from a copy; it says where the records stand.`, {
      cause,
    });
  }
}
