import { beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { erasePerson } from '../../src/kernel/journal/erase.ts';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';
import { tellAll } from '../support/story.ts';

const h = await openTestHouse();
const api = '/api/v1';
const get = (path: string, as?: string) => call(h, `${api}${path}`, undefined, { as });
let told: Awaited<ReturnType<typeof tellAll>>;

beforeAll(async () => {
  told = await tellAll(h.house);
  await call(h, `${api}/matters`, application({ item: 'SAM-L02' }));
  await setClock(h.house, Date.parse('2026-03-11T09:00:00+08:00'));
});

describe('the search', () => {
  const search = async (q: string, as: string) => (await get(`/search?q=${encodeURIComponent(q)}`, as)).body;
  const numbersOf = (found: { matters: { number: string }[] }) => found.matters.map((m) => m.number);

  it('says so where only a part of the words is found', async () => {
    const { items, note } = await search('不存在的编号', 'clerk');
    expect(items.length).toBeGreaterThan(0);
    expect(note).toMatchObject({
      zh: expect.stringContaining('只含所输入的一部分字词'),
      en: expect.stringContaining('a part of the words only'),
    });
    for (const q of ['广告 牌 直升机', '广告牌直升机', '食品 直升机', 'restaurant zzxqy'])
      expect((await search(q, 'clerk')).note, q).toEqual(note);
    for (const q of ['食品生产', '开饭店', 'food', '没有这样的东西']) expect((await search(q, 'clerk')).note, q).toBeUndefined();
  });

  it('says the same to the public, on the page and as data', async () => {
    const page = async (q: string) =>
      String((await call(h, `/items?q=${encodeURIComponent(q)}`, undefined, { headers: { 'accept-language': 'en' } })).body);
    const list = async (q: string) => (await call(h, `/api/v1/items?q=${encodeURIComponent(q)}`)).body;
    const said = 'contains a part of the words only';
    for (const q of ['restaurant zzxqy', '开饭店 飞机场']) {
      expect((await list(q)).note.en).toContain(said);
      expect(await page(q)).toContain(said);
    }
    for (const q of ['open a restaurant', '开饭店']) {
      expect((await list(q)).note, q).toBeUndefined();
      expect(await page(q)).not.toContain(said);
    }
  });

  it('names to the public what the page names: items, convenience items and bundles, each with its kind', async () => {
    const list = async (q: string) => (await call(h, `/api/v1/items?q=${encodeURIComponent(q)}`)).body;
    const page = async (q: string) => String((await call(h, `/items?q=${encodeURIComponent(q)}`)).body);
    const kinds = new Set<string>();
    for (const q of ['居住证', '开饭店', '开办餐饮店', '占用']) {
      const { items, services, bundles } = await list(q);
      const shown = await page(q);
      for (const { kind, name } of [...items.slice(0, 20), ...services, ...bundles]) {
        kinds.add(kind);
        expect(shown, `${q}: ${name}`).toContain(name);
      }
    }
    expect([...kinds].sort()).toEqual(['bundle', 'charge', 'convenience', 'item']);
    expect((await list('居住证')).services[0]).toEqual({
      ...{ kind: 'convenience', id: 'PSB-C17', name: '居住证办理', department: '县公安局' },
      ...{ charged: false, standard: null },
    });
    const { items, ...rest } = (await call(h, '/api/v1/items?limit=2')).body;
    expect([items.map(({ kind }: { kind: string }) => kind), Object.keys(rest)]).toEqual([['item', 'item'], ['next']]);
  });

  it('holds the department, and pages, for what everyday words find too', async () => {
    const list = async (more: string) => (await call(h, `/api/v1/items?q=${encodeURIComponent('许可')}${more}`)).body;
    const ids = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);
    const whole = await list('&limit=300');
    expect(whole.next).toBeUndefined();
    const first = await list('&limit=2');
    expect([ids(first), first.next]).toEqual([ids(whole).slice(0, 2), ids(whole)[1]]);
    expect(ids(await list(`&limit=2&after=${first.next}`))).toEqual(ids(whole).slice(2, 4));
    expect((await list('&after=XXX')).errors).toMatchObject([{ path: 'after', code: 'not-an-option' }]);
    const own = await list('&limit=300&department=SAM');
    const named = new Set([...own.items, ...own.services, ...own.bundles].map(({ department }) => department));
    expect([own.items.length > 0, own.items.length < whole.items.length, [...named]]).toEqual([true, true, ['县市场监督管理局']]);
  });

  it('finds a name whichever dot stands between its parts, or none', async () => {
    const applicant = { ...application({}).applicant, name: '努尔·阿合买提' };
    const { number } = (await call(h, `${api}/matters`, application({ item: 'SAM-L02', applicant }))).body;
    for (const q of ['努尔·阿合买提', '努尔•阿合买提', '努尔．阿合买提', '努尔阿合买提', '尔・阿合'])
      expect(numbersOf(await search(q, 'chief')), q).toContain(number);
    expect(numbersOf(await search('努尔·阿合买买', 'chief'))).not.toContain(number);
  });

  it('finds by the whole number or its end, the name whole only for who has a part in it', async () => {
    const { number } = told.sign;
    for (const q of [number, number.toLowerCase(), number.slice(-6), ` ${number.slice(-8)} `, String(Number(number.slice(-6)))])
      expect(numbersOf(await search(q, 'UMB-EX1')), q).toContain(number);
    const row = async (as: string) => (await search(number, as)).matters[0];
    expect(await row('UMB-EX1')).toMatchObject({
      number,
      item: 'UMB-L05',
      status: 'accepted',
      light: expect.any(String),
      applicant: '陈晓梅',
    });
    expect((await row('clerk')).applicant).toBe('陈晓梅');
    expect((await row('drc-examiner')).applicant).toBe('陈**');
    expect((await search(told.food.number, 'drc-examiner')).matters[0].applicant).toBe('示范县青禾餐饮有限公司');
  });

  it('finds by an applicant’s whole name for those who may see the matter, for nobody else', async () => {
    expect(numbersOf(await search('陈晓梅', 'clerk'))).toEqual(expect.arrayContaining([told.sign.number, told.correction.number]));
    const umb = numbersOf(await search('陈晓梅', 'UMB-EX1'));
    expect(umb).toContain(told.sign.number);
    expect(umb).not.toContain(told.correction.number);
    expect(numbersOf(await search('陈晓梅', 'HUC-EX1'))).toContain(told.sign.number);
    expect(numbersOf(await search('陈晓梅', 'drc-examiner'))).toEqual([]);
  });

  it('finds by a part of the name, two characters and more, under the same permission; an erased person no more', async () => {
    for (const part of ['陈晓', '晓梅']) expect(numbersOf(await search(part, 'clerk')), part).toContain(told.correction.number);
    expect(numbersOf(await search('青禾', 'clerk'))).toContain(told.refused.number);
    expect(numbersOf(await search('青禾', 'SAM-EX1'))).toContain(told.food.number);
    expect(numbersOf(await search('青禾', 'SAM-EX1'))).not.toContain(told.refused.number);
    expect(numbersOf(await search('晓梅', 'drc-examiner'))).toEqual([]);
    for (const none of ['陈', '梅晓', '陈梅', '青禾饮食']) expect(numbersOf(await search(none, 'clerk')), none).toEqual([]);
    // It says why, and only of a single character that is no number.
    expect((await search('梅', 'clerk')).note.zh).toContain('至少要输入两个字');
    for (const other of ['晓梅', '9']) expect((await search(other, 'clerk')).note, other).toBeUndefined();
    const onDesk = async (q: string) =>
      (await get(`/desk?q=${encodeURIComponent(q)}`, 'UMB-SH')).body.work.map((w: { matter: string }) => w.matter);
    expect(await onDesk('晓梅')).toContain(told.sign.number);
    expect(await onDesk('梅')).toEqual([]);
    const client = await h.db.owner.connect();
    const { rows } = await client.query('SELECT person FROM matter.matter WHERE number = $1', [told.silent.number]);
    expect(numbersOf(await search('青禾餐', 'clerk'))).toContain(told.silent.number);
    await erasePerson(client as never, rows[0].person, 1_771_000_000, '本人要求');
    client.release();
    expect(numbersOf(await search('青禾餐', 'clerk'))).not.toContain(told.silent.number);
  });

  it('finds items by their words, with the matters of one’s own organs', async () => {
    const found = await search('户外广告', 'UMB-EX1');
    expect(found.items[0]).toMatchObject({ id: 'UMB-L05', name: { en: expect.any(String) } });
    expect(numbersOf(found)).toContain(told.sign.number);
    expect((await search('户外广告', 'drc-examiner')).matters).toEqual([]);
    for (const nothing of ['', '   ', '%', '_', '\\', 'x'.repeat(500)])
      expect((await search(nothing, 'clerk')).matters, nothing).toEqual([]);
    expect((await search('1', 'clerk')).matters.length).toBeLessThanOrEqual(20);
  });
});
