import { expect, it } from 'vitest';
import { application, call, whole } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();

it('nobody says when he acted: the county’s clock does, at filing and at every act', async () => {
  const long = { at: 1_700_000_000, now: 1_700_000_000, seen: 1 };
  const refused = await call(h, '/api/v1/matters', { ...application(), ...long });
  expect([refused.status, refused.body.errors.map((e: { path: string; code: string }) => `${e.path} ${e.code}`)]).toEqual([
    422,
    ['at, now, seen unknown-field'],
  ]);
  const filed = await call(h, '/api/v1/matters', whole());
  const accept = (body: object) => call(h, `/api/v1/matters/${filed.body.number}/actions/accept`, body, { as: 'clerk' });
  expect((await accept({ at: long.at })).body.errors).toMatchObject([{ path: 'at', code: 'unknown-field' }]);
  expect((await accept({})).status).toBe(200);
  const { rows } = await h.db.owner.query(
    "SELECT min(at) >= '2026-02-09' AS today, count(*)::int AS n FROM journal.fact WHERE matter = $1",
    [filed.body.number],
  );
  expect(rows[0]).toEqual({ today: true, n: 2 });
});
