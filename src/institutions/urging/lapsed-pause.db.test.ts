import { expect, it } from 'vitest';
import { application, call } from '../../../test/support/call.ts';
import { openTestHouse } from '../../../test/support/house.ts';
import { setClock } from '../../county-clock.ts';

const h = await openTestHouse();
const at = (moment: string) => setClock(h.house, Date.parse(`${moment}+08:00`));
const get = async (path: string, as: string) => (await call(h, `/api/v1${path}`, undefined, { as })).body;

it('[X3] a lawful pause past its told end presses whoever handles it, on desk, list and the head’s page, until it is resumed', async () => {
  await at('2026-03-02T09:00');
  const { number } = (await call(h, '/api/v1/matters', application({ item: 'SAM-L02' }), { as: 'citizen' })).body;
  await h.act(number, 'clerk', 'accept');
  await h.act(number, 'SAM-EX1', 'pause', { ground: 'testing', expected: '2026-03-11', reason: '送检' });
  const entries = async () =>
    (
      await h.db.owner.query(
        'SELECT DISTINCT clock, due::text AS due, rung, day::text AS day, settled IS NOT NULL AS settled FROM urging.entry WHERE matter = $1 ORDER BY day, rung',
        [number],
      )
    ).rows;
  const desk = async () => (await get('/desk?step=lead&limit=200', 'SAM-EX1')).work.find((w: { matter: string }) => w.matter === number);

  await at('2026-03-11T16:00');
  expect([await entries(), await desk()]).toMatchObject([[], { light: 'paused', resumes: '2026-03-11' }]);
  await at('2026-03-12T09:00');
  const of = { clock: 'pause', due: '2026-03-11', settled: false };
  expect(await entries()).toEqual([
    { ...of, rung: 'handler', day: '2026-03-12' },
    { ...of, rung: 'section-head', day: '2026-03-12' },
  ]);
  expect(await desk()).toMatchObject({ light: 'step-overdue', due: null, resumes: '2026-03-11' });
  const [line] = (await get('/urgings/mine', 'SAM-EX1')).lists[0].entries;
  expect(line).toMatchObject({ matter: number, clockName: { zh: '暂停超过告知期限', en: 'pause past its told end' } });
  const { pressing } = await get('/head', 'chief');
  const [row] = pressing.filter((one: { matter: string }) => one.matter === number);
  expect(row).toMatchObject({ light: 'step-overdue', resumes: '2026-03-11' });
  expect(row).not.toHaveProperty('due');

  await at('2026-03-13T09:00');
  expect((await entries()).at(-1)).toMatchObject({ rung: 'chief', day: '2026-03-13' });
  await h.act(number, 'SAM-EX1', 'resume', { note: '报告已收到' });
  await at('2026-03-16T09:00');
  expect((await entries()).filter(({ clock }) => clock === 'pause').map(({ settled }) => settled)).toEqual([true, true, true]);
});
