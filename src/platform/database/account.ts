import { spawnSync } from 'node:child_process';
import { lstatSync, statSync } from 'node:fs';
import { SetupError } from '../setup-error.ts';

/** PostgreSQL refuses to run as root; root spawns it under this account. Undefined: as whoever we are. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const nobody: Account = { uid: 65534, gid: 65534 };

export const isRoot = (): boolean => process.getuid?.() === 0;

/** Existing records keep the account they belong to. */
export function serverAccount(cluster: string, dataDir: string): Account | undefined {
  const owner = ownerOf(cluster);
  if (isRoot()) return owner && owner.uid !== 0 ? owner : nobody;
  const me = process.getuid?.();
  if (owner && owner.uid !== me) {
    throw new SetupError(
      `The database in ${cluster} belongs to user ${owner.uid} (it was first started by root or another user), and you are user ${me}. ` +
        'Start Banjie as that user or as root, or stop it and have root run: ' +
        `chown -R ${me} '${dataDir}'${cluster.startsWith(dataDir) ? '' : ` '${cluster}'`}`,
    );
  }
  return undefined;
}

/** Whether the account really gets there (and may run it): asked of the system, since modes, mounts and access lists all have a say. */
export function canReach(account: Account | undefined, path: string): boolean {
  if (!account) return true;
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

function ownerOf(path: string): Account | undefined {
  try {
    const { uid, gid } = statSync(path);
    return { uid, gid };
  } catch {
    return undefined;
  }
}

/** In a folder everyone may write to (the temporary one) a name can be taken by somebody else first. */
export function refuseForeignFolder(folder: string, owners: readonly (number | undefined)[]): void {
  const stat = lstatSync(folder);
  if (process.getuid && (!stat.isDirectory() || !owners.includes(stat.uid) || (stat.mode & 0o022) !== 0)) {
    throw new SetupError(
      `${folder} is not a private folder of Banjie's (somebody else made it). Remove it, or set TMPDIR to another folder, and try again.`,
    );
  }
}
