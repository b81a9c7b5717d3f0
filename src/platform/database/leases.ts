import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError } from '../setup-error.ts';
import { isSameProcess, type ProcessIdentity, thisProcess } from './processes.ts';

/** Who uses the embedded server: one file a user in `users/`, so that the last one out, and only that one, stops it. */
export interface Lease {
  end(): void;
}

const usersFolder = (dataDir: string) => join(dataDir, 'users');

export function takeLease(dataDir: string): Lease {
  const folder = usersFolder(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${process.pid}-${randomBytes(4).toString('hex')}.json`);
  writeFileSync(file, JSON.stringify(thisProcess()), { mode: 0o600 });
  return { end: () => rmSync(file, { force: true }) };
}

/** The living users; the files of dead ones are swept away. Call it under the lock. */
export function currentUsers(dataDir: string): ProcessIdentity[] {
  const folder = usersFolder(dataDir);
  return listFolder(folder).flatMap((name) => {
    const user = readIdentity(join(folder, name));
    if (user && isSameProcess(user)) return [user];
    rmSync(join(folder, name), { force: true });
    return [];
  });
}

/** One process at a time starts, joins or stops the server of a data folder. */
export async function underLock<T>(dataDir: string, work: () => Promise<T>, waitMs = 120_000): Promise<T> {
  const lock = join(dataDir, 'lock');
  const mine = join(dataDir, `lock.${process.pid}-${randomBytes(4).toString('hex')}`);
  writeFileSync(mine, JSON.stringify(thisProcess()), { mode: 0o600 });
  try {
    await acquire(lock, mine, Date.now() + waitMs);
    try {
      return await work();
    } finally {
      rmSync(lock, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

async function acquire(lock: string, mine: string, deadline: number): Promise<void> {
  for (;;) {
    if (claim(lock, mine)) return;
    const holder = readIdentity(lock);
    if (holder && !isSameProcess(holder)) breakLock(lock, holder);
    else if (Date.now() > deadline) {
      throw new SetupError(
        `Another Banjie process (${holder?.pid ?? 'unknown'}) has been starting or stopping the database for too long. ` +
          `Wait for it or end it; if no such process runs, delete ${lock} and try again.`,
      );
    } else await sleep(20);
  }
}

/** A link appears whole, content included, and only if the name is free. */
function claim(lock: string, mine: string): boolean {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Renaming is atomic: of two who find the same dead holder one wins. A living lock taken by mistake is put back. */
function breakLock(lock: string, dead: ProcessIdentity): void {
  const aside = `${lock}.dead-${randomBytes(4).toString('hex')}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  const taken = readIdentity(aside);
  if (taken && (taken.pid !== dead.pid || taken.started !== dead.started)) claim(lock, aside);
  rmSync(aside, { force: true });
}

function readIdentity(file: string): ProcessIdentity | undefined {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Partial<ProcessIdentity>;
    return typeof value.pid === 'number' ? { pid: value.pid, started: value.started ?? '' } : undefined;
  } catch {
    return undefined;
  }
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
