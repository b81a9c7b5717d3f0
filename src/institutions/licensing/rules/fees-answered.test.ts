import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { dayOf, factOf } from '../../../kernel/matter/fold.ts';
import { bodyOf, Story } from '../builders.ts';
import { licensing } from '../definition.ts';
import type { Licensing, LicensingFact } from './state.ts';
import { summary } from './summary.ts';

const world = readModelCounty();
/** A road occupied or dug up: two charges of the list. */
const OCCUPIED = { charge: 'UMB-C02', quantity: 200 };
const decided = () => new Story(world, '2026-03-02').filed({ item: 'UMB-L01' }).sure('accept', {}, 'clerk').examined().decided();
const slip = { method: 'in-person', recipient: 'A', proof: 'B' };
const notDug = { reason: 'Nothing is dug up' };
const cash = { amount: 60, method: 'cash', receipt: 'R-1' };

describe('each charge of the item is answered for before the licence is handed over', () => {
  test('[S1-18] [S3-37] an unbilled one is not delivered, and lies with its lead until each charge was billed or ruled out', () => {
    const s = decided();
    expect(s.when('deliver', slip, 'clerk').codes).toEqual(['fee-unanswered']);
    const [no] = s.reasons('deliver', 'clerk');
    expect([no?.params, no?.who?.includes('UMB-EX1')]).toEqual([{ charges: 'UMB-C02, UMB-C03' }, true]);
    expect(s.listed('serve-by-notice', 'clerk')).toEqual(['fee-unanswered']);
    expect(s.summary.owner).toEqual({ account: 'organ', holder: 'UMB' });
    expect(s.summary.work).toMatchObject([{ step: 'bill', organ: 'UMB' }, { step: 'supervise' }]);
    s.sure('bill', OCCUPIED, 'umb-examiner').sure('pay', cash, 'cashier');
    expect(s.when('deliver', slip, 'clerk').codes).toEqual(['fee-unanswered']);
    s.sure('no-charge', notDug, 'umb-examiner');
    expect(bodyOf(s, 'charges-ruled-out')).toMatchObject({ charges: ['UMB-C03'], reason: 'Nothing is dug up' });
    expect(s.facts.at(-1)?.capacity).toBe('UMB-EX1');
    expect(s.summary.work).toMatchObject([{ step: 'deliver', organ: 'ASB' }, { step: 'supervise' }]);
    expect(s.delivered().summary.status).toBe('granted');
  });

  test('it is said by whoever bills, with a reason, of a charge nobody has answered for', () => {
    for (const who of ['clerk', 'cashier', 'umb-deputy', 'citizen'])
      expect(decided().when('no-charge', notDug, who).codes).toEqual(['no-authority']);
    expect(decided().when('no-charge', {}, 'umb-examiner').issues).toEqual(['reason required']);
    const one = decided().sure('no-charge', { charge: 'UMB-C03', ...notDug }, 'umb-examiner');
    for (const charge of ['UMB-C03', 'PSB-C01'])
      expect(one.when('no-charge', { charge, ...notDug }, 'umb-examiner').codes).toEqual(['charge-answered']);
    one.sure('bill', OCCUPIED, 'umb-examiner');
    expect(one.listed('no-charge', 'umb-examiner')).toEqual(['charge-answered']);
    expect(new Story(world).filed({ item: 'UMB-L01' }).when('no-charge', notDug, 'umb-examiner').codes).toEqual(['not-under-examination']);
    const free = new Story(world).filed().sure('accept', {}, 'clerk');
    expect(free.listed('no-charge', 'examiner-lead')).toContain('nothing-to-charge');
  });

  test('what was ruled out may be billed after all; a bill that is cancelled leaves it open again', () => {
    const s = decided().sure('no-charge', notDug, 'umb-examiner');
    expect(s.listed('deliver', 'clerk')).toEqual([]);
    s.sure('bill', OCCUPIED, 'umb-examiner');
    expect(s.listed('deliver', 'clerk')).toEqual(['fee-unpaid']);
    s.sure('cancel-bill', { reason: 'Wrong' }, 'umb-examiner');
    expect(s.listed('deliver', 'clerk')).toEqual(['fee-unanswered']);
  });

  test('a refusal waits for none of it', () => {
    const refused = new Story(world, '2026-03-02').filed({ item: 'UMB-L01' }).sure('accept', {}, 'clerk').examined('disagree');
    expect(refused.decided({ outcome: 'refused', way: 'Elsewhere' }).delivered().summary.status).toBe('refused');
  });

  test('what an earlier release decided named no charges: it folds, and is asked for at the delivery all the same', () => {
    const told = (s: Story) =>
      s.facts.reduce<Licensing | undefined>((before, { matter: number, seq, kind, body, at, actor, capacity }) => {
        const { charges, ...rest } = JSON.parse(body);
        const stored = kind === 'decided' ? rest : { ...rest, charges };
        return licensing.evolve(before, factOf(licensing, kind, stored) as LicensingFact, {
          number,
          seq,
          at,
          on: dayOf(at),
          actor,
          capacity,
        });
      }, undefined)!;
    const old = told(decided());
    expect(summary(old).work).toMatchObject([{ step: 'deliver' }, { step: 'supervise' }]);
    const c = { ...decided().moment, actor: decided().actor('clerk'), world: { catalogue: world.catalogue }, number: old.number };
    expect(licensing.actions.deliver!.permit(old, c as never).map(({ code }) => code)).toEqual(['fee-unanswered']);
    // Handed over long ago: nothing is asked of it any more.
    const closed = told(decided().sure('no-charge', notDug, 'umb-examiner').delivered());
    expect(summary(closed)).toMatchObject({ status: 'granted', work: [{ step: 'supervise' }] });
  });
});

describe('on the spot', () => {
  const filed = () => new Story(world, '2026-03-02').filed({ item: 'PSB-L22' });

  test('[S1-18] concluded without a bill it is not delivered unbilled', () => {
    const s = filed().sure('conclude-on-the-spot', { text: 'x' }, 'PSB-CR');
    expect(s.when('deliver', slip, 'delivery-clerk').codes).toEqual(['fee-unanswered']);
    expect(s.state.status).toBe('decided');
  });

  test('[S1-69] where nothing is charged, one confirmation says why and hands it over', () => {
    const spot = { text: 'x', recipient: 'A', 'no-charge': 'Change of the address only' };
    const s = filed().sure('conclude-on-the-spot', spot, 'PSB-CR');
    expect(s.facts.map(({ kind }) => kind)).toEqual(['received', 'accepted', 'approved', 'charges-ruled-out', 'decided', 'delivered']);
    expect(bodyOf(s, 'charges-ruled-out')).toMatchObject({ charges: ['PSB-C11', 'PSB-C12', 'PSB-C13'], reason: spot['no-charge'] });
    const free = new Story(world, '2026-03-02').filed({ item: 'ARA-L09' });
    expect(free.when('conclude-on-the-spot', spot, 'ARA-CR').codes).toEqual(['nothing-to-charge']);
  });
});
