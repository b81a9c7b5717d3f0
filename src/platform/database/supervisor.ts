import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError } from '../setup-error.ts';
import { withClient } from './connection.ts';
import { keepRunning } from './keeper.ts';
import { currentUsers, takeLease, underLock } from './leases.ts';
import { choosePlace, type Place, prepareDataFolder, removeSocketFolder } from './places.ts';
import { createCluster, findPostmaster, owner, type Postmaster, type Settings, startPostmaster, stopPostmaster } from './postmaster.ts';
import { workingFolder } from './processes.ts';
import { type DatabaseServer, type Log, silent, socketUrl } from './server.ts';

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** npm package with the binaries; the machine's own PostgreSQL 18 unless told. */
  readonly version?: string;
  readonly log?: Log;
  /** Changes to the server's settings. For tests. */
  readonly settings?: Settings;
  /** Where root's server may keep what its account cannot reach. For tests. */
  readonly lastingFolders?: readonly string[];
}

/** Starts the PostgreSQL of a data folder, or joins the one that already runs there; `close` by the last user stops it. */
export async function openDatabaseServer(options: EmbeddedOptions): Promise<DatabaseServer> {
  const log = options.log ?? silent;
  const dataDir = prepareDataFolder(options.dataDir);
  return underLock(dataDir, async () => {
    const place = choosePlace(dataDir, options.version, log, options.lastingFolders);
    const settings = options.settings ?? {};
    createCluster(place, settings);
    const running = await joinRunning(place, log);
    const server = running ?? (await startPostmaster(place, settings));
    const lease = takeLease(dataDir);
    log.info(`PostgreSQL ${running ? 'joined' : 'started'} (process ${server.pid}, ${place.cluster}).`);

    let closing: Promise<void> | undefined;
    let letGo: (() => Promise<void>) | undefined;
    const revive = () => underLock(dataDir, async () => ((await joinRunning(place, log)) ?? (await startPostmaster(place, settings))).pid);
    const close = async () => {
      // A start that takes long is left to itself: the next process joins what it brings up.
      const free = await Promise.race([letGo?.().then(() => true) ?? true, sleep(5_000, false, { ref: false })]);
      if (!free) return;
      await underLock(dataDir, async () => {
        lease.end();
        if (currentUsers(dataDir).length > 0) return;
        const last = findPostmaster(place.cluster);
        const how = last && (await stopPostmaster(last.pid));
        removeSocketFolder(server.socketDir);
        if (how === 'immediate') log.warn('PostgreSQL took too long and was stopped at once; the next start recovers.');
      });
    };
    return {
      kind: 'embedded',
      adopted: running !== undefined,
      owner,
      dataDir,
      url: (database = 'postgres', role = owner) => socketUrl(server.socketDir, database, role),
      passwordFor: async () => undefined,
      keepRunning: () => {
        letGo ??= keepRunning({ alive: () => findPostmaster(place.cluster) !== undefined, revive }, log);
      },
      close: () => {
        closing ??= close();
        return closing;
      },
    };
  });
}

/** The living server of this folder, once it answers: one of ours, or the orphan of a killed process. One that never answers is stopped. */
async function joinRunning(place: Place, log: Log): Promise<Postmaster | undefined> {
  const patience = { answering: Date.now() + 5_000, recovering: Date.now() + 300_000 };
  for (let found = findPostmaster(place.cluster); found; found = findPostmaster(place.cluster)) {
    const answer = await ask(found, place);
    if (answer === 'ready') return found;
    if (answer === 'foreign') return undefined;
    if (Date.now() > patience[answer === 'busy' ? 'recovering' : 'answering']) {
      const users = currentUsers(place.dataDir);
      if (users.length > 0) {
        throw new SetupError(
          `PostgreSQL (process ${found.pid}) does not answer, and Banjie process ${users[0]!.pid} still uses it. ` +
            `Stop that process, then try again; the log is ${place.log}.`,
        );
      }
      log.warn(`A PostgreSQL left behind (process ${found.pid}) does not answer; it is stopped and started anew.`);
      await stopPostmaster(found.pid);
    }
    await sleep(25);
  }
  return undefined;
}

/** Where the machine does not tell a process's working folder, the server itself says whose records it serves. */
async function ask(found: Postmaster, place: Place): Promise<'ready' | 'busy' | 'silent' | 'foreign'> {
  if (!found.socketDir) return 'busy';
  try {
    const url = socketUrl(found.socketDir, 'postgres', owner);
    const folder = await withClient(url, async (client) => {
      const { rows } = await client.query<{ folder: string }>("SELECT current_setting('data_directory') AS folder");
      return rows[0]?.folder;
    });
    return workingFolder(found.pid) !== undefined || folder === place.cluster ? 'ready' : 'foreign';
  } catch (error) {
    return (error as { code?: string }).code === '57P03' ? 'busy' : 'silent';
  }
}
