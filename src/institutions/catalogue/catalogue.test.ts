import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { anItem } from './builders.ts';
import { buildCatalogue } from './catalogue.ts';
import { readCatalogueFolder } from './commands.ts';
import { applicable, knownBundle } from './rules.ts';
import type { Parts } from './types.ts';
import { itemLine, itemView } from './views.ts';

const { parts, faults } = readCatalogueFolder(join(import.meta.dirname, '../../../county/model/catalogue'));
const catalogue = buildCatalogue(parts);
const on = '2026-02-13' as LocalDate;
const none: Parts = { items: [], charges: [], bundles: [], authority: [], departments: [] };

describe('the catalogue of the model county', () => {
  it('is read without a fault', () => {
    expect(faults).toEqual([]);
  });

  it('[S3-39] [S3-40] [S3-41] has 31 departments, 136 licence items and 62 charge and convenience items, counted', () => {
    expect(catalogue.check()).toEqual({ departments: 31, items: 223, core: 136, charges_and_convenience: 62, faults: [], explained: [] });
  });

  it('[S3-40] a count that differs from the register is a fault until it is explained', () => {
    const fewer = { ...parts, items: parts.items.filter(({ id }) => id !== 'SAM-L02') };
    const differing = buildCatalogue(fewer).check();
    expect(differing.core).toBe(135);
    expect(differing.faults.map(({ code }) => code)).toContain('count-differs');
    const explained = { ...fewer, entry: { ...parts.entry!, differences: ['SAM-L02 moved to the city, 2026-01-05'] } };
    expect(
      buildCatalogue(explained)
        .check()
        .faults.map(({ code }) => code),
    ).not.toContain('count-differs');
  });

  it('[S3-42] what does not fit together is a fault, all of it at once', () => {
    const spoiled = parts.items.map((item) => {
      if (item.id === 'SAM-L01') return { ...item, charges: ['SAM-C99'], pledge: undefined };
      return item.id === 'SAM-L02' ? { ...item, lead: 'H_FDA' } : item;
    });
    const charges = parts.charges.map((charge) => (charge.id === 'SAM-C01' ? { ...charge, relatedItem: 'SAM-L99' } : charge));
    const bundles = parts.bundles.map((bundle) =>
      bundle.id === 'B05' ? { ...bundle, items: [{ item: 'SAM-L98', optional: false }] } : bundle,
    );
    const authority = [...parts.authority.filter(({ act }) => act !== 'extend'), { ...parts.authority[0]!, item: 'NOPE-*' }];
    const found = buildCatalogue({ ...parts, items: spoiled, charges, bundles, authority }).check().faults;
    expect(found.map(({ code, item }) => `${code} ${item}`)).toEqual([
      'unknown-charge SAM-L01',
      'core-item-not-live SAM-L01',
      'unknown-department SAM-L02',
      'unknown-item SAM-C01',
      'unknown-item B05',
      'unknown-item NOPE-*',
      'act-without-authority ',
      'count-differs ',
      'not-entered ',
    ]);
  });

  it('[S3-62] every item but the one without a day count is live', () => {
    expect(
      catalogue
        .items(on)
        .filter((item) => !catalogue.live(item))
        .map(({ id }) => id),
    ).toEqual(['PSB-L01']);
    expect(catalogue.faults(catalogue.item('PSB-L01')!).map(({ code }) => code)).toEqual(['no-legal-limit']);
  });

  it('keeps what P16 names to the counter', () => {
    const closed = ['PSB-L01', 'STB-L01', 'STB-L05', 'PSB-L18', 'PSB-L21', 'PSB-L07', 'PSB-L08', 'PSB-L10', 'PSB-L12'];
    for (const id of closed) expect(catalogue.item(id)?.online).toBe(false);
    for (const id of ['SAM-L01', 'UMB-L05', 'TRA-L11', 'EDU-L02', 'ARA-L24']) expect(catalogue.item(id)?.online).toBe(true);
    const [refusal] = applicable(catalogue.item('STB-L03'), { id: 'STB-L03', channel: 'online', on });
    expect(refusal?.code).toBe('item-not-online');
  });

  it('twelve items are only examined here and forwarded (P8), each to a higher level', () => {
    const forwarded = catalogue.items(on).filter(({ forwardedTo }) => forwardedTo);
    expect(forwarded).toHaveLength(12);
    expect(forwarded.every(({ level }) => level === 'city' || level === 'province')).toBe(true);
  });

  it('twenty items are handled on the spot (P6)', () => {
    expect(catalogue.items(on).filter(({ handling }) => handling === 'on-the-spot')).toHaveLength(20);
  });

  it('[S0-23] [S0-24] one lead each, assists with a duty and a limit of their own', () => {
    const assisted = catalogue.items(on).filter(({ assists }) => assists.value.length > 0);
    expect(assisted.length).toBeGreaterThanOrEqual(10);
    expect(catalogue.item('SAM-L01')?.lead).toBe('SAM');
    expect(catalogue.item('UMB-L05')?.assists.value.map(({ organ }) => organ)).toEqual(['HUC', 'PSB']);
    for (const { lead, assists } of assisted) expect(assists.value.map(({ organ }) => organ)).not.toContain(lead);
  });

  it('every handling case asks for an application and only for papers the item has', () => {
    for (const { id, cases, materials } of catalogue.items(on)) {
      const codes = materials.value.map(({ code }) => code);
      for (const { materials: wanted } of cases.value) {
        expect(wanted.length, id).toBeGreaterThan(0);
        expect(codes, id).toEqual(expect.arrayContaining([...wanted]));
      }
      expect(new Set(materials.value.map(({ name }) => name.zh)).size, id).toBe(materials.value.length);
    }
  });

  it('fills a pledge with the item’s own numbers', () => {
    expect(catalogue.item('SAM-L01')?.pledge?.content.en).toContain('within 5 working days');
    const left = catalogue.items().flatMap(({ pledge }) => [pledge!.content, pledge!.manner, pledge!.result]);
    expect(left.some(({ zh, en }) => /[{}]/.test(zh + en))).toBe(false);
  });

  it('keeps amounts in fen', () => {
    expect(catalogue.charge('PSB-C01')).toMatchObject({ amount: 2000, status: 'in-force' });
    expect(catalogue.charge('UMB-C02')?.amount).toBe(30);
    expect(catalogue.charge('WRB-C02')?.status).toBe('stopped');
  });

  it('[S1-73] bundles name items that can be applied for together', () => {
    expect(catalogue.bundles().filter(({ items }) => items.length >= 2).length).toBeGreaterThanOrEqual(3);
    expect(catalogue.bundle('B02')?.items).toContainEqual({ item: 'SAM-L01', optional: false });
    expect(catalogue.bundle('B02')?.services).toEqual(['HCB-C03']);
    expect(knownBundle(catalogue.bundle('B02'), 'B02')).toEqual([]);
    expect(knownBundle(catalogue.bundle('B99'), 'B99')[0]?.code).toBe('bundle-unknown');
    expect(catalogue.bundle('B19')?.order?.[0]).toEqual(['NRB-L07']);
  });
});

describe('the authority table', () => {
  const roles = (...ask: Parameters<typeof catalogue.authority>) => catalogue.authority(...ask)?.roles;

  it('[S4-25] the most specific row holds: item, high risk, on the spot, organ, all', () => {
    expect(roles('SAM-L01', 'accept')).toEqual(['window-clerk', 'chief-representative']);
    expect(roles('TAX-L01', 'accept')).toEqual(['chief-representative']);
    expect(roles('SAM-L01', 'decide')).toEqual(['deputy', 'chief']);
    expect(roles('ASB-L01', 'handle-on-the-spot')).toEqual(['chief-representative']);
    expect(catalogue.authority('SAM-L01', 'approve')?.signatures).toBe('three');
    expect(catalogue.authority('PUB-L01', 'approve')?.signatures).toBe('one');
    expect(catalogue.authority('UMB-L05', 'approve', { step: 'assist' })?.signatures).toBe('one');
    expect(roles('UMB-L05', 'propose', { step: 'assist' })).toEqual(['examiner']);
  });

  it('[S1-59] high risk is decided by the chief and never by one person on the spot', () => {
    expect(roles('EMB-L01', 'decide')).toEqual(['chief']);
    expect(roles('PSB-L07', 'handle-on-the-spot')).toEqual([]);
    expect(roles('SAM-L01', 'handle-on-the-spot')).toEqual([]);
  });

  it('distinguishes by amount; an unknown amount takes the stricter row', () => {
    expect(roles('DRC-L02', 'decide', { amount: 4_999_999_900 })).toEqual(['deputy', 'chief']);
    expect(roles('DRC-L02', 'decide', { amount: 5_000_000_100 })).toEqual(['chief']);
    expect(roles('DRC-L02', 'decide')).toEqual(['chief']);
  });

  it('an extension is for a leader of the organ, of a bundle for the head of the county', () => {
    expect(catalogue.authority('HUC-L06', 'extend')).toMatchObject({ roles: ['deputy', 'chief'], at: 'lead' });
    expect(catalogue.authority('B02', 'extend')).toMatchObject({ roles: ['county-head'], at: 'county' });
  });

  it('says nothing of what it does not know', () => {
    expect(catalogue.authority('NOPE', 'decide')).toBeUndefined();
    expect(buildCatalogue({ ...none, items: [anItem()] }).authority('SAM-L90', 'decide')).toBeUndefined();
  });
});

describe('versions by date', () => {
  const first = anItem();
  const second = anItem({
    version: 2,
    validFrom: '2026-01-01' as LocalDate,
    promised: { value: { amount: 5, unit: 'wd' }, confidence: 'known' },
  });
  const third = anItem({ version: 3, validFrom: '2026-06-01' as LocalDate, status: 'cancelled' });
  const dated = buildCatalogue({ ...none, items: [third, first, second] });

  it('the version of the day holds', () => {
    expect(dated.item('SAM-L90', { on: '2025-12-31' as LocalDate })?.version).toBe(1);
    expect(dated.item('SAM-L90', { on: '2026-01-01' as LocalDate })?.version).toBe(2);
    expect(dated.item('SAM-L90', { version: 1 })?.version).toBe(1);
    expect(dated.item('SAM-L90')?.version).toBe(3);
  });

  it('[S1-46] a cancelled item leaves the lists and is still found to say so', () => {
    const later = '2026-07-01' as LocalDate;
    expect(dated.items(later)).toEqual([]);
    const asked = { id: 'SAM-L90', channel: 'window' as const, on: later };
    expect(applicable(dated.item('SAM-L90', { on: later }), asked).map(({ code }) => code)).toEqual(['item-not-in-use']);
    expect(applicable(dated.item('SAM-L90', { on: '2024-01-01' as LocalDate }), { ...asked, on: '2024-01-01' as LocalDate })).toHaveLength(
      1,
    );
  });
});

describe('the view of an item', () => {
  it('prints no sourced value without its mark', () => {
    const view = itemView(catalogue.item('UMB-L05')!, catalogue);
    expect(view.legal).toMatchObject({ amount: 20, unit: 'wd', confidence: 'illustrative' });
    expect(view.promised).toMatchObject({ amount: 7, unit: 'wd', confidence: 'illustrative' });
    expect(view.department).toEqual({ code: 'UMB', name: { zh: '县城市管理和综合执法局', en: expect.any(String) } });
    const marked = [view.visits, view.highRisk, view.place, view.hours, view.phone, ...view.materials, ...view.conditions, ...view.assists];
    for (const value of marked) expect(value).toHaveProperty('confidence', 'illustrative');
    expect(view).toMatchObject({ live: true, faults: [], online: true });
    expect(() => JSON.parse(JSON.stringify(view))).not.toThrow();
  });

  it('speaks one language when asked', () => {
    const view = itemView(catalogue.item('PSB-L01')!, catalogue, 'en');
    expect(view.name).toBe('Permit for assemblies, processions and demonstrations');
    expect(view.faults).toEqual([{ code: 'no-legal-limit', text: 'No legal limit' }]);
    expect(view.live).toBe(false);
    // A source has the words of its list alone, and says so.
    expect(itemView(catalogue.item('UMB-L05')!, catalogue, 'en')).toMatchObject({
      legal: { source: expect.stringMatching(/\p{Script=Han}/u), sourceLang: 'zh' },
    });
    expect(itemView(catalogue.item('PSB-L22')!, catalogue, 'en').fees[0]).toMatchObject({ id: 'PSB-C11', amountFen: 10000 });
    expect(itemLine(catalogue.item('SAM-L01')!, catalogue, 'zh')).toMatchObject({ name: '食品经营许可', department: '县市场监督管理局' });
  });
});
