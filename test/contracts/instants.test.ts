import { expect, it } from 'vitest';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();

it('nobody says when he acted: the county’s clock does, at filing and at every act', async () => {
  const long = { at: 1_700_000_000, now: 1_700_000_000, seen: 1 };
  const filed = await call(h, '/api/v1/matters', { ...application(), ...long });
  expect(filed.status).toBe(201);
  await h.act(filed.body.number, 'clerk', 'accept', long);
  const { rows } = await h.db.owner.query(
    "SELECT min(at) >= '2026-02-09' AS today, count(*)::int AS n FROM journal.fact WHERE matter = $1",
    [filed.body.number],
  );
  expect(rows[0]).toEqual({ today: true, n: 2 });
});
