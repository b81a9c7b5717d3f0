import { describe, expect, it } from 'vitest';
import type { ItemFull, Paper } from './answers.ts';
import { begun, billedSum, billsOf, bodyOf, EMPTY, lacking, papersOf, ruledOut, ticked, unmeasured, wanting } from './form.ts';

const paper = (code: string, more: Partial<Paper> = {}): Paper => ({
  code,
  name: { zh: code, en: code },
  source: 'applicant',
  copies: 1,
  original: true,
  essential: true,
  when: null,
  ...more,
});
const item: ItemFull = {
  id: 'SAM-L02',
  name: { zh: '许可', en: 'Licence' },
  department: { code: 'SAM', name: { zh: '局', en: 'Bureau' } },
  handling: 'promise',
  cases: [
    { id: 'new', name: { zh: '新办', en: 'New' }, materials: ['M1', 'M2', 'M3', 'M4'] },
    { id: 'cancel', name: { zh: '注销', en: 'Cancel' }, materials: ['M1'] },
  ],
  materials: [
    paper('M1'),
    paper('M2', { source: 'shared' }),
    paper('M3'),
    paper('M4', { when: { zh: '外地', en: 'elsewhere' } }),
    paper('M9'),
  ],
};

describe('the papers checklist', () => {
  it('asks what the case asks, and misses only what the applicant must bring every time', () => {
    expect(papersOf(item, 'new').map(({ code }) => code)).toEqual(['M1', 'M2', 'M3', 'M4']);
    expect(papersOf(item, 'cancel').map(({ code }) => code)).toEqual(['M1']);
    expect(papersOf(item, 'renewal')).toEqual([]);
    expect(lacking(papersOf(item, 'new'), ['M1']).map(({ code }) => code)).toEqual(['M3']);
    expect(lacking(papersOf(item, 'new'), ['M1', 'M3'])).toEqual([]);
  });

  it('ticks along the row: given back means seen, seen means here, and not here means neither', () => {
    const back = ticked(EMPTY, 'returned', 'M1', true);
    expect([back.here, back.seen, back.returned]).toEqual([['M1'], ['M1'], ['M1']]);
    const unseen = ticked(back, 'seen', 'M1', false);
    expect([unseen.here, unseen.seen, unseen.returned]).toEqual([['M1'], [], []]);
    const gone = ticked(back, 'here', 'M1', false);
    expect([gone.here, gone.seen, gone.returned]).toEqual([[], [], []]);
    expect(ticked(back, 'returned', 'M1', false)).toMatchObject({ here: ['M1'], seen: ['M1'], returned: [] });
    expect(ticked(back, 'here', 'M1', true).here).toEqual(['M1']);
  });
});

describe('what is sent', () => {
  it('is what was typed, without what was left empty', () => {
    const body = bodyOf(item, { ...EMPTY, name: ' 王小满 ', idNumber: ' 1 ', details: '开店', here: ['M1'], amount: '1,000.5' });
    expect(body).toEqual({
      item: 'SAM-L02',
      case: 'new',
      channel: 'window',
      applicant: { kind: 'person', idType: 'resident-id', idNumber: '1', name: '王小满' },
      form: { details: '开店' },
      papers: ['M1'],
      electronicService: false,
      amount: 1000.5,
    });
  });

  it('what must be typed is known beforehand; a first licence needs no earlier one', () => {
    expect(wanting(EMPTY)).toEqual(['applicant.name', 'applicant.idNumber', 'applicant.phone', 'form.details', 'form.address']);
    const full = { ...EMPTY, name: 'a', idNumber: 'b', phone: 'c', details: 'd', address: 'e' };
    expect(wanting(full)).toEqual([]);
    expect(wanting({ ...full, case: 'renewal' })).toEqual(['licence']);
  });
});

it('a filing is begun once something is typed or ticked; a chosen case or kind of document is nothing to lose', () => {
  expect([EMPTY, { ...EMPTY, case: 'renewal' }, { ...EMPTY, kind: 'firm' as const, idType: 'credit-code' }].map(begun)).toEqual([
    false,
    false,
    false,
  ]);
  expect(
    [
      { ...EMPTY, name: 'a' },
      { ...EMPTY, here: ['M1'] },
      { ...EMPTY, billed: { C1: 0 } },
    ].map(begun),
  ).toEqual([true, true, true]);
});

describe('bills with the conclusion', () => {
  const charge = (id: string, fixed = true, byQuantity = false) => {
    return { charge: id, name: { zh: '费', en: 'Fee' }, standard: '10', fixed, fen: 30, byQuantity };
  };

  it('of a charge by the unit nothing is billed, or ruled out, before somebody says how many', () => {
    const charges = [charge('C1', true, true), charge('C2')];
    expect(billsOf({ charges }, EMPTY)).toEqual([{ charge: 'C2', quantity: 1 }]);
    expect([unmeasured({ charges }, EMPTY), ruledOut({ charges }, EMPTY)]).toEqual([true, []]);
    const said = { ...EMPTY, billed: { C1: 37.5 } };
    expect([unmeasured({ charges }, said), billedSum({ charges }, said)]).toEqual([false, 1155]);
    // 100 × 1.15 is a little less in binary.
    expect(billedSum({ charges: [{ ...charge('C1', true, true), fen: 100 }] }, { ...EMPTY, billed: { C1: 1.15 } })).toBe(115);
  });

  it('one of each charge the list fixes, as many as the clerk says, none where it is nothing', () => {
    const charges = [charge('C1'), charge('C2'), charge('C3'), charge('C4', false)];
    expect(billsOf({ charges }, { ...EMPTY, billed: { C2: 2, C3: 0 } })).toEqual([
      { charge: 'C1', quantity: 1 },
      { charge: 'C2', quantity: 2 },
    ]);
  });
});
