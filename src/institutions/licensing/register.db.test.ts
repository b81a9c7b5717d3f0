import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { codes, LicensingHouse } from '../../../test/support/licensing-house.ts';
import { verifyJournal } from '../../kernel/journal/verify.ts';
import type { Command } from '../../kernel/matter/engine.ts';
import { rebuild } from '../../kernel/matter/rebuild.ts';
import { application } from './builders.ts';
import { licensing } from './definition.ts';
import { historyOf } from './queries/licence-history.ts';
import { reconcile } from './queries/numbers.ts';
import { holderOf, withdrawnAndRefiled, withdrawnBefore } from './queries/same-person.ts';
import { licenceOn, publicDecision, publicDecisions, readLicence } from './queries.ts';
import { actorOf } from './requests.ts';

const db = await testDatabase();
const house = await new LicensingHouse(db).open();

describe('a bundle (P3)', () => {
  const opening = (item: string, input: object = {}): Command => ({
    kind: 'licensing',
    input: { ...application('c-bundle'), item, bundle: 'B02', ...input },
    actor: actorOf('c-bundle'),
    reply: (all) => all.map((m) => m.number),
  });

  test('[S1-73] three licences are received in one commit', async () => {
    house.at('2026-03-02T09:00');
    const outcome = await house.engine.openTogether([opening('SAM-L01'), opening('TOB-L01'), opening('CDC-L01')]);
    const numbers = (outcome.ok ? outcome.reply : []) as string[];
    expect(numbers).toHaveLength(3);
    const { rows } = await db.app.query('SELECT count(DISTINCT xmin::text)::int AS commits FROM journal.fact WHERE matter = ANY($1)', [
      numbers,
    ]);
    expect(rows[0].commits).toBe(1);
    for (const number of numbers)
      expect((await house.state(number)).clocks.legal).toMatchObject({ term: 'licensing.decide-joint', amount: 45 });
  });

  test('one that cannot be received keeps all of them out', async () => {
    const count = () => house.count("matter.matter WHERE person = 'c-bundle'");
    const before = await count();
    expect(
      codes(await house.engine.openTogether([opening('SAM-L01'), opening('TOB-L01', { declarations: ['M99'] }), opening('CDC-L01')])),
    ).toEqual(['material-unknown']);
    expect(codes(await house.engine.openTogether([opening('SAM-L01'), opening('TOB-L01'), opening('SAM-L02')]))).toEqual(['not-in-bundle']);
    expect(await count()).toBe(before);
  });

  test('two are too few', async () => {
    const { item: _item, person: _person, code: _code, ...body } = application();
    for (const items of [['SAM-L01', 'TOB-L01'], ['SAM-L01', 'SAM-L01', 'SAM-L01'], undefined])
      expect(codes(await house.fileRequest({ ...body, bundle: 'B02', items }))).toEqual(['bundle-too-small']);
    expect(await house.fileRequest({ ...body, items: ['SAM-L01', 'SAM-L02', 'TOB-L01'] })).toMatchObject({
      refusals: [{ code: 'invalid-input' }],
      issues: [{ path: 'bundle', code: 'required' }],
    });
    expect((await house.fileRequest({ ...body, bundle: 'B02', items: ['SAM-L01', 'TOB-L01', 'CDC-L01'] })).ok).toBe(true);
  });
});

describe('fees and the treasury (P15)', () => {
  test('[S3-44] [S1-18] a day once reconciled never changes: a refund has a day of its own', async () => {
    house.at('2026-04-07T09:00');
    const numbers = [];
    for (const quantity of [100, 200, 300]) {
      const number = await house.file({ item: 'UMB-L01' });
      await house.done(number, 'accept', {}, 'clerk');
      await house.done(number, 'bill', { charge: 'UMB-C02', quantity }, 'UMB-EX1');
      numbers.push(number);
    }
    const [first, second, third] = numbers as [string, string, string];
    await house.done(first, 'pay', { amount: 30, method: 'cash', receipt: 'R-1' }, 'cashier');
    const again = house.act(second, 'pay', { amount: 60, method: 'card', receipt: 'r-1' }, 'cashier');
    await expect(again).rejects.toMatchObject({ constraint: 'bill_receipt' });
    await house.done(second, 'pay', { amount: 60, method: 'card', receipt: 'R-2' }, 'cashier');
    await house.done(third, 'exempt', { basis: 'Rule 7', reason: 'Burst main' }, 'UMB-DEP');
    const line = { charge: 'UMB-C02', organ: 'UMB', paid: 2, paidFen: 9000, reducedFen: 0, exempted: 1, exemptedFen: 9000, refundedFen: 0 };
    expect((await reconcile(db.app, '2026-04-07' as never)).lines).toEqual([line]);
    house.at('2026-04-09T09:00');
    await house.done(second, 'order-refund', { amount: 20, reason: 'Dug less' }, 'UMB-DEP');
    await house.done(second, 'refund', { amount: 20 }, 'cashier');
    expect((await reconcile(db.app, '2026-04-07' as never)).lines).toEqual([line]);
    expect((await reconcile(db.app, '2026-04-09' as never)).lines).toEqual([
      { charge: 'UMB-C02', organ: 'UMB', paid: 0, paidFen: 0, reducedFen: 0, exempted: 0, exemptedFen: 0, refundedFen: 2000 },
    ]);
    expect((await reconcile(db.app, '2026-04-08' as never)).lines).toEqual([]);
    house.at('2026-04-10T09:00');
    await house.done(second, 'order-refund', { amount: 40, reason: 'Dug nothing' }, 'UMB-DEP');
    await house.done(second, 'refund', { amount: 40 }, 'cashier');
    for (const [day, fen] of [
      ['2026-04-09', 2000],
      ['2026-04-10', 4000],
    ] as const)
      expect((await reconcile(db.app, day as never)).lines.map((l) => l.refundedFen)).toEqual([fen]);
    const wrong = await house.file({ item: 'UMB-L01' });
    await house.done(wrong, 'accept', {}, 'clerk');
    for (const quantity of [900, 9]) {
      await house.done(wrong, 'bill', { charge: 'UMB-C02', quantity }, 'UMB-EX1');
      if (quantity === 900) await house.done(wrong, 'cancel-bill', { reason: 'Two noughts too many' }, 'UMB-EX1');
    }
    expect(await house.count("licensing.bill WHERE matter = $1 AND state = 'due' AND amount = 270", wrong)).toBe(1);
  });
});

describe('the licence record (P4)', () => {
  test('renewed under one number; revoked for good, on every page that shows it', async () => {
    house.at('2026-03-02T09:00');
    const first = await house.granted();
    const licence = `L-${first}`;
    const record = (await readLicence(db.app, licence))!;
    house.at('2031-02-03T09:00');
    const second = await house.granted({
      case: 'renewal',
      licence,
      licenceRecord: { item: record.item, from: record.from, until: record.until },
    });
    expect(await readLicence(db.app, licence)).toMatchObject({ matter: second, state: 'valid', from: '2031-03-02', until: '2036-03-01' });
    expect(await publicDecision(db.app, first, '2031-02-03' as never)).toMatchObject({
      licence,
      validFrom: '2026-03-02',
      validTo: '2031-03-01',
      renewedTo: '2036-03-01',
      state: 'valid',
    });
    expect((await publicDecision(db.app, second, '2031-02-03' as never))?.renewedTo).toBeUndefined();
    // The first's last day has passed, the licence's has not; after it nobody is told that it is valid.
    const days = ['2036-03-01', '2036-03-02'] as never[];
    expect(await Promise.all(days.map(async (day) => (await licenceOn(db.app, licence, day))?.state))).toEqual(['valid', 'expired']);
    for (const one of [first, second])
      expect(await Promise.all(days.map(async (day) => (await publicDecision(db.app, one, day))?.state))).toEqual(['valid', 'expired']);
    const listed = (await publicDecisions(db.app, days[1]!, { limit: 100 })).filter((d) => d.licence === licence);
    expect(listed.map((d) => d.state)).toEqual(['expired', 'expired']);
    await house.done(first, 'revoke', { ground: 'false-papers', basis: 'Article 69', reason: 'Forged', way: 'Reconsideration' }, 'SAM-CHF');
    expect((await readLicence(db.app, licence))?.state).toBe('revoked');
    expect((await publicDecision(db.app, first, '2031-02-03' as never))?.state).toBe('revoked');
    expect((await publicDecision(db.app, second, '2031-02-03' as never))?.state).toBe('revoked');
  });

  test('cancelled by its holder it keeps the day it began', async () => {
    house.at('2026-03-02T09:00');
    const first = await house.granted();
    const licence = `L-${first}`;
    const holder = await holderOf(db.app, first);
    expect(holder).toBe('110101199003070003');
    house.at('2026-05-06T09:00');
    const cancel = { case: 'cancel', licence, licenceRecord: { item: 'SAM-L02', from: '2026-03-02', until: '2031-03-01', holder } };
    await house.granted(cancel);
    expect(await readLicence(db.app, licence)).toMatchObject({ state: 'cancelled', from: '2026-03-02', until: '2026-05-06' });
  });

  test('[S2-68] a change and a re-issue leave its days; each act stands in its history', async () => {
    house.at('2026-02-09T09:00');
    const first = await house.granted();
    const licence = `L-${first}`;
    const days = { from: '2026-02-09', until: '2031-02-08' };
    const again = { licence, licenceRecord: { item: 'SAM-L02', ...days } };
    house.at('2026-03-10T09:00');
    const [change, reissue] = [await house.granted({ ...again, case: 'change' }), await house.granted({ ...again, case: 'reissue' })];
    expect(await readLicence(db.app, licence)).toMatchObject({ matter: reissue, state: 'valid', ...days });
    expect(await publicDecision(db.app, reissue, '2026-03-10' as never)).toMatchObject({ validFrom: days.from, decidedOn: '2026-03-10' });
    house.at('2026-04-07T09:00');
    await house.done(first, 'revoke', { ground: 'false-papers', basis: 'Article 69', reason: 'Forged', way: 'Reconsideration' }, 'SAM-CHF');
    expect(await historyOf(db.app, licence)).toEqual([
      { act: 'new', matter: first, on: '2026-02-09', ...days },
      { act: 'change', matter: change, on: '2026-03-10', ...days },
      { act: 'reissue', matter: reissue, on: '2026-03-10', ...days },
      { act: 'revoke', matter: first, on: '2026-04-07' },
    ]);
    expect(await historyOf(db.app, 'L-NONE')).toEqual([]);
  });

  test('the server looks the holder up: nobody cancels another’s licence', async () => {
    house.at('2026-03-02T09:00');
    const licence = `L-${await house.granted()}`;
    const { person: _person, code: _code, ...body } = application();
    const other = { ...body.applicant, idNumber: '110101198508120008' };
    expect(codes(await house.fileRequest({ ...body, case: 'cancel', licence, applicant: other }))).toEqual(['licence-not-yours']);
    const first = await house.fileRequest({ ...body, case: 'cancel', licence });
    expect(codes(first)).toEqual([]);
    const again = await house.fileRequest({ ...body, case: 'change', licence });
    expect(codes(again)).toEqual(['application-open']);
    expect(again).toMatchObject({ refusals: [{ params: { number: first.ok && first.number } }] });
    expect(codes(await house.fileRequest({ ...body, case: 'cancel', licence }))).toEqual(['application-open']);
    expect(codes(await house.fileRequest({ ...body, case: 'change', licence, applicant: other }))).toEqual(['licence-not-yours']);
    expect(codes(await house.fileRequest({ ...body, case: 'cancel', licence: 'L-NONE' }))).toEqual(['licence-unknown']);
  });
});

describe('withdrawn and filed again (P14)', () => {
  test('it is counted, by the person’s document and the item', async () => {
    house.at('2026-06-01T09:00');
    const input = {
      item: 'SAM-L05',
      applicant: { kind: 'person', name: 'Test Person', idType: 'resident-id', idNumber: '110101198508120008' },
    };
    const first = await house.file(input);
    await house.done(first, 'withdraw', { reason: 'Too slow', signed: true }, 'clerk');
    house.at('2026-06-03T09:00');
    await house.file({ ...input, item: 'SAM-L06' });
    await house.file({ item: 'SAM-L05' });
    const refiled = (from: string, to = '2026-06-30', more: object = {}) =>
      withdrawnAndRefiled(db.app, { from: from as never, to: to as never, limit: 10, ...more });
    expect(await refiled('2026-06-01')).toEqual({ rows: [], total: 0 });
    const again = await house.file(input);
    const row = {
      withdrawn: first,
      refiled: again,
      item: 'SAM-L05',
      organ: 'SAM',
      days: 2,
      withdrawnOn: '2026-06-01',
      refiledOn: '2026-06-03',
    };
    expect(await refiled('2026-06-01', '2026-06-01')).toMatchObject({ rows: [row], total: 1 });
    expect(await refiled('2026-06-02')).toEqual({ rows: [], total: 0 });
    expect(await refiled('2026-06-01', '2026-06-30', { organ: 'DRC' })).toEqual({ rows: [], total: 0 });
    expect(await refiled('2026-06-01', '2026-06-30', { after: ['2026-06-01', first] })).toEqual({ rows: [], total: 1 });
    expect(await withdrawnBefore(db.app, again)).toEqual([{ number: first, on: '2026-06-01' }]);
    expect(await withdrawnBefore(db.app, first)).toEqual([]);
  });
});

describe('after all of it', () => {
  test('the journal verifies, and every derived table can be made again from the facts', async () => {
    const client = await db.owner.connect();
    try {
      expect((await verifyJournal(client)).faults).toEqual([]);
      const { differing } = await rebuild(client, [licensing], false);
      expect(Object.entries(differing).filter(([, n]) => n > 0)).toEqual([]);
      expect(Object.keys(differing)).toContain('licensing.licence');
    } finally {
      client.release();
    }
  });
});
