import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/platform/database/connection.ts';
import { findPostmaster, untilGone } from '../../src/platform/database/postmaster.ts';
import { socketUrl } from '../../src/platform/database/server.ts';
import { application, call } from '../support/call.ts';
import { banjie, ended, startBanjie, startServer } from '../support/command.ts';
import { removeFolder, temporaryFolder } from '../support/folders.ts';

const home = temporaryFolder();
const env = { BANJIE_DATA: join(home, 'my data'), BANJIE_LOG: 'silent' };
const children: Awaited<ReturnType<typeof startServer>>[] = [];
const start = async () => {
  const server = await startServer(env);
  children.push(server);
  return { ...server, as: () => ({ authorization: '' }) };
};
const database = () => findPostmaster(join(env.BANJIE_DATA, 'postgres'));
const asOwner = <T>(work: Parameters<typeof withClient<T>>[1]) =>
  withClient(socketUrl(database()?.socketDir ?? '', 'banjie_model', 'banjie_owner'), work);
const matters = () => asOwner(async (db) => (await db.query('SELECT count(*)::int AS n FROM matter.matter')).rows[0].n as number);

afterAll(async () => {
  for (const { child } of children) if (child.exitCode === null) child.kill('SIGKILL');
  const left = database();
  if (left) process.kill(left.pid, 'SIGQUIT');
  if (left) await untilGone(left.pid, 5_000);
  removeFolder(home);
});

describe('the server of a county, as a process', () => {
  it('stops on SIGTERM within ten seconds, though somebody holds a connection, and leaves no process', async () => {
    const server = await start();
    expect(server.said()).toMatch(/Banjie is ready at http:\/\/127\.0\.0\.1:\d+\n$/);
    expect((await call(server, '/healthz')).body).toMatchObject({ status: 'ready', county: 'model' });

    const port = Number(new URL(server.url).port);
    const taken = await banjie(['start'], { ...env, PORT: String(port) });
    expect([taken.code, taken.err]).toEqual([1, expect.stringContaining(`PORT ${port} is taken`)]);

    const { pid } = database() ?? {};
    expect(pid).toBeGreaterThan(0);
    const slow = connect(port, '127.0.0.1');
    slow.on('error', () => {});
    slow.write('POST /api/v1/matters HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{');
    await sleep(200);
    const began = Date.now();
    server.child.kill('SIGTERM');
    expect(await ended(server.child)).toBe(0);
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(database()).toBeUndefined();
    slow.destroy();
  });

  it('says 503 while its database is away, in mid-action too, and does a repeated request once', async () => {
    const server = await start();
    const file = (key: string) => call(server, '/api/v1/matters', application(), { key });
    expect((await file('before')).status).toBe(201);

    const held = asOwner(async (db) => {
      await db.query('BEGIN; LOCK TABLE journal.fact IN EXCLUSIVE MODE');
      await db.query('SELECT pg_sleep(30)').catch(() => {});
    }).catch(() => {});
    await sleep(300);
    const midway = file('interrupted');
    await sleep(300);
    const { pid } = database() ?? { pid: 0 };
    process.kill(pid, 'SIGQUIT');
    await untilGone(pid, 10_000);
    const answer = await midway;
    expect([answer.status, answer.body.code]).toEqual([503, 'unavailable']);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    await held;

    // The server starts its database again by itself; until then it says so.
    const health = () => call(server, '/healthz');
    let now = await health();
    for (const deadline = Date.now() + 20_000; now.status !== 200 && Date.now() < deadline; now = await health()) {
      expect([now.status, now.body.code, Number(now.headers.get('retry-after')) > 0]).toEqual([503, 'unavailable', true]);
      await sleep(50);
    }
    expect(now.body.status).toBe('ready');
    expect(database()?.pid).not.toBe(pid);
    const first = await file('interrupted');
    const second = await file('interrupted');
    expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
    expect(await matters()).toBe(2);
  });

  it('killed outright, it is followed by one that takes the database over and has lost nothing', async () => {
    const [killed] = children.slice(-1);
    killed?.child.kill('SIGKILL');
    await ended(killed?.child as never);
    const orphan = database();
    expect(orphan).toBeDefined();
    const server = await start();
    expect(server.said()).toContain('PostgreSQL joined');
    expect(database()?.pid).toBe(orphan?.pid);
    expect(await matters()).toBe(2);
    server.child.kill('SIGTERM');
    expect(await ended(server.child)).toBe(0);
    expect(database()).toBeUndefined();
  });

  it('told to stop while it opens, it stops', async () => {
    const child = startBanjie(['start', '--empty'], { ...env, PORT: '0' });
    await new Promise((heard) => child.stdout?.once('data', heard));
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(0);
    expect(database()).toBeUndefined();
  });
});
