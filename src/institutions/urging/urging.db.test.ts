import { describe, expect, it } from 'vitest';
import { application, call } from '../../../test/support/call.ts';
import { openTestHouse } from '../../../test/support/house.ts';
import { setClock } from '../../county-clock.ts';
import { sweepNow } from '../../sweeping.ts';
import { urgeNow } from '../../urging.ts';
import { confirm, rebuildUrging, recordFaults } from './queries/records.ts';

const h = await openTestHouse();
const at = (moment: string) => setClock(h.house, Date.parse(`${moment}+08:00`));
const rows = async (sql: string, values: unknown[] = []) => (await h.db.owner.query(sql, values)).rows;
const entries = (number: string, on = '%') =>
  rows(
    'SELECT clock, rung, person, day::text AS day, list FROM urging.entry WHERE matter = $1 AND rung LIKE $2 ORDER BY day, rung, person',
    [number, on],
  );
const file = async (): Promise<string> => {
  const { number } = (await call(h, '/api/v1/matters', application({ item: 'SAM-L02' }), { as: 'citizen' })).body;
  await h.act(number, 'clerk', 'accept');
  return number;
};
/** Everything, told again and again, by two processes at once. */
const sweptTwice = () => Promise.all([sweepNow(h.house), sweepNow(h.house), urgeNow(h.house), urgeNow(h.house)]);

await at('2026-03-02T09:00');
const number = await file();

describe('the lists of the morning', () => {
  it('[P19] arrive at the opening hour of a working day, and the same day no second time', async () => {
    // The promise is due on Wednesday the 11th, near on the 10th.
    await at('2026-03-10T08:29');
    expect(await entries(number)).toEqual([]);
    await at('2026-03-10T08:31');
    const told = await entries(number);
    expect(told.map(({ clock, rung, day }) => [clock, rung, day])).toEqual([
      ['promised', 'handler', '2026-03-10'],
      ['promised', 'handler', '2026-03-10'],
    ]);
    expect(new Set(told.map(({ list }) => list)).size).toBe(2);
    await at('2026-03-10T15:00');
    expect(await entries(number)).toEqual(told);
    expect(await rows("SELECT FROM urging.record WHERE kind = 'morning' AND day = '2026-03-10'")).toHaveLength(1);
  });

  it('[X3] [P19] of several processes that sweep at once nobody is told twice: the database holds each morning once', async () => {
    await h.house.pool.query('UPDATE matter.county SET clock_offset = $1', [Date.parse('2026-03-11T09:00+08:00') - Date.now()]);
    await sweptTwice();
    expect(await rows("SELECT FROM urging.record WHERE kind = 'morning' AND day = '2026-03-11'")).toHaveLength(1);
    expect((await entries(number, 'section-head')).map(({ day }) => day)).toEqual(['2026-03-11']);
    await expect(
      h.db.owner.query(
        "INSERT INTO urging.record (number, at, day, kind, actor, body, chain) SELECT 9999, at, day, kind, actor, body, chain FROM urging.record WHERE kind = 'morning' LIMIT 1",
      ),
    ).rejects.toMatchObject({ constraint: 'record_one_morning' });
    await expect(h.db.owner.query('INSERT INTO urging.entry SELECT * FROM urging.entry LIMIT 1')).rejects.toMatchObject({
      constraint: 'entry_pkey',
    });
  });

  it('[P19] never on a day of rest; a broken statutory limit is told at once to the leaders and to whoever below them was not told, one notice each', async () => {
    // The legal limit ends on Monday the 16th. Its promise has long passed: the leader in charge hears of it on his weekly list.
    await at('2026-03-14T10:00');
    expect(await rows("SELECT FROM urging.list WHERE day IN ('2026-03-14', '2026-03-15')")).toEqual([]);
    await at('2026-03-16T09:00');
    expect(await rows("SELECT person FROM urging.list WHERE kind = 'weekly' AND day = '2026-03-16'")).toHaveLength(1);
    await h.house.pool.query('UPDATE matter.county SET clock_offset = $1', [Date.parse('2026-03-17T00:05+08:00') - Date.now()]);
    await sweptTwice();
    const notices = await rows("SELECT person, id FROM urging.list WHERE kind = 'notice' ORDER BY id");
    // Head of the county, leader in charge, chief, two inspectors; the handlers and the section head had it on their morning lists.
    expect(notices).toHaveLength(5);
    expect(notices.every(({ id }) => /\/notice\/\d+$/.test(id))).toBe(true);
    expect(await rows("SELECT FROM urging.record WHERE kind = 'notices'")).toHaveLength(1);
    await at('2026-03-17T09:00');
    expect((await entries(number, 'efficiency-office')).map(({ day }) => day)).toEqual(['2026-03-17', '2026-03-17']);
  });
});

describe('the receipt', () => {
  it('[X3] is one for all that lies before somebody, with person and time; at once from two windows it is still one', async () => {
    const { person } = (await rows("SELECT person FROM urging.list WHERE kind = 'morning' GROUP BY person HAVING count(*) > 1 LIMIT 1"))[0];
    const { now, today } = await h.house.moment();
    const waiting = (await rows('SELECT FROM urging.list WHERE person = $1 AND read IS NULL', [person])).length;
    const done = await Promise.all([confirm(h.house.pool, person, today, now), confirm(h.house.pool, person, today, now)]);
    expect([...done].sort()).toEqual([0, waiting]);
    expect(await rows('SELECT FROM urging.list WHERE person = $1 AND read IS NULL', [person])).toEqual([]);
    expect(await rows("SELECT FROM urging.record WHERE kind = 'read' AND actor = $1", [person])).toHaveLength(1);
  });
});

describe('what was urged', () => {
  it('settles when the clock no longer runs, found the next morning', async () => {
    await h.act(number, 'citizen', 'withdraw', { reason: 'No shop after all' });
    await at('2026-03-18T09:00');
    expect(await rows('SELECT DISTINCT settled::text AS settled FROM urging.entry WHERE matter = $1', [number])).toEqual([
      { settled: '2026-03-18' },
    ]);
  });

  it('is appended and chained, and lists and entries are made again from it', async () => {
    const client = await h.db.owner.connect();
    try {
      expect(await recordFaults(client)).toEqual([]);
      expect(await rebuildUrging(client, false)).toEqual({ 'urging.list': 0, 'urging.entry': 0 });
      for (const sql of ["UPDATE urging.record SET actor = 'x'", 'DELETE FROM urging.record', 'TRUNCATE urging.record'])
        await expect(client.query(sql), sql).rejects.toMatchObject({ code: '23001' });
      // A list forged as read, an entry taken away: found, and put right.
      await client.query('UPDATE urging.list SET read = now() WHERE read IS NULL');
      await client.query("DELETE FROM urging.entry WHERE rung = 'chief'");
      const found = await rebuildUrging(client, true);
      expect(found['urging.list']).toBeGreaterThan(0);
      expect(found['urging.entry']).toBeGreaterThan(0);
      expect(await rebuildUrging(client, false)).toEqual({ 'urging.list': 0, 'urging.entry': 0 });
      // An appended forgery does not chain.
      await client.query(
        "INSERT INTO urging.record (number, at, day, kind, actor, body, chain) SELECT number + 1, at, day, 'read', actor, body, chain FROM urging.record ORDER BY number DESC LIMIT 1",
      );
      expect(await recordFaults(client)).toMatchObject([{ code: 'chain' }]);
    } finally {
      client.release();
    }
  });
});

it("with nothing to read there is nothing to confirm: 'no-list-to-read'", async () => {
  const { status, body } = await call(h, '/api/v1/urgings/receipt', {}, { as: 'auditor' });
  expect([status, body.code]).toEqual([422, 'no-list-to-read']);
});
