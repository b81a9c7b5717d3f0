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

  it('what only the county sets leads to its own page; an unknown statute is not found', async () => {
    const county = await fetch(`${h.url}/law/hotline`, { redirect: 'manual' });
    expect([county.status, county.headers.get('location')]).toEqual([303, '/law/county#hotline.handle']);
    expect((await fetch(`${h.url}/law/nothing`)).status).toBe(404);
    expect((await fetch(`${h.url}/law/petition`)).status).toBe(200);
  });
});
