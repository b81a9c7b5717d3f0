import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { currentUsers, takeLease, underLock } from './leases.ts';
import { thisProcess } from './processes.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'banjie-leases-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const gone = JSON.stringify({ pid: 2 ** 22 + 1, started: '1' });

it('the living count as users, the dead and those of a reused number do not', () => {
  const lease = takeLease(dataDir);
  writeFileSync(join(dataDir, 'users', 'gone.json'), gone);
  writeFileSync(join(dataDir, 'users', 'reused.json'), JSON.stringify({ ...thisProcess(), started: 'another time' }));
  expect(currentUsers(dataDir).map(({ pid }) => pid)).toEqual([process.pid]);
  lease.end();
  expect(currentUsers(dataDir)).toEqual([]);
});

it('one at a time holds the lock, also after a dead holder, and a failure gives it back', async () => {
  writeFileSync(join(dataDir, 'lock'), gone);
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((resolve) => setTimeout(resolve, 5));
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 8 }, () => underLock(dataDir, work)));
  expect(most).toBe(1);
  await expect(underLock(dataDir, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(readdirSync(dataDir)).toEqual(['users']);
});

it('a lock held too long is explained', async () => {
  const slow = underLock(dataDir, () => new Promise((resolve) => setTimeout(resolve, 200)));
  await expect(underLock(dataDir, async () => {}, 50)).rejects.toThrow(/too long.*delete/);
  await slow;
});
