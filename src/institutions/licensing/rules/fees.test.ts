import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { bodyOf, Story } from '../builders.ts';

const world = readModelCounty();
/** A road dug up: 0.30 yuan a square metre and day. */
const accepted = () => new Story(world, '2026-03-02').filed({ item: 'UMB-L01' }).sure('accept', {}, 'clerk');
const bill = { charge: 'UMB-C02', quantity: 200 };
const billed = () => accepted().sure('bill', bill, 'umb-examiner');
/** Ordered by a head, paid out by the cashier. */
const back = (s: Story, amount: number, reason: string) =>
  s.sure('order-refund', { amount, reason }, 'umb-deputy').sure('refund', { amount }, 'cashier');
const cash = { amount: 60, method: 'cash', receipt: 'R-1' };

describe('the bill', () => {
  test('[S1-52] from the list: amount times quantity, never more', () => {
    expect(bodyOf(billed(), 'billed')).toMatchObject({ charge: 'UMB-C02', quantity: 200, amount: 6000 });
    expect(accepted().when('bill', { ...bill, amount: 60.01 }, 'umb-examiner').codes).toEqual(['above-standard']);
    expect(accepted().when('bill', { ...bill, amount: 0 }, 'umb-examiner').codes).toEqual(['amount-needed']);
    for (const [field, value, fault] of [
      ['quantity', 0, 'not-measured'],
      ['quantity', -1, 'not-measured'],
      ['quantity', 1.2345, 'not-measured'],
      ['quantity', 100_001, 'too-large-number'],
      ['amount', -1, 'at-least-zero'],
    ] as const)
      expect(accepted().when('bill', { ...bill, [field]: value }, 'umb-examiner').issues).toEqual([`${field} ${fault}`]);
    // Square metres and days, as they are measured; a part of a fen is not charged.
    const part = accepted().sure('bill', { ...bill, quantity: 37.515 }, 'umb-examiner');
    expect(bodyOf(part, 'billed')).toMatchObject({ quantity: 37.515, amount: 1125 });
  });

  test('[S1-52] [S3-51] nothing outside the item’s own list, and nothing that was stopped', () => {
    for (const charge of ['PSB-C01', 'NOTHING'])
      expect(accepted().when('bill', { charge }, 'umb-examiner').codes).toEqual(['bill-outside-list']);
    const stopped = (id: string) =>
      id === 'UMB-C03' ? { ...world.catalogue.charge(id)!, status: 'stopped' as const } : world.catalogue.charge(id);
    const since = { ...world, catalogue: { ...world.catalogue, charge: stopped } };
    const road = new Story(since, '2026-03-02').filed({ item: 'UMB-L01' }).sure('accept', {}, 'clerk');
    expect(road.when('bill', { charge: 'UMB-C03', amount: 1 }, 'umb-examiner').codes).toEqual(['charge-stopped']);
  });

  test('[S3-51] an item whose charges were all stopped, or that never had one, is not even offered a bill', () => {
    const water = new Story(world, '2026-03-02').filed({ item: 'WRB-L01' }).sure('accept', {}, 'clerk');
    expect(water.listed('bill', 'WRB-EX1')).toEqual(['nothing-to-charge']);
    const shop = new Story(world, '2026-03-02').filed().sure('accept', {}, 'clerk');
    expect(shop.when('bill', { charge: 'UMB-C02' }, 'examiner-lead').codes).toEqual(['nothing-to-charge']);
  });

  test('a charge by formula needs its amount', () => {
    const device = new Story(world, '2026-03-02').filed({ item: 'SAM-L04' }).sure('accept', {}, 'clerk');
    expect(device.when('bill', { charge: 'SAM-C02' }, 'examiner-lead').codes).toEqual(['amount-needed']);
    expect(device.when('bill', { charge: 'SAM-C02', amount: 120.5, basis: 'By the table' }, 'examiner-lead').codes).toEqual([]);
  });

  test('[S1-52] a charge without a figure is billed only with the basis of its assessment, which stands on the bill', () => {
    const device = new Story(world, '2026-03-02').filed({ item: 'SAM-L04' }).sure('accept', {}, 'clerk');
    expect(device.when('bill', { charge: 'SAM-C02', amount: 120, basis: '  ' }, 'examiner-lead').issues).toEqual(['basis required']);
    expect(device.when('bill', { charge: 'SAM-C02', amount: 120 }, 'examiner-lead').codes).toEqual(['assessment-needed']);
    device.sure('bill', { charge: 'SAM-C02', amount: 120, basis: 'Notice 12 of the province: 2 valves at 60' }, 'examiner-lead');
    expect(bodyOf(device, 'billed').note).toBe('Notice 12 of the province: 2 valves at 60');
    expect(bodyOf(billed(), 'billed').note).toBeUndefined();
  });

  test('[S1-18] no fee before acceptance, and none after a refusal', () => {
    expect(new Story(world).filed({ item: 'UMB-L01' }).when('bill', bill, 'umb-examiner').codes).toEqual(['not-under-examination']);
    const refused = accepted().examined('disagree').decided({ outcome: 'refused', way: 'Dig elsewhere' });
    expect(refused.when('bill', bill, 'umb-examiner').codes).toEqual(['no-fee-on-refusal']);
    expect(refused.delivered().when('bill', bill, 'umb-examiner').codes).toEqual(['no-fee-on-refusal']);
    expect(
      accepted().examined().decided().sure('no-charge', { reason: 'x' }, 'umb-examiner').delivered().when('bill', bill, 'umb-examiner')
        .codes,
    ).toEqual(['fee-too-late']);
    expect(accepted().sure('withdraw', { reason: 'x' }, 'citizen').when('bill', bill, 'umb-examiner').codes).toEqual(['no-fee-on-refusal']);
    expect(accepted().examined().decided().when('bill', bill, 'umb-examiner').codes).toEqual([]);
  });

  test('a charge is billed once, by the lead', () => {
    expect(billed().when('bill', bill, 'umb-examiner').codes).toEqual(['already-billed']);
    expect(accepted().when('bill', bill, 'clerk').codes).toEqual(['no-authority']);
  });
});

describe('one cashier', () => {
  test('[S3-37] the cashier takes the exact amount; the department cannot collect', () => {
    expect(billed().when('pay', cash, 'umb-examiner').codes).toEqual(['no-authority']);
    expect(billed().when('pay', { ...cash, amount: 59 }, 'cashier').codes).toEqual(['amount-differs']);
    const s = billed().sure('pay', cash, 'cashier');
    expect(s.state.bills).toMatchObject([{ charge: 'UMB-C02', state: 'paid', settled: '2026-03-02', by: 'o-0019' }]);
    expect(s.facts.at(-1)?.capacity).toBe('ASB-CASH');
    expect(s.when('pay', cash, 'cashier').codes).toEqual(['nothing-to-pay']);
    expect(accepted().when('pay', cash, 'cashier').codes).toEqual(['nothing-to-pay']);
  });

  test('decision and delivery wait for it; the seconds are the applicant’s once the departments are done', () => {
    const s = billed().examined();
    expect(s.summary.owner).toEqual({ account: 'applicant', holder: 'c-citizen' });
    expect(s.summary.work.map((w) => w.step)).toEqual(['pay']);
    expect(s.when('decide', { outcome: 'granted', reason: 'x' }, 'umb-chief').codes).toEqual(['fee-unpaid']);
    const late = accepted().examined().decided().sure('bill', bill, 'umb-examiner');
    expect(late.when('deliver', { method: 'post', recipient: 'A', proof: 'B' }, 'clerk').codes).toEqual(['fee-unpaid']);
    late.sure('pay', cash, 'cashier').sure('no-charge', { reason: 'Not dug up' }, 'umb-examiner');
    expect(late.delivered().summary.status).toBe('granted');
  });

  test('a payment stops the promise where the guide says so, never the law’s clock', () => {
    const s = billed().sure('pause', { ground: 'payment', expected: '2026-03-06', reason: 'Bill sent' }, 'umb-examiner');
    expect(s.state.clocks.legal?.pauses).toEqual([]);
    expect(s.state.clocks.promised?.pauses).toHaveLength(1);
  });
});

describe('exemptions and refunds', () => {
  test('[S3-44] the deputy or chief exempts, with basis and reason', () => {
    expect(billed().when('exempt', { basis: 'x', reason: 'y' }, 'umb-examiner').codes).toEqual(['no-authority']);
    const s = billed().sure('exempt', { basis: 'County rule 7', reason: 'Water main broken' }, 'umb-deputy').examined().decided();
    expect(s.state.bills?.map(({ state }) => state)).toEqual(['exempted']);
    expect(s.when('order-refund', { amount: 1, reason: 'x' }, 'umb-deputy').codes).toEqual(['nothing-paid']);
    expect(accepted().when('exempt', { basis: 'x', reason: 'y' }, 'umb-deputy').codes).toEqual(['nothing-to-pay']);
  });

  test('[S3-44] a refund is never more than was paid, and has its own day', () => {
    const paid = () => billed().sure('pay', cash, 'cashier').on('2026-03-05');
    for (const amount of [60.01, 0])
      expect(paid().when('order-refund', { amount, reason: 'x' }, 'umb-deputy').codes).toEqual(['refund-above-paid']);
    const s = back(paid(), 20, 'Dug less');
    expect(s.rows.findLast((r) => r.table === 'licensing.bill')?.row).toMatchObject({
      state: 'refunded',
      settled_on: '2026-03-02',
      refunded_on: '2026-03-05',
      refunded: 2000,
      cashier: 'o-0019',
    });
    expect(s.when('order-refund', { amount: 40.01, reason: 'x' }, 'umb-deputy').codes).toEqual(['refund-above-paid']);
  });

  test('[S3-44] it comes back in parts, each with its own line, until nothing is held', () => {
    const s = accepted()
      .sure('bill', { ...bill, quantity: 500, amount: 100, basis: 'A side road' }, 'umb-examiner')
      .sure('pay', { ...cash, amount: 100 }, 'cashier');
    back(s, 40.1, 'Dug less').on('2026-03-05');
    expect(s.when('order-refund', { amount: 59.91, reason: 'x' }, 'umb-deputy').codes).toEqual(['refund-above-paid']);
    back(s, 59.9, 'Not dug at all');
    expect(s.rows.filter((r) => r.table === 'licensing.refund').map((r) => [r.row.on_day, r.row.amount])).toEqual([
      ['2026-03-02', 4010],
      ['2026-03-05', 5990],
    ]);
    expect(s.rows.findLast((r) => r.table === 'licensing.bill')?.row).toMatchObject({ refunded_on: '2026-03-05', refunded: 10_000 });
    expect(s.when('order-refund', { amount: 0.01, reason: 'x' }, 'umb-deputy').codes).toEqual(['nothing-paid']);
    expect(s.listed('refund', 'cashier')).toEqual(['nothing-paid']);
  });

  test('a wrong bill is cancelled by whoever may bill, with a reason, while it is due; the right one takes its place', () => {
    const wrong = { reason: 'Twice the area' };
    for (const who of ['cashier', 'clerk', 'umb-deputy', 'citizen'])
      expect(billed().when('cancel-bill', wrong, who).codes).toEqual(['no-authority']);
    expect(billed().when('cancel-bill', {}, 'umb-examiner').issues).toEqual(['reason required']);
    const s = billed().sure('cancel-bill', wrong, 'umb-examiner');
    expect(s.rows.at(-1)?.row).toMatchObject({ state: 'cancelled', settled_on: null });
    expect(s.when('pay', cash, 'cashier').codes).toEqual(['nothing-to-pay']);
    expect(s.when('cancel-bill', wrong, 'umb-examiner').codes).toEqual(['nothing-to-pay']);
    expect(s.summary.work.map((w) => w.step)).not.toContain('pay');
    s.sure('bill', { ...bill, quantity: 100 }, 'umb-examiner').sure('pay', { ...cash, amount: 30 }, 'cashier');
    expect(s.state.bills).toMatchObject([{ state: 'paid', amount: 3000 }]);
  });

  test('[S1-52] a fee once paid or waived is not asked for again, and the refusal says so', () => {
    const paid = billed().sure('pay', cash, 'cashier');
    const waived = billed().sure('exempt', { basis: 'x', reason: 'y' }, 'umb-deputy');
    for (const s of [paid, waived]) {
      expect(s.when('bill', bill, 'umb-examiner').codes).toEqual(['fee-settled']);
      expect(s.when('cancel-bill', { reason: 'x' }, 'umb-examiner').codes).toEqual(['nothing-to-pay']);
    }
  });

  test('a withdrawn matter is not paid any more, but what was paid can be given back', () => {
    const lapsed = billed().sure('withdraw', { reason: 'x' }, 'citizen');
    expect(lapsed.when('pay', cash, 'cashier').codes).toEqual(['closed-matter']);
    expect(lapsed.state.bills?.map(({ state }) => state)).toEqual(['cancelled']);
    const s = billed().sure('pay', cash, 'cashier').sure('withdraw', { reason: 'x' }, 'citizen');
    expect(back(s, 60, 'Withdrawn').codes).toEqual([]);
  });
});
