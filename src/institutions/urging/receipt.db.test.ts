import { expect, it } from 'vitest';
import { application, call } from '../../../test/support/call.ts';
import { openTestHouse } from '../../../test/support/house.ts';
import { setClock } from '../../county-clock.ts';
import { rebuildUrging } from './queries/records.ts';

const h = await openTestHouse();
const at = (moment: string) => setClock(h.house, Date.parse(`${moment}+08:00`));
const get = async (path: string, as = 'county-head') => (await call(h, `/api/v1${path}`, undefined, { as })).body;
const days = ({ lists }: { lists: { day: string }[] }) => lists.map(({ day }) => day);

it('[P19] limits that broke on one night are one notice, which names them all', async () => {
  await at('2026-03-02T09:00');
  const numbers: string[] = [];
  for (const name of ['one', 'two', 'three']) {
    const filed = await call(h, '/api/v1/matters', application({ item: 'SAM-L02' }), { as: 'citizen' });
    expect(filed.status, name).toBe(201);
    await h.act(filed.body.number, 'clerk', 'accept');
    numbers.push(filed.body.number);
  }
  await at('2026-03-17T00:05');
  const { waiting, lists } = await get('/urgings/mine');
  expect(waiting).toEqual({ lists: 1, entries: 3 });
  expect(lists[0].entries.map(({ matter }: { matter: string }) => matter)).toEqual(numbers);
});

it('[X3] after one receipt for weeks of lists the newest day stands first, and all before it can be turned back to', async () => {
  const [{ id }] = (await get('/urgings/mine')).lists;
  await h.db.owner.query(
    `INSERT INTO urging.list (id, person, day, kind, arrived)
       SELECT l.id || ' ' || n, l.person, l.day - n, l.kind, l.arrived - n * interval '1 day' FROM urging.list l, generate_series(1, 230) n WHERE l.id = $1`,
    [id],
  );
  const before = await get('/urgings/mine');
  expect([before.lists.length, before.earlier]).toEqual([200, 31]);
  expect((await get(`/urgings/mine?after=${encodeURIComponent(before.next)}&limit=50`)).lists).toHaveLength(31);
  expect((await call(h, '/api/v1/urgings/receipt', {}, { as: 'county-head' })).body).toEqual({ read: 231 });

  const first = await get('/urgings/mine');
  expect([days(first), first.earlier]).toEqual([['2026-03-17'], 230]);
  const seen = days(first);
  for (let page = first; page.next; ) {
    page = await get(`/urgings/mine?after=${encodeURIComponent(page.next)}&limit=50`);
    expect(page.lists.every(({ read }: { read: string | null }) => read !== null)).toBe(true);
    seen.push(...days(page));
  }
  expect(seen).toHaveLength(231);
  expect(seen).toEqual([...seen].sort().reverse());
  // Of nobody else's lists, and no page that there is not.
  for (const bad of [`after=${encodeURIComponent(id)}`, 'after=nothing', 'limit=51', 'limit=0'])
    expect((await get(`/urgings/mine?${bad}`, bad.includes('17') ? 'chief' : 'county-head')).code, bad).toBe('invalid-input');
  await h.db.owner.query("DELETE FROM urging.list WHERE id LIKE '% %'");
});

it('[X3] what an earlier release delivered keeps a notice for each clock, by the names that its receipts use', async () => {
  const client = await h.db.owner.connect();
  try {
    await client.query(
      `INSERT INTO urging.record (number, at, day, kind, actor, body, chain)
         SELECT number + 100, at, day, kind, actor, replace(replace(body, ',"together":true', ''), '2026-', '2025-'), chain
           FROM urging.record WHERE kind = 'notices'`,
    );
    await rebuildUrging(client, true);
    const { rows } = await client.query(
      `SELECT l.id = concat_ws('/', l.day, l.person, 'notice', e.matter, e.clock) AS own, count(DISTINCT l.id)::int AS lists
         FROM urging.list l JOIN urging.entry e ON e.list = l.id WHERE l.kind = 'notice' AND l.person = $1 GROUP BY 1 ORDER BY 1`,
      [(await client.query("SELECT person FROM urging.entry WHERE rung = 'county-head' LIMIT 1")).rows[0].person],
    );
    expect(rows).toEqual([
      { own: false, lists: 1 },
      { own: true, lists: 3 },
    ]);
  } finally {
    client.release();
  }
});
