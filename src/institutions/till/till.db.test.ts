import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { application, call } from '../../../test/support/call.ts';
import { openTestHouse } from '../../../test/support/house.ts';
import { setClock } from '../../county-clock.ts';
import { institutions } from '../../institutions.ts';
import { rebuild } from '../../kernel/matter/rebuild.ts';

const h = await openTestHouse();
const api = '/api/v1';
const at = (local: string) => setClock(h.house, Date.parse(`${local}:00+08:00`));
const get = (path: string, as?: string) => call(h, `${api}${path}`, undefined, { as });
const post = (path: string, body: unknown, as?: string) => call(h, `${api}${path}`, body, { as });
const day = async (query = '') => (await get(`/till${query}`, 'cashier')).body;

/** 300 square metres of road for a day: 90 yuan. */
async function paid(method: string): Promise<string> {
  const { number } = (await call(h, `${api}/matters`, application({ item: 'UMB-L01' }))).body;
  await h.act(number, 'clerk', 'accept');
  await h.act(number, 'UMB-EX1', 'bill', { charge: 'UMB-C02', quantity: 300 });
  await h.act(number, 'cashier', 'pay', { amount: 90, method, receipt: `R-${number}` });
  return number;
}

describe('a day at the till', () => {
  it('[S3-44] is counted against the records, counted again when money moved, and reviewed by another', async () => {
    await at('2026-02-10T10:00');
    const [inCash] = [await paid('cash'), await paid('mobile')];
    const found = await day();
    expect(found.methods.map((m: { method: string; paid: number; payments: number }) => [m.method, m.payments, m.paid])).toEqual([
      ['cash', 1, 9000],
      ['card', 0, 0],
      ['transfer', 0, 0],
      ['mobile', 1, 9000],
    ]);
    expect([found.count, found.acts.map((a: { name: string; allowed: boolean }) => [a.name, a.allowed])]).toEqual([
      null,
      [['count', true]],
    ]);

    expect((await post('/till/counts', { float: 200, counted: 280 }, 'cashier')).body.code).toBe('till-reason-needed');
    expect((await post('/till/counts', { float: 200, counted: 290 }, 'clerk')).body.code).toBe('till-cashier-only');
    const { status, body } = await post('/till/counts', { float: 200, counted: 280, reason: '少一张十元' }, 'cashier');
    expect([status, body.day]).toEqual([201, '2026-02-10']);
    expect((await post('/till/counts', { float: 200, counted: 290 }, 'cashier')).body.code).toBe('till-counted-already');
    expect((await day()).count).toMatchObject({ difference: -1000, cash: 9000, mobile: 9000, reason: '少一张十元', times: 1 });

    await h.act(inCash!, 'UMB-DEP', 'order-refund', { amount: 40, reason: '多收' });
    await h.act(inCash!, 'cashier', 'refund', { amount: 40 });
    expect(await day()).toMatchObject({ moved: true, float: 20_000 });
    const review = (as: string) => post(`/till/counts/${body.count}/review`, { note: '已核' }, as);
    expect((await review('ASB-SH')).body.code).toBe('till-money-moved');
    expect((await review('cashier')).body.code).toBe('till-reviewer-only');
    await post('/till/counts', { float: 200, counted: 250, again: true }, 'cashier');
    expect(await day()).toMatchObject({ moved: false, count: { difference: 0, cash: 5000, times: 2, reason: null } });
    expect((await review('ASB-SH')).status).toBe(200);
    expect((await review('ASB-SH')).body.code).toBe('till-reviewed');
    expect((await post('/till/counts', { float: 0, counted: 0, again: true }, 'cashier')).body.code).toBe('till-reviewed');
    expect((await day()).count.reviewerName.zh).toMatch(/\p{Script=Han}/u);
  });

  it('is seen by few, taken away as a list, and bad words are told', async () => {
    for (const path of ['/till', '/till/counts.csv', '/till/counts.xlsx']) {
      expect([(await get(path)).status, (await get(path, 'chief')).body.code]).toEqual([401, 'till-not-yours-to-see']);
      expect((await get(path, 'auditor')).status).toBe(200);
    }
    for (const odd of ['x', '2026-02-30', '']) expect((await get(`/till?day=${odd}`, 'cashier')).status).toBe(422);
    for (const odd of [
      null,
      [],
      'x',
      { float: -1, counted: 1 },
      { float: 1, counted: '1' },
      { float: 0, counted: 0, day: '9999-12-31' },
      { day: 5 },
    ])
      expect((await post('/till/counts', odd, 'cashier')).status, JSON.stringify(odd)).toBe(422);
    expect((await post('/till/counts', { float: 0, counted: 0, day: '2026-02-11' }, 'cashier')).body.code).toBe('till-day-to-come');
    expect((await post('/till/counts/2026-T-999999/review', {}, 'ASB-SH')).body.code).toBe('matter-not-found');
    const csv = await fetch(`${h.url}${api}/till/counts.csv?lang=en`, { headers: h.as('auditor') });
    const rows = parse(await csv.text(), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map((row) => [row.Day, row['Counted (yuan)'], row['Cash by the records (yuan)'], row['Times counted']])).toEqual([
      ['2026-02-10', '250', '50', '2'],
    ]);
  });

  it('a till is no licence matter, and its table is what its facts say', async () => {
    const { count } = (await day()).count;
    expect((await get(`/matters/${count}`, 'clerk')).body.code).toBe('matter-not-found');
    const client = await h.db.owner.connect();
    const { differing } = await rebuild(
      client,
      institutions.flatMap((i) => (i.kind ? [i.kind] : [])),
      false,
    );
    client.release();
    expect(Object.entries(differing).filter(([, n]) => n > 0)).toEqual([]);
  });
});
