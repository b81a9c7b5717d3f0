import { expect, it } from 'vitest';
import { application, call } from '../../../test/support/call.ts';
import { openTestHouse } from '../../../test/support/house.ts';
import { setClock } from '../../county-clock.ts';

const h = await openTestHouse();
const at = (moment: string) => setClock(h.house, Date.parse(`${moment}+08:00`));

it('[X3] [P19] a statutory limit that ends on a Saturday: on Sunday the chief and the efficiency office hear of it with the leaders', async () => {
  await at('2026-04-22T09:00');
  const { number } = (await call(h, '/api/v1/matters', application({ item: 'SAM-L02' }), { as: 'citizen' })).body;
  await h.act(number, 'clerk', 'accept');
  const told = async () =>
    (
      await h.db.owner.query(
        `SELECT DISTINCT e.rung, l.kind, l.arrived FROM urging.entry e JOIN urging.list l ON l.id = e.list
          WHERE e.matter = $1 AND e.clock = 'legal' ORDER BY l.arrived, e.rung`,
        [number],
      )
    ).rows.map(({ rung, kind, arrived }) => `${new Date(arrived.getTime() + 8 * 3_600_000).toISOString().slice(5, 10)} ${kind} ${rung}`);
  // The last day is 9 May, a Saturday on which one works.
  for (const moment of ['2026-05-08T09:00', '2026-05-09T09:00', '2026-05-10T00:05']) await at(moment);
  const sunday = [
    '05-08 morning handler',
    '05-09 morning section-head',
    ...['chief', 'county-head', 'efficiency-office', 'portfolio-leader'].map((rung) => `05-10 notice ${rung}`),
  ];
  expect(await told()).toEqual(sunday);
  const { lists } = (await call(h, '/api/v1/urgings/mine', undefined, { as: 'chief' })).body;
  expect(lists[0]).toMatchObject({ kind: 'notice', day: '2026-05-10', entries: [{ matter: number, tier: 'law', over: 1 }] });
  await at('2026-05-11T09:00');
  expect(await told()).toEqual(sunday);
});
