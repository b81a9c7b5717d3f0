import { expect, it } from 'vitest';
import { application, call } from '../../../test/support/call.ts';
import { openTestHouse } from '../../../test/support/house.ts';
import { urgingText } from '../../cli/urgings.ts';
import { setClock } from '../../county-clock.ts';

const h = await openTestHouse();
const at = (moment: string) => setClock(h.house, Date.parse(`${moment}+08:00`));
const get = async (path: string, as: string) => (await call(h, `/api/v1${path}`, undefined, { as })).body;

it('[P19] who sits on two rungs has one line a clock of a morning, which names both; both stay on record', async () => {
  await at('2026-03-02T09:00');
  const { number } = (await call(h, '/api/v1/matters', application({ item: 'SAM-L01' }), { as: 'citizen' })).body;
  await h.act(number, 'clerk', 'accept');
  // It waits for the section head's check, who so is its handler as well; nobody looked for days.
  await h.act(number, 'SAM-EX1', 'propose', { step: 'lead', opinion: 'agree', text: '符合' });
  await at('2026-03-27T09:00');
  const { rows } = await h.db.owner.query(
    `SELECT clock, array_agg(rung ORDER BY rung DESC) AS rungs FROM urging.entry WHERE matter = $1 AND person = (
       SELECT person FROM urging.entry WHERE rung = 'section-head' LIMIT 1) GROUP BY clock, due`,
    [number],
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { rungs } of rows) expect(rungs).toEqual(['section-head', 'handler']);

  const mine = await get('/urgings/mine', 'section-head');
  expect(mine.waiting).toEqual({ lists: 1, entries: rows.length });
  expect(mine.lists[0].entries).toHaveLength(rows.length);
  expect(mine.lists[0].entries[0]).toMatchObject({
    rung: 'section-head',
    rungs: ['handler', 'section-head'],
    rungName: { zh: '承办岗、股室负责人', en: 'Handler, Section head' },
  });

  // The county's list: each number opens as many rows, a line found on either of its rungs.
  const { organs } = await get('/urgings/open', 'efficiency-inspector');
  for (const [rung, n] of Object.entries({ ...organs[0].rungs, '': organs[0].open }))
    expect((await get(`/urgings?organ=SAM&rung=${rung}`, 'efficiency-inspector')).total, rung).toBe(n);
  expect(organs[0].rungs['section-head']).toBe(organs[0].rungs.handler);
  const each = Object.values<number>(organs[0].rungs).reduce((sum, n) => sum + n, 0);
  expect(organs[0].open).toBe(each - rows.length);
});

it('[X3] the command says it in one language, in the county’s own time', async () => {
  await call(h, '/api/v1/urgings/receipt', {}, { as: 'section-head' });
  const mine = await get('/urgings/mine', 'section-head');
  expect(urgingText(mine.lists[0].entries[0])).toMatch(/ Handler, Section head {2}[A-Z][a-z]+ [A-Z][a-z]+ {2}read 2026-03-27 09:\d\d$/);
  for (const line of mine.lists[0].entries) expect(urgingText(line)).not.toMatch(/\p{Script=Han}/u);
});
