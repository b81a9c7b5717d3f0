import { describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { application, call, WANG } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();
const get = (path: string, as?: string) => call(h, `/api/v1${path}`, undefined, { as });
const at = (when: string) => setClock(h.house, Date.parse(`${when}+08:00`));
const file = async () =>
  (await call(h, '/api/v1/matters', application({ item: 'SAM-L02', channel: 'window', applicant: WANG }), { as: 'clerk' })).body
    .number as string;
const withdraw = (number: string) => h.act(number, 'clerk', 'withdraw', { reason: '材料不齐，改日再来', signed: true });

describe('withdrawn and filed again (P14)', () => {
  it('is counted for those who supervise, with the rows behind the number, and said on the matter to officers', async () => {
    expect((await get('/board/refilings', 'efficiency-inspector')).body).toMatchObject({ total: 0, rows: [] });
    await at('2026-03-02T09:30');
    const first = await file();
    await withdraw(first);
    await at('2026-03-05T10:00');
    const second = await file();
    await withdraw(second);
    await at('2026-03-06T10:00');
    const third = await file();

    for (const who of ['efficiency-inspector', 'auditor']) {
      const { total, rows } = (await get('/board/refilings', who)).body;
      expect(total).toBe(2);
      expect(rows.map((r: { cells: unknown[] }) => [r.cells[0], r.cells[1], ...r.cells.slice(5)])).toEqual([
        [third, second, '2026-03-05', '2026-03-06', 1],
        [second, first, '2026-03-02', '2026-03-05', 3],
      ]);
      expect(rows[0].href).toBe(`/workbench/matters/${third}`);
      expect(JSON.stringify(rows)).not.toContain(WANG.name);
    }
    const page = (await get('/board/refilings?limit=1', 'auditor')).body;
    const rest = (await get(`/board/refilings?limit=1&after=${page.next}`, 'auditor')).body;
    expect([page.rows[0].cells[0], rest.rows[0].cells[0], rest.next]).toEqual([third, second, undefined]);
    expect((await get('/board/refilings?organ=DRC', 'auditor')).body.total).toBe(0);
    expect((await get('/board/refilings.csv?lang=en', 'auditor')).body).toContain('Days between');
    for (const bad of ['days=7', 'after=x']) expect((await get(`/board/refilings?${bad}`, 'auditor')).status).toBe(422);
    for (const who of ['clerk', 'SAM-CHF', 'citizen']) expect((await get('/board/refilings', who)).body.code, who).toBe('no-authority');

    const story = async (number: string, who = 'clerk') => (await get(`/matters/${number}/story`, who)).body.withdrawnBefore;
    expect(await story(third)).toEqual([
      { number: second, on: '2026-03-05' },
      { number: first, on: '2026-03-02' },
    ]);
    expect(await story(third, 'SAM-EX1')).toHaveLength(2);
    expect(await story(first)).toBeUndefined();
    expect((await get(`/matters/${third}/eyes/citizen`, 'clerk')).body.story.withdrawnBefore).toBeUndefined();
  });
});
