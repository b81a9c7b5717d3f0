import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { buildCatalogue } from './catalogue.ts';
import { readCatalogueFolder } from './commands.ts';
import { find } from './portal/find.ts';
import { noLicence } from './rules.ts';
import { partly } from './search.ts';

const catalogue = buildCatalogue(readCatalogueFolder(join(import.meta.dirname, '../../../county/model/catalogue')).parts);
const on = '2026-02-13' as LocalDate;

describe('searching in everyday words', () => {
  const found = (words: string, lang: 'zh' | 'en' = 'zh') => catalogue.search(words, lang, on).map(({ item }) => item.id);

  it('finds the food licence first for opening a restaurant, and what else is needed after it', () => {
    expect(found('开饭店').slice(0, 3)).toEqual(['SAM-L01', 'FRS-L01', 'TOB-L01']);
    expect(found('我想开一家饭店').slice(0, 3)).toEqual(['SAM-L01', 'FRS-L01', 'TOB-L01']);
    expect(found('open a restaurant', 'en')[0]).toBe('SAM-L01');
    expect(found('Opening a RESTAURANT', 'en').slice(0, 2)).toEqual(['SAM-L01', 'FRS-L01']);
  });

  it.each(['开饭馆', '开餐馆', '开饭店', '开小吃店', '我想开个饭馆', '饭馆'])('the food licence first for %s', (words) => {
    expect(found(words)[0]).toBe('SAM-L01');
  });

  it('traditional characters find what the simplified find, in the same order', () => {
    for (const [traditional, simplified] of [
      ['開飯店', '开饭店'],
      ['我想開一家餐館', '我想开一家餐馆'],
      ['請問開小吃店需要什麼手續', '请问开小吃店需要什么手续'],
      ['裝招牌', '装招牌'],
      ['營業執照', '营业执照'],
    ] as const) {
      expect(found(simplified).length).toBeGreaterThan(0);
      expect(found(traditional)).toEqual(found(simplified));
    }
  });

  it.each([
    ['装招牌', 'UMB-L05'],
    ['开药店', 'SAM-L07'],
    ['办幼儿园', 'EDU-L02'],
    ['砍树', 'FOR-L03'],
    ['跑货运', 'TRA-L11'],
    ['养猪', 'ARA-L07'],
    ['老家盖房', 'ARA-L25'],
    ['开理发店', 'CDC-L01'],
    ['卖烟', 'TOB-L01'],
    ['开公司', 'ASB-L01'],
    ['新车上牌', 'PSB-L22'],
    ['食品经营许可', 'SAM-L01'],
    ['building permit', 'HUC-L01'],
    ['how do I open a clinic', 'HCB-L02'],
    ['labour dispatch', 'HRS-L04'],
    ['SAM-L02', 'SAM-L02'],
  ])('%s → %s', (words, id) => {
    expect(found(words, /[a-z]/.test(words) ? 'en' : 'zh')[0]).toBe(id);
  });

  it('finds nothing for nothing', () => {
    expect(found('')).toEqual([]);
    expect(found('xyzzy')).toEqual([]);
    expect(found('的')).toEqual([]);
  });

  it.each(['开饭店', '广告牌', '食品生产', '请问开小吃店需要什么手续', 'food', 'open a restaurant', 'SAM-L02', 'xyzzy', '没有这样的东西'])(
    'nothing is missing of %s, or nothing is found',
    (words) => expect(partly(catalogue.search(words, 'zh', on))).toBe(false),
  );

  it.each([
    ['restaurant zzxqy', 'restaurant'],
    ['开饭店 飞机场', '开饭店'],
    ['广告 牌 直升机', '广告牌'],
    ['广告牌直升机', '广告牌'],
    ['食品 直升机', '食品'],
    ['food helicopter', 'food'],
    ['不存在的编号', undefined],
  ])('only a part of %s is found, and said to be', (words, known) => {
    const hits = catalogue.search(words, 'zh', on);
    expect(partly(hits)).toBe(true);
    if (known) expect(found(known)).toContain(hits[0]?.item.id);
  });

  it('counts convenience items and bundles among what is found, and shows first what fits best', () => {
    const ask = (q: string, lang: 'zh' | 'en' = 'zh') => find({ q, page: 1 }, catalogue, on, lang)!;
    for (const q of ['最低生活保障', '低保', '结婚登记', '无犯罪记录证明', '身份证丢了']) {
      const { title, items, services, bundles } = ask(q);
      expect(services.length, q).toBeGreaterThan(0);
      expect(title.zh, q).toContain(`找到${items.length + services.length + bundles.length}项`);
    }
    expect(ask('低保').services[0]?.id).toBe('CAB-C03');
    expect(ask('marriage', 'en').services.length).toBeGreaterThan(0);
    expect(ask('无犯罪记录证明')).toMatchObject({ besideFirst: true, services: [{ id: 'PSB-C18' }] });
    expect(ask('新生儿').bundles.map(({ id }) => id)).toEqual(['B03']);
    expect(ask('开饭店').besideFirst).toBe(false);
    expect(ask('没有这样的东西')).toMatchObject({ items: [], services: [], bundles: [] });
  });

  it('tells who asks for a convenience item as a licence to go to its window', () => {
    expect(noLicence('PSB-C18', catalogue)).toMatchObject({
      code: 'item-at-window',
      params: { name_en: 'Certificate of no criminal record' },
    });
    expect(noLicence('NOPE', catalogue).code).toBe('item-unknown');
    const fee = catalogue.charges().find(({ kind }) => kind === 'charge')!;
    expect(noLicence(fee.id, catalogue).code).toBe('item-unknown');
  });

  it('finds convenience items apart', () => {
    expect(catalogue.searchServices('婚姻登记')[0]?.item.id).toBe('CAB-C07');
  });
});
