import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();
const N = 230;
const page = async (path: string, lang: string): Promise<string> =>
  (await call(h, path, undefined, { headers: { 'accept-language': lang } })).body;
const rowsOf = (html: string) => [...html.matchAll(/<tr><td|<tr>\s*<td|<tr><th scope="row"/g)].length;
const nextOf = (html: string) => /<a href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');

describe('the lists behind the numbers of the day', () => {
  it('[S1-62] are shown whole, page by page, in both languages, and a page does not grow with the day', async () => {
    for (let i = 0; i < N; i += 46) await Promise.all(Array.from({ length: 46 }, () => call(h, '/api/v1/matters', application())));
    for (const lang of ['zh', 'en']) {
      let seen = 0;
      let turns = 0;
      for (let at: string | undefined = '/today/received'; at && turns < 9; turns++) {
        const html = await page(at, lang);
        seen += rowsOf(html);
        expect(Buffer.byteLength(html)).toBeLessThan(60_000);
        expect(html).not.toMatch(/2026-SAM-\d{6}/);
        at = nextOf(html);
      }
      expect([lang, seen, turns]).toEqual([lang, N, 3]);
    }
  });

  it('a reader of the first page misses none and sees none twice, though more come in meanwhile', async () => {
    const first = await page('/today/received', 'zh');
    // Who comes in a later second stands before the first page; within a second the order is that of the numbers.
    await sleep(1_100);
    await Promise.all(Array.from({ length: 20 }, () => call(h, '/api/v1/matters', application())));
    const second = await page(nextOf(first)!, 'zh');
    const third = await page(nextOf(second)!, 'zh');
    expect([first, second, third].map(rowsOf)).toEqual([100, 100, N - 200]);
    expect(nextOf(third)).toBeUndefined();
  });

  it('what was concluded has pages too; an address that makes no sense is the first page', async () => {
    await h.db.owner.query(
      `INSERT INTO licensing.decision SELECT number, subject, organ, person, 'refused', 'P', (SELECT opened::date FROM matter.matter LIMIT 1),
         opened::date, opened::date, opened::date - 1, opened::date, false, true, 'x', false FROM matter.matter`,
    );
    const html = await page('/today/concluded', 'en');
    expect([rowsOf(html), nextOf(html)]).toEqual([100, '/today/concluded?page=2']);
    const last = await page('/today/concluded?page=3', 'en');
    expect([rowsOf(last), nextOf(last)]).toEqual([N + 20 - 200, undefined]);
    expect(last).toContain('href="/today/concluded?page=2" rel="prev"');
    expect([rowsOf(await page('/late', 'zh')), nextOf(await page('/late', 'zh'))]).toEqual([100, '/late?page=2']);
    for (const odd of ['/today/received?after=x', '/today/received?after=-1.-1', '/today/concluded?page=-4', '/late?page=x'])
      expect((await call(h, odd)).status, odd).toBe(200);
  });
});
