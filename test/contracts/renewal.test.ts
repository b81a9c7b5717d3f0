import { describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { application, call, WANG } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();
const at = (when: string) => setClock(h.house, Date.parse(`${when}+08:00`));
const opinion = { opinion: 'agree', text: '材料齐全，同意。' };
const page = async (path: string, lang = 'zh-CN') => (await fetch(`${h.url}${path}`, { headers: { 'accept-language': lang } })).text();
const plain = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

/** A licence that ends so many months after it was granted. */
async function licensed(months: number): Promise<string> {
  const filed = application({ item: 'SAM-L02', channel: 'window', applicant: WANG });
  const { number } = (await call(h, '/api/v1/matters', filed, { as: 'clerk' })).body;
  await h.act(number, 'clerk', 'accept');
  for (const [seat, act] of Object.entries({ EX1: 'propose', SH: 'check', DEP: 'approve' }))
    await h.act(number, `SAM-${seat}`, act, { step: 'lead', ...opinion });
  await h.act(number, 'chief', 'decide', { outcome: 'granted', reason: '符合条件。', months });
  return number;
}

/** The form as a browser sends it, with hardly anything filled in. */
async function sent(licence: string): Promise<string> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ case: 'renewal', licence })) form.set(name, value);
  const answer = await fetch(`${h.url}/apply/SAM-L02`, { method: 'POST', body: form, headers: { 'accept-language': 'en' } });
  expect(answer.status).toBe(422);
  return plain(await answer.text());
}

describe('the last day for a renewal (行政许可法 50)', () => {
  it('is told in the guide and on the form before anything is filed', async () => {
    expect(plain(await page('/items/SAM-L02'))).toContain('到期前至少 30个工作日 申请延续（《行政许可法》第五十条）');
    const english = plain(await page('/apply/SAM-L02?case=renewal', 'en'));
    expect(english).toContain('Apply at least 30 working days before the licence ends');
    expect(english).toContain('silence does not renew');
    expect(plain(await page('/apply/SAM-L02?case=new', 'en'))).not.toContain('silence does not renew');
    const { body } = await call(h, '/api/v1/window/items/SAM-L02', undefined, { as: 'clerk' });
    expect(body.renewal).toEqual({ amount: 30, unit: 'wd' });
  });

  it('of a licence that is named is told by its register, by the form that comes back, and at the window', async () => {
    await at('2026-03-02T09:00');
    const [near, far] = [await licensed(2), await licensed(60)];
    const licence = async (number: string) => (await call(h, `/api/v1/licences/L-${number}`)).body;
    const { calendar } = await h.house.moment();
    const { until, renewal } = await licence(near);
    expect(renewal).toEqual({ by: calendar.nth(until, -30), provisional: false });
    expect((await licence(far)).renewal.provisional).toBe(true);

    const form = await sent(`L-${near}`);
    expect(form).toContain(`Licence L-${near} ends on`);
    expect(form).toMatch(/: apply by \d+ \w+ 2026\./);
    expect(await sent(`L-${far}`)).toContain('Provisional');
    expect(await sent('L-NONE')).not.toContain('Licence L-NONE');

    const look = async () =>
      (await call(h, '/api/v1/window/person', { idType: WANG.idType, idNumber: WANG.idNumber }, { as: 'clerk' })).body.matters as {
        number: string;
        licence?: object;
      }[];
    expect((await look()).find(({ number }) => number === near)?.licence).toEqual({ number: `L-${near}`, until, renewal });

    await at(`${calendar.nth(renewal.by, 1)}T09:00`);
    expect(await sent(`L-${near}`)).toContain('it has passed');
    await at(`${calendar.nth(until, 1)}T09:00`);
    expect((await licence(near)).renewal).toBeUndefined();
    expect((await look()).find(({ number }) => number === near)?.licence).toBeUndefined();
  });
});
