import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { Story } from '../builders.ts';

const world = readModelCounty();
const filed = (more: Record<string, unknown> = {}) => new Story(world, '2026-03-02').filed(more);
const accepted = (more: Record<string, unknown> = {}) => filed(more).sure('accept', {}, 'clerk');

describe('on the spot (P6)', () => {
  const spot = { text: 'Seen and granted', recipient: 'The applicant' };

  test('[S1-69] one confirmation writes every fact', () => {
    const s = filed({ item: 'ARA-L09', channel: 'window' }).last;
    expect(s.ok).toBe(false);
    const done = new Story(world, '2026-03-02')
      .filed({ item: 'ARA-L09', channel: 'window' }, 'ARA-CR')
      .sure('conclude-on-the-spot', spot, 'ARA-CR');
    expect(done.facts.map((f) => f.kind)).toEqual(['received', 'accepted', 'approved', 'decided', 'delivered']);
    expect(done.summary.status).toBe('granted');
    expect(done.rows[0]?.row).toMatchObject({ on_the_spot: true, kept: true });
  });

  test('without somebody to hand it to, it waits for delivery', () => {
    const s = filed({ item: 'ARA-L09' }).sure('conclude-on-the-spot', { text: 'x' }, 'ARA-CR');
    expect(s.state.status).toBe('decided');
    expect(s.delivered().summary.status).toBe('granted');
  });

  test('[S1-18] what costs a fee is concluded at once, and handed over when the last of it is paid', () => {
    const at = () => filed({ item: 'PSB-L22' });
    expect(at().when('conclude-on-the-spot', spot, 'PSB-CR').codes).toEqual(['fee-before-delivery']);
    const s = at().sure('conclude-on-the-spot', { text: 'x' }, 'PSB-CR');
    for (const charge of ['PSB-C11', 'PSB-C12']) s.sure('bill', { charge }, 'PSB-CR');
    s.sure('pay', { charge: 'PSB-C11', amount: 100, method: 'cash', receipt: 'R-1' }, 'cashier');
    expect(s.listed('deliver', 'delivery-clerk')).toEqual(['fee-unpaid']);
    s.sure('pay', { charge: 'PSB-C12', amount: 10, method: 'cash', receipt: 'R-2' }, 'cashier');
    s.sure('no-charge', { charge: 'PSB-C13', reason: 'The certificate is kept' }, 'PSB-CR');
    expect(s.delivered().summary.status).toBe('granted');
  });

  test('months are for what is granted anew: with a change they are refused, as at the deciders’ desk', () => {
    const record = { item: 'ARA-L18', from: '2025-03-02', until: '2030-03-01' };
    const s = filed({ item: 'ARA-L18', case: 'change', licence: 'L-OLD', licenceRecord: record });
    expect(s.when('conclude-on-the-spot', { ...spot, months: 600 }, 'ARA-CR').codes).toEqual(['validity-stays']);
    expect(s.when('conclude-on-the-spot', spot, 'ARA-CR').codes).toEqual([]);
  });

  test('on the spot is by that act alone: what was received and decided on one day is not', () => {
    const oneDay = accepted().examined().decided();
    expect(oneDay.rows.find(({ table }) => table === 'licensing.decision')?.row).toMatchObject({ on_the_spot: false });
    const slowly = accepted({ item: 'ARA-L09' }).examined().decided();
    expect(slowly.rows.find(({ table }) => table === 'licensing.decision')?.row).toMatchObject({ on_the_spot: false });
  });

  test('not for other items, not by the general window, not at a later stage', () => {
    expect(filed().when('conclude-on-the-spot', spot, 'chief-representative').codes).toEqual(['not-on-the-spot']);
    expect(filed({ item: 'TRA-L14' }).when('conclude-on-the-spot', spot, 'TRA-CR').codes).toEqual(['not-on-the-spot']);
    expect(filed({ item: 'ARA-L09' }).when('conclude-on-the-spot', spot, 'clerk').codes).toEqual(['no-authority']);
    expect(accepted({ item: 'ARA-L09' }).when('conclude-on-the-spot', spot, 'ARA-CR').codes).toEqual(['not-awaiting-acceptance']);
  });
});
