import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { dayOf, factOf } from '../../../kernel/matter/fold.ts';
import { bodyOf, Story } from '../builders.ts';
import { licensing } from '../definition.ts';
import type { Licensing, LicensingFact } from './state.ts';

const world = readModelCounty();
/** A road occupied, 0.30 yuan a square metre and day; and dug up, assessed by the metre. */
const OCCUPIED = { charge: 'UMB-C02', quantity: 200 };
const DUG = { charge: 'UMB-C03', amount: 400, basis: 'Notice 3: 10 square metres at 40' };
const accepted = () => new Story(world, '2026-03-02').filed({ item: 'UMB-L01' }).sure('accept', {}, 'clerk');
const both = () => accepted().sure('bill', OCCUPIED, 'umb-examiner').sure('bill', DUG, 'umb-examiner');
const cash = (amount: number, charge?: string) => ({ ...(charge && { charge }), amount, method: 'cash', receipt: `R-${amount}` });
const waived = { basis: 'County rule 7', reason: 'Water main broken' };
const states = (s: Story) => Object.fromEntries((s.state.bills ?? []).map(({ charge, state }) => [charge, state]));

describe('several charges of the list on one matter', () => {
  test('[S3-51] the model county has such items', () => {
    const several = world.catalogue.items().filter((item) => item.charges.length > 1);
    expect(several.map(({ id }) => id).sort()).toEqual(['NRB-L09', 'PSB-L19', 'PSB-L22', 'PSB-L23', 'UMB-L01']);
  });

  test('[S1-52] each is billed once and never above its own standard; what is left may still be billed', () => {
    const one = accepted().sure('bill', OCCUPIED, 'umb-examiner');
    expect(one.listed('bill', 'umb-examiner')).toEqual([]);
    expect(one.when('bill', OCCUPIED, 'umb-examiner').codes).toEqual(['already-billed']);
    expect(one.when('bill', { charge: 'PSB-C01' }, 'umb-examiner').codes).toEqual(['bill-outside-list']);
    const s = one.sure('bill', DUG, 'umb-examiner');
    expect(states(s)).toEqual({ 'UMB-C02': 'due', 'UMB-C03': 'due' });
    expect(s.listed('bill', 'umb-examiner')).toEqual(['already-billed']);
    const plates = new Story(world, '2026-03-02').filed({ item: 'PSB-L22' }).sure('accept', {}, 'clerk');
    for (const [charge, over] of [
      ['PSB-C11', 100.01],
      ['PSB-C12', 10.01],
      ['PSB-C13', 120],
    ] as const) {
      expect(plates.when('bill', { charge, amount: over }, 'PSB-EX1').codes).toEqual(['above-standard']);
      plates.sure('bill', { charge }, 'PSB-EX1');
    }
    expect(plates.state.bills?.map(({ amount }) => amount)).toEqual([10_000, 1000, 1000]);
  });

  test('[S3-37] of several an act says which; of one it need not', () => {
    const s = both();
    for (const [action, input, who] of [
      ['pay', cash(60), 'cashier'],
      ['exempt', waived, 'umb-deputy'],
      ['cancel-bill', { reason: 'Wrong' }, 'umb-examiner'],
    ] as const)
      expect(s.fork().when(action, input, who).codes).toEqual(['charge-needed']);
    expect(s.when('pay', cash(60, 'UMB-C03'), 'cashier').codes).toEqual(['amount-differs']);
    expect(s.when('pay', cash(60, 'NOTHING'), 'cashier').codes).toEqual(['other-charge']);
    s.sure('pay', cash(60, 'UMB-C02'), 'cashier');
    expect(bodyOf(s, 'paid')).toMatchObject({ charge: 'UMB-C02', amount: 6000 });
    expect(s.when('pay', cash(60, 'UMB-C02'), 'cashier').codes).toEqual(['other-charge']);
    // One is left.
    expect(states(s.sure('pay', cash(400), 'cashier'))).toEqual({ 'UMB-C02': 'paid', 'UMB-C03': 'paid' });
    expect(s.when('order-refund', { amount: 1, reason: 'x' }, 'umb-deputy').codes).toEqual(['charge-needed']);
    for (const charge of ['UMB-C02', 'UMB-C03']) s.sure('order-refund', { charge, amount: 1, reason: 'x' }, 'umb-deputy');
    expect(s.when('refund', { amount: 1 }, 'cashier').codes).toEqual(['charge-needed']);
  });

  test('decision and delivery wait for the last of them', () => {
    const s = both().examined();
    expect(s.summary.work.map(({ step }) => step)).toEqual(['pay']);
    s.sure('pay', cash(60, 'UMB-C02'), 'cashier');
    expect(s.listed('decide', 'umb-chief')).toEqual(['fee-unpaid']);
    expect(s.summary.owner.account).toBe('applicant');
    s.sure('exempt', waived, 'umb-deputy');
    expect(states(s)).toEqual({ 'UMB-C02': 'paid', 'UMB-C03': 'exempted' });
    expect(s.listed('decide', 'umb-chief')).toEqual([]);
    const late = accepted().examined().decided().sure('bill', OCCUPIED, 'umb-examiner').sure('bill', DUG, 'umb-examiner');
    late.sure('pay', cash(400, 'UMB-C03'), 'cashier');
    expect(late.listed('deliver', 'clerk')).toEqual(['fee-unpaid']);
    expect(late.sure('pay', cash(60), 'cashier').delivered().summary.status).toBe('granted');
  });

  test('[S3-44] money goes back by charge, never more than is held of it', () => {
    const s = both().sure('pay', cash(60, 'UMB-C02'), 'cashier').sure('pay', cash(400), 'cashier');
    const order = (amount: number, charge: string) => ({ amount, charge, reason: 'Dug less' });
    const back = (amount: number, charge: string) =>
      s.sure('order-refund', order(amount, charge), 'umb-deputy').sure('refund', { amount, charge }, 'cashier');
    expect(s.when('order-refund', order(60.01, 'UMB-C02'), 'umb-deputy').codes).toEqual(['refund-above-paid']);
    back(60, 'UMB-C02');
    back(100, 'UMB-C03');
    expect(s.when('order-refund', order(1, 'UMB-C02'), 'umb-deputy').codes).toEqual(['other-charge']);
    // What is held is of one charge now.
    s.sure('order-refund', { amount: 300, reason: 'Not dug' }, 'umb-deputy').sure('refund', { amount: 300 }, 'cashier');
    expect(s.listed('refund', 'cashier')).toEqual(['nothing-paid']);
    expect(s.rows.filter(({ table }) => table === 'licensing.refund').map(({ row }) => [row.charge, row.amount])).toEqual([
      ['UMB-C02', 6000],
      ['UMB-C03', 10_000],
      ['UMB-C03', 30_000],
    ]);
  });

  test('each has its own row; a cancelled one leaves the other alone and may be billed anew', () => {
    const s = both().sure('cancel-bill', { charge: 'UMB-C02', reason: 'Twice the area' }, 'umb-examiner');
    expect(states(s)).toEqual({ 'UMB-C02': 'cancelled', 'UMB-C03': 'due' });
    expect(s.listed('bill', 'umb-examiner')).toEqual([]);
    s.sure('bill', { ...OCCUPIED, quantity: 100 }, 'umb-examiner');
    const rows = s.rows.filter(({ table }) => table === 'licensing.bill').map(({ row }) => [row.charge, row.amount, row.state]);
    expect(rows.slice(-2)).toEqual([
      ['UMB-C02', 6000, 'cancelled'],
      ['UMB-C02', 3000, 'due'],
    ]);
    s.sure('pay', cash(30, 'UMB-C02'), 'cashier').sure('pay', cash(400), 'cashier');
    expect(s.when('bill', DUG, 'umb-examiner').codes).toEqual(['fee-settled']);
    expect(s.listed('bill', 'umb-examiner')).toEqual(['fee-settled']);
  });

  test('what earlier releases stored named no charge: it folds to the one bill there was', () => {
    const s = accepted()
      .sure('bill', DUG, 'umb-examiner')
      .sure('cancel-bill', { reason: 'Not dug' }, 'umb-examiner')
      .sure('bill', OCCUPIED, 'umb-examiner')
      .sure('pay', cash(60), 'cashier')
      .sure('order-refund', { amount: 20, reason: 'Less' }, 'umb-deputy')
      .sure('refund', { amount: 20 }, 'cashier');
    const old = s.facts.reduce<Licensing | undefined>((before, { matter: number, seq, kind, body, at, actor, capacity }) => {
      const { charge, year: _year, ...rest } = JSON.parse(body);
      if (kind === 'refund-ordered') return before;
      const stored = kind === 'billed' ? { charge, ...rest } : rest;
      const fact = factOf(licensing, kind, stored) as LicensingFact;
      return licensing.evolve(before, fact, { number, seq, at, on: dayOf(at), actor, capacity });
    }, undefined);
    expect(old?.bills).toEqual(s.state.bills?.map(({ year: _year, ...bill }) => bill));
    expect(old?.bills).toMatchObject([
      { charge: 'UMB-C03', state: 'cancelled' },
      { charge: 'UMB-C02', state: 'refunded', refunded: 2000 },
    ]);
  });
});
