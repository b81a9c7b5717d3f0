import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { bodyOf, Story } from '../builders.ts';

const world = readModelCounty();
const grant = { outcome: 'granted', reason: 'All conditions are met.' };
const record = { item: 'SAM-L02', from: '2026-02-09', until: '2026-03-08' };
const asked = (handling: string, on = '2026-03-06', more: object = {}) =>
  new Story(world, on).filed({ item: 'SAM-L02', case: handling, licence: 'L-OLD', licenceRecord: { ...record, ...more } });
const examined = (handling: string, on?: string, more?: object) => asked(handling, on, more).sure('accept', {}, 'clerk').examined();

describe('[S2-68] a licence that has expired', () => {
  test('is not changed, re-issued or renewed any more, on its last day it still is; giving it up stays possible', () => {
    for (const handling of ['change', 'reissue', 'renewal']) {
      expect(asked(handling, '2026-03-09').codes, handling).toEqual(['licence-expired']);
      expect(asked(handling, '2026-03-08').codes, handling).toEqual([]);
    }
    const given = examined('cancel', '2026-03-09').decided();
    expect(given.rows.at(-1)?.row).toMatchObject({ state: 'cancelled', valid_from: '2026-02-09', valid_to: '2026-03-08' });
  });

  test('of an item that was cancelled is given up all the same; nothing else is asked of it', () => {
    const items = world.catalogue.items().map((item) => (item.id === 'SAM-L02' ? { ...item, status: 'cancelled' as const } : item));
    const of = new Map(items.map((item) => [item.id, item]));
    const less = { ...world, catalogue: { ...world.catalogue, item: (id: string) => of.get(id) } };
    const codes = (handling: string) =>
      new Story(less, '2026-03-02').filed({ item: 'SAM-L02', case: handling, licence: 'L-OLD', licenceRecord: record }).codes;
    expect(codes('cancel')).toEqual([]);
    for (const handling of ['change', 'new']) expect(codes(handling), handling).toEqual(['item-not-in-use']);
  });

  test('while the matter was open: granting is refused, refusing is the way on', () => {
    for (const handling of ['change', 'reissue']) {
      const s = examined(handling).on('2026-03-09');
      expect(s.when('decide', grant, 'chief').codes, handling).toEqual(['licence-ran-out']);
      const no = { outcome: 'refused', reason: 'It ran out', way: 'Apply anew', departure: 'x' };
      expect(s.when('decide', no, 'chief').codes).toEqual([]);
    }
    expect(examined('change').on('2026-03-08').when('decide', grant, 'chief').codes).toEqual([]);
  });
});

describe('[S2-68] the days of a licence', () => {
  test('stay where they are by a change or a re-issue', () => {
    for (const handling of ['change', 'reissue']) {
      const s = examined(handling, '2026-03-02', { until: '2030-02-08' }).on('2026-03-10').decided();
      expect(bodyOf(s, 'decided'), handling).toMatchObject({ on: '2026-03-10', grant: { from: '2026-02-09', to: '2030-02-08' } });
    }
  });

  test('are set for a new licence and a renewal alone; months given elsewhere are refused, not passed over', () => {
    for (const handling of ['change', 'reissue', 'cancel'])
      expect(examined(handling).when('decide', { ...grant, months: 600 }, 'chief').codes, handling).toEqual(['validity-stays']);
    const no = { outcome: 'refused', reason: 'x', way: 'y', departure: 'z', months: 12 };
    expect(examined('renewal').when('decide', no, 'chief').codes).toEqual(['validity-stays']);
    expect(bodyOf(examined('renewal').decided({ months: 12 }), 'decided').grant).toMatchObject({ from: '2026-03-09', to: '2027-03-08' });
  });

  test('given up before a renewal began, it ends no earlier than it begins', () => {
    const s = examined('cancel', '2026-03-02', { from: '2031-03-09', until: '2036-03-08' }).decided();
    expect(s.rows.at(-1)?.row).toMatchObject({ valid_from: '2026-03-02', valid_to: '2026-03-02' });
  });
});

test('[S3-41] a convenience item is not applied for: its window is named', () => {
  expect(new Story(world, '2026-03-02').filed({ item: 'PSB-C17' }).codes).toEqual(['item-at-window']);
  expect(new Story(world, '2026-03-02').filed({ item: 'NOPE' }).codes).toEqual(['item-unknown']);
});

test('who applies is not her own agent, and a first licence rests on no other', () => {
  const filed = (input: object) => new Story(world, '2026-03-02').filed({ item: 'SAM-L02', ...input }).codes;
  const self = { name: 'Test Citizen', idType: 'resident-id', idNumber: '110101199003070003' };
  expect(filed({ agent: self })).toEqual(['agent-is-applicant']);
  expect(filed({ agent: { ...self, idNumber: '110101198508120008' } })).toEqual([]);
  expect(filed({ agent: null })).toEqual([]);
  expect(filed({ case: 'new', licence: 'L-OLD' })).toEqual(['licence-not-for-new']);
});

test('the applicant is no third party of her own matter; a namesake who is reached elsewhere is', () => {
  const told = (party: object) =>
    new Story(world, '2026-03-02')
      .filed({ item: 'SAM-L02' })
      .known()
      .sure('accept', {}, 'clerk')
      .when('tell-third-parties', { parties: [{ name: 'A neighbour' }, party], what: 'x' }, 'examiner-lead').codes;
  expect(told({ name: 'test  citizen' })).toEqual(['party-is-applicant']);
  expect(told({ name: 'Test Citizen', contact: '139 0000 0009' })).toEqual([]);
});
