import { expect, it } from 'vitest';
import { application, call } from '../../../test/support/call.ts';
import { openTestHouse } from '../../../test/support/house.ts';
import { setClock } from '../../county-clock.ts';

const h = await openTestHouse();
const get = async (path: string, as: string) => (await call(h, `/api/v1${path}`, undefined, { as })).body;

it('[S1-38] a date that rests on a year without a notice is marked wherever it is shown: track page, desk, board, head’s page', async () => {
  await setClock(h.house, Date.parse('2026-12-07T09:00+08:00'));
  const filed = (await call(h, '/api/v1/matters', application({ item: 'UMB-L05' }), { as: 'citizen' })).body;
  await h.act(filed.number, 'clerk', 'accept');
  const { legal } = Object.fromEntries(
    (await get(`/matters/${filed.number}`, 'clerk')).clocks.map((clock: { kind: string }) => [clock.kind, clock]),
  );
  expect(legal).toMatchObject({ due: '2027-01-05', provisional: true });
  const page = async (lang: string) => (await call(h, `/track/${filed.number}?code=${filed.queryCode}&lang=${lang}`)).body as string;
  expect(await page('en')).toContain('Tue 5 Jan 2027 (provisional)');
  expect((await page('zh')).replace(/<[^>]+>/g, '')).toMatch(/2027年1月5日[^。]*（暂定）/);

  const of = (rows: readonly { matter?: string; number?: string }[]) => rows.find((row) => (row.matter ?? row.number) === filed.number);
  const moments = [
    ['2026-12-08T09:00', false],
    ['2027-01-05T09:00', true],
  ] as const;
  for (const [moment] of moments) {
    await setClock(h.house, Date.parse(`${moment}+08:00`));
    const row = of((await get('/desk?limit=200', 'umb-examiner')).work) as { due?: string; provisional?: boolean };
    expect(row.provisional, moment).toBe(row.due!.startsWith('2027'));
    const held = of((await get('/board/matters?organ=UMB', 'efficiency-inspector')).matters) as typeof row;
    expect(held.provisional, moment).toBe(held.due!.startsWith('2027'));
  }
});
