import { describe, expect, it } from 'vitest';
import { checkoutRoot } from '../../src/platform/checkout.ts';
import { readLaw } from '../../src/platform/law.ts';
import { termsOutward } from '../../src/terms.ts';
import { call } from '../support/call.ts';
import { banjieHere } from '../support/command.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();
const known = termsOutward(readLaw(checkoutRoot));

describe('the law as data', () => {
  it('[S3-65] is the same by command and by API, every field there', async () => {
    const heard = await banjieHere(['terms', '--json'], {});
    expect([heard.code, JSON.parse(heard.out)]).toEqual([0, known]);
    const answer = await call(h, '/api/v1/terms');
    expect([answer.status, answer.body]).toEqual([200, known]);
    for (const field of ['id', 'amount', 'unit', 'start', 'whose', 'roll', 'extend', 'pauses', 'silence', 'article', 'confidence'])
      expect(known.filter((term) => !(field in term))).toEqual([]);
  });

  it('is a table to read; one limit by its id or a former one; an unknown id is told its neighbours', async () => {
    const table = await banjieHere(['terms'], {});
    expect(table.out).toMatch(/licensing\.decide +20 wd \+10 +organ +行政许可法 42\(1\) V · Decision/);
    expect(table.out.indexOf('no national law')).toBeLessThan(table.out.indexOf('hotline.handle'));
    const one = await banjieHere(['terms', 'licensing.acceptance', '--json'], {});
    expect(JSON.parse(one.out)).toMatchObject({ id: 'licensing.accept', formerly: ['licensing.acceptance'] });
    expect((await banjieHere(['terms', 'petition.rereview'], {})).out).toContain('pauses      petition-hearing');
    const unknown = await banjieHere(['terms', 'petition.concluded', '--json'], {});
    expect([unknown.code, JSON.parse(unknown.out)]).toMatchObject([1, { code: 'term-unknown', term: 'petition.concluded' }]);
    expect(unknown.err).toContain('Near it: petition.conclude, ');
  });

  it('is taken away as a table by command and by anybody, what comes back and the county’s parameters too', async () => {
    const heard = await banjieHere(['terms', '--csv', '-', '--lang', 'en'], {});
    const [heads, ...rows] = heard.out.trim().split('\r\n');
    expect([heard.code, heads, rows.length]).toEqual([
      0,
      expect.stringContaining('Id,Limit,What it is,How long,Counted from'),
      known.length,
    ]);
    expect(rows.find((row) => row.startsWith('emergency.drill,'))).toContain('counted from the last time');
    expect((await banjieHere(['terms', '--csv', '-', '--lang', 'fr'], {})).code).toBe(2);
    const table = async (path: string) => (await h.app.inject({ url: `/api/v1/${path}`, headers: { 'accept-language': 'zh' } })).body;
    expect((await table('terms.csv')).trim().split('\r\n')).toHaveLength(known.length + 1);
    expect(await table('parameters.csv')).toMatch(/lights\.due-soon-share,.*,80%/);
    expect((await table('terms.xlsx')).slice(0, 2)).toBe('PK');
    expect((await fetch(`${h.url}/law`)).status).toBe(200);
  });

  it('what only the county sets leads to its own page; an unknown statute is not found', async () => {
    const county = await fetch(`${h.url}/law/hotline`, { redirect: 'manual' });
    expect([county.status, county.headers.get('location')]).toEqual([303, '/law/county#hotline.handle']);
    expect((await fetch(`${h.url}/law/nothing`)).status).toBe(404);
    expect((await fetch(`${h.url}/law/petition`)).status).toBe(200);
  });
});
