import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { keepRunning } from './keeper.ts';

describe('a server that dies while a county is served', () => {
  it('is started again, after ever longer waits, and left alone once it is told to end', async () => {
    let alive = true;
    let failures = 2;
    const tries: number[] = [];
    const said: string[] = [];
    const revive = async () => {
      tries.push(Date.now());
      if (failures-- > 0) throw new Error('no space');
      alive = true;
      return 77;
    };
    const end = keepRunning({ alive: () => alive, revive }, { info: () => {}, warn: (text) => said.push(text) }, 20);
    await sleep(60);
    expect(tries).toEqual([]);
    alive = false;
    while (!alive) await sleep(5);
    expect(tries).toHaveLength(3);
    expect(tries[2]! - tries[1]!).toBeGreaterThan(tries[1]! - tries[0]!);
    await sleep(5);
    expect(said).toEqual([
      expect.stringContaining('does not start'),
      expect.stringContaining('no space'),
      'PostgreSQL had died; it runs again (process 77).',
    ]);
    await end();
    alive = false;
    await sleep(60);
    expect(tries).toHaveLength(3);
  });
});
