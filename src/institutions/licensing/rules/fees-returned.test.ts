import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { buildDirectory } from '../../../kernel/organisation/index.ts';
import { bodyOf, Story } from '../builders.ts';

const world = readModelCounty();
const cash = { amount: 60, method: 'cash', receipt: 'R-1' };
const paid = (county = world) =>
  new Story(county, '2026-03-02')
    .filed({ item: 'UMB-L01' })
    .sure('accept', {}, 'clerk')
    .sure('bill', { charge: 'UMB-C02', quantity: 200 }, 'umb-examiner')
    .sure('pay', cash, 'cashier');
const order = { amount: 20, reason: 'Dug less' };

describe('money goes back by two hands', () => {
  test('[S3-44] [S1-60] the cashier alone gives nothing back: a head of the lead orders it, and she pays out just that', () => {
    expect(paid().listed('refund', 'cashier')).toEqual(['refund-not-ordered']);
    expect(paid().reasons('refund', 'cashier')[0]?.who).toContain('UMB-DEP');
    for (const who of ['cashier', 'umb-examiner', 'clerk', 'SAM-DEP'])
      expect(paid().when('order-refund', order, who).codes).toEqual(['no-authority']);
    const s = paid().sure('order-refund', order, 'umb-deputy');
    expect(s.summary.work).toMatchObject([{}, {}, {}, { step: 'refund', organ: 'ASB', roles: ['cashier'] }]);
    for (const amount of [19.99, 20.01, 60]) expect(s.fork().when('refund', { amount }, 'cashier').codes).toEqual(['refund-differs']);
    expect(s.fork().when('refund', { amount: 20 }, 'umb-deputy').codes).toContain('no-authority');
    s.sure('refund', { amount: 20 }, 'cashier');
    expect(bodyOf(s, 'refunded')).toMatchObject({ charge: 'UMB-C02', amount: 2000, reason: 'Dug less' });
    const [ordered, returned] = s.facts.slice(-2);
    expect(ordered!.actor).not.toBe(returned!.actor);
    expect(s.summary.work.map(({ step }) => step)).not.toContain('refund');
    expect(s.listed('refund', 'cashier')).toEqual(['refund-not-ordered']);
  });

  test('[S1-60] who ordered it does not pay it out, though a seat of hers could', () => {
    const deputy = world.directory.holdersOf('UMB-DEP', '2026-03-02' as never).at(-1)!;
    const { register } = world.organisation;
    const seat = register.appointments.findLast((held) => held.seat === 'ASB-CASH')!;
    const both = {
      ...world,
      directory: buildDirectory({ ...register, appointments: [...register.appointments, { ...seat, person: deputy }] }),
    };
    const s = paid(both).sure('order-refund', order, 'umb-deputy');
    expect(s.listed('refund', 'umb-deputy')).toEqual(['refund-own-order']);
    expect(s.sure('order-refund', { ...order, amount: 30 }, 'umb-chief').listed('refund', 'umb-deputy')).toEqual([]);
    expect(s.state.bills?.[0]?.ordered).toMatchObject({ amount: 3000 });
  });

  test('[S3-44] [S1-46] an order is withdrawn with a reason by a head of the lead, and the cashier has nothing to pay out; paid out, it stands', () => {
    const why = { reason: 'Another matter was meant' };
    expect(paid().listed('withdraw-refund-order', 'umb-deputy')).toEqual(['refund-not-ordered']);
    const s = paid().sure('order-refund', order, 'umb-deputy');
    for (const who of ['cashier', 'umb-examiner', 'clerk', 'SAM-DEP'])
      expect(s.fork().when('withdraw-refund-order', why, who).codes).toEqual(['no-authority']);
    const withdrawn = s.fork().sure('withdraw-refund-order', why, 'umb-chief');
    expect(bodyOf(withdrawn, 'refund-order-withdrawn')).toMatchObject({ charge: 'UMB-C02', amount: 2000, ...why });
    expect(withdrawn.state.bills?.[0]).toMatchObject({ state: 'paid', amount: 6000 });
    expect(withdrawn.summary.work.map(({ step }) => step)).not.toContain('refund');
    expect(withdrawn.listed('refund', 'cashier')).toEqual(['refund-not-ordered']);
    expect(withdrawn.listed('withdraw-refund-order', 'umb-deputy')).toEqual(['refund-not-ordered']);
    withdrawn.sure('order-refund', order, 'umb-deputy').sure('refund', { amount: 20 }, 'cashier');
    expect(withdrawn.when('withdraw-refund-order', why, 'umb-deputy').codes).toEqual(['refund-paid-out']);
    expect(withdrawn.sure('order-refund', order, 'umb-deputy').listed('withdraw-refund-order', 'umb-deputy')).toEqual([]);
  });

  test('the same order twice is one record; another amount or another reason takes its place', () => {
    const s = paid().sure('order-refund', order, 'umb-deputy');
    for (const who of ['umb-deputy', 'umb-chief'])
      expect(s.fork().when('order-refund', order, who).codes).toEqual(['refund-ordered-already']);
    for (const other of [{ amount: 30 }, { reason: 'Dug nothing' }])
      expect(s.fork().sure('order-refund', { ...order, ...other }, 'umb-deputy').facts).toHaveLength(s.facts.length + 1);
    expect(s.sure('refund', { amount: 20 }, 'cashier').listed('order-refund', 'umb-deputy')).toEqual([]);
    s.sure('order-refund', order, 'umb-deputy');
  });
});

describe('a receipt is for one payment', () => {
  test('[S3-37] where its number has been used that year, the payment is refused', () => {
    const s = new Story(world, '2026-03-02').filed({ item: 'UMB-L01' }).sure('accept', {}, 'clerk');
    s.sure('bill', { charge: 'UMB-C02', quantity: 200 }, 'umb-examiner');
    expect(s.when('pay', { ...cash, used: '2026-UMB-000009' }, 'cashier').last).toMatchObject({
      refusals: [{ code: 'receipt-used', path: 'receipt', params: { matter: '2026-UMB-000009' } }],
    });
    expect(() => s.fork().sure('pay', { ...cash, receipt: 'R-\u200b1' }, 'cashier')).toThrow('receipt unreadable-characters');
    for (const alike of ['R\u20101', 'R\u20131', 'R\u22121', 'r\ufe631', 'R\u25001', 'R-\ufe0f1'])
      expect(s.fork().sure('pay', { ...cash, receipt: alike }, 'cashier').state.bills?.[0]?.receipt, alike).toBe('R-1');
    s.sure('pay', { ...cash, receipt: ' r－１ ' }, 'cashier');
    expect(s.rows.findLast(({ table }) => table === 'licensing.bill')?.row).toMatchObject({ receipt: 'R-1', receipt_year: 2026 });
  });
});
