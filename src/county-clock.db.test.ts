import { beforeEach, describe, expect, it } from 'vitest';
import { openTestHouse } from '../test/support/house.ts';
import { advanceClock, setClock, stopsOnTheWay } from './county-clock.ts';
import { openHouseOn } from './open-house.ts';

const h = await openTestHouse();
const { house } = h;
const HOUR = 3600;
const DAY = 24 * HOUR;
const START = Date.parse('2026-03-02T09:00+08:00') / 1000;
/** Whole hours since the start: the clock runs on while the test does. */
const hoursOn = async () => Math.floor(((await house.moment()).now - START) / HOUR);

beforeEach(async () => {
  await setClock(house, START * 1000);
});

describe('the model county’s own clock', () => {
  it('let on by several at once, goes on by all of them together', async () => {
    const changes = await Promise.all([advanceClock(house, 3), advanceClock(house, 2), advanceClock(house, 1), advanceClock(house, 0, 5)]);
    expect(changes.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    // Each names where it arrived itself: no two at one instant, and who was last where the clock stands.
    const arrived = changes.flatMap((change) => (change.ok ? [change.now - START] : []));
    expect(new Set(arrived).size).toBe(4);
    expect(Math.floor(Math.max(...arrived) / HOUR)).toBe(6 * 24 + 5);
    expect(await hoursOn()).toBe(6 * 24 + 5);
  });

  it('the same by two processes on one county', async () => {
    const other = await openHouseOn(house.config, house.server, house.county);
    try {
      await Promise.all([advanceClock(house, 4), advanceClock(other, 4)]);
    } finally {
      await other.close();
    }
    expect(await hoursOn()).toBe(8 * 24);
  });

  it('alone it goes on by what was asked, from the clock as it stands', async () => {
    const change = await advanceClock(house, 6);
    expect(change).toMatchObject({ ok: true });
    expect(await hoursOn()).toBe(6 * 24);
    await advanceClock(house, 0, 1.5);
    expect(await hoursOn()).toBe(6 * 24 + 1);
  });

  it('[P19] it stops at each opening hour on the way: the lists of the morning are told then, not at the hour of the click', async () => {
    const stops = (hour: number, days: number) => stopsOnTheWay(Date.parse(`2026-03-02T${hour}:00+08:00`), days * DAY * 1000, 8.5);
    expect(stops(14, 2).map((ms) => ms / 1000 / HOUR)).toEqual([18.5, 24, 5.5]);
    expect(stops(14, 0)).toEqual([0]);
    expect(stops(20, 1 / 24).map((ms) => ms / 1000 / HOUR)).toEqual([1]);
    await setClock(house, Date.parse('2026-04-15T14:00+08:00'));
    await advanceClock(house, 1);
    const told = await house.pool.query(
      "SELECT to_char(at AT TIME ZONE 'Asia/Shanghai', 'HH24:MI') AS hour FROM urging.record WHERE day = '2026-04-16'",
    );
    expect(told.rows).toEqual([{ hour: '08:30' }]);
  });

  it("not past its end, and nothing of it: 'clock-too-far'", async () => {
    await setClock(house, Date.parse('2059-12-30T09:00+08:00'));
    const { now } = await house.moment();
    expect(await advanceClock(house, 3)).toEqual({ ok: false, refusal: { code: 'clock-too-far', params: undefined } });
    expect((await house.moment()).now - now).toBeLessThan(DAY);
    // Of two that each could alone, the second finds the end.
    const both = await Promise.all([advanceClock(house, 1), advanceClock(house, 1)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});
