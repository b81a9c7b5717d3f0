import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { bodyOf, Story } from '../builders.ts';

const world = readModelCounty();
const accepted = (item: string) => new Story(world, '2026-03-02').filed({ item }).sure('accept', {}, 'clerk');
const road = () => accepted('UMB-L01');
const EX = 'umb-examiner';

describe('a bill is what the list says', () => {
  test('[S1-52] a fixed charge is its amount times the quantity: neither more nor less, whatever is said beside it', () => {
    const plates = accepted('PSB-L22');
    const ask = (input: object) => plates.fork().when('bill', { charge: 'PSB-C11', ...input }, 'PSB-EX1').codes;
    expect(ask({ amount: 99.99, basis: 'A good customer' })).toEqual(['below-standard']);
    expect(ask({ amount: 0.01 })).toEqual(['below-standard']);
    expect(ask({ amount: 100.01, basis: 'x' })).toEqual(['above-standard']);
    expect(ask({ amount: 100, quantity: 2 })).toEqual(['below-standard']);
    expect(ask({ amount: 100 })).toEqual([]);
    expect(bodyOf(plates.sure('bill', { charge: 'PSB-C11', quantity: 2 }, 'PSB-EX1'), 'billed')).toMatchObject({
      quantity: 2,
      amount: 20_000,
    });
  });

  test('[S1-52] a charge by the square metre and day is refused without how many, with or without an amount', () => {
    const said = (input: object) => road().when('bill', { charge: 'UMB-C02', ...input }, EX);
    expect(said({}).codes).toEqual(['quantity-needed']);
    expect(said({ amount: 0.3 }).codes).toEqual(['quantity-needed']);
    expect(bodyOf(road().sure('bill', { charge: 'UMB-C02', quantity: 37.5 }, EX), 'billed')).toMatchObject({
      quantity: 37.5,
      amount: 1125,
    });
    // One of a document is meant; what is assessed by a paper of its own has no unit to count by.
    expect(bodyOf(accepted('PSB-L22').sure('bill', { charge: 'PSB-C12' }, 'PSB-EX1'), 'billed')).toMatchObject({
      quantity: 1,
      amount: 1000,
    });
    expect(road().when('bill', { charge: 'UMB-C03', amount: 40, basis: 'Notice 3' }, EX).codes).toEqual([]);
  });

  test('[S1-52] of several figures it is the first unless the bill says which, and never below the lowest', () => {
    const ask = (input: object) => road().when('bill', { charge: 'UMB-C02', ...input }, EX).codes;
    expect(ask({ quantity: 100_000, amount: 0.01 })).toEqual(['below-standard']);
    expect(ask({ quantity: 200, amount: 39.99, basis: 'x' })).toEqual(['below-standard']);
    expect(ask({ quantity: 200, amount: 60.01, basis: 'x' })).toEqual(['above-standard']);
    expect(ask({ quantity: 200, amount: 40 })).toEqual(['assessment-needed']);
    const side = road().sure('bill', { charge: 'UMB-C02', quantity: 200, amount: 40, basis: 'A side road: 0.20' }, EX);
    expect(bodyOf(side, 'billed')).toMatchObject({ quantity: 200, amount: 4000, note: 'A side road: 0.20' });
  });

  test('[S1-52] of a range it is within, for as many units as there are, and the bill says by what', () => {
    const land = accepted('NRB-L05');
    const ask = (input: object) => land.fork().when('bill', { charge: 'NRB-C04', quantity: 50, ...input }, 'NRB-EX1').codes;
    expect(ask({})).toEqual(['amount-needed']);
    expect(ask({ amount: 499.99, basis: 'x' })).toEqual(['below-standard']);
    expect(ask({ amount: 1000.01, basis: 'x' })).toEqual(['above-standard']);
    expect(ask({ amount: 750 })).toEqual(['assessment-needed']);
    expect(ask({ amount: 750, basis: 'Notice 9: 15 yuan a square metre' })).toEqual([]);
  });
});

describe('less only by an exemption', () => {
  const billed = () => road().sure('bill', { charge: 'UMB-C02', quantity: 200 }, EX);
  const waived = { amount: 20, basis: 'County rule 7', reason: 'A small firm' };

  test('[S3-44] a part is waived with basis and reason, by who may waive all of it, and the rest is paid', () => {
    expect(billed().when('exempt', waived, EX).codes).toEqual(['no-authority']);
    expect(billed().when('exempt', { ...waived, basis: '' }, 'umb-deputy').issues).toEqual(['basis required']);
    const s = billed().sure('exempt', waived, 'umb-deputy');
    expect(bodyOf(s, 'reduced')).toMatchObject({ charge: 'UMB-C02', amount: 2000, note: 'County rule 7', reason: 'A small firm' });
    expect(s.state.bills).toMatchObject([{ amount: 4000, reduced: 2000, state: 'due' }]);
    expect(s.rows.findLast(({ table }) => table === 'licensing.bill')?.row).toMatchObject({ amount: 4000, state: 'due' });
    expect(s.when('pay', { amount: 60, method: 'cash', receipt: 'R-1' }, 'cashier').codes).toEqual(['amount-differs']);
    s.sure('pay', { amount: 40, method: 'cash', receipt: 'R-1' }, 'cashier');
    expect(s.state.bills).toMatchObject([{ amount: 4000, state: 'paid' }]);
  });

  test('[S3-44] a part is more than nothing and less than all; what is left of it can be waived too', () => {
    for (const amount of [0, 60, 60.01])
      expect(billed().when('exempt', { ...waived, amount }, 'umb-deputy').codes).toEqual(['reduction-not-part']);
    const { amount: _all, ...rest } = waived;
    const s = billed().sure('exempt', waived, 'umb-deputy').sure('exempt', rest, 'umb-deputy');
    expect(s.state.bills).toMatchObject([{ state: 'exempted' }]);
  });
});
