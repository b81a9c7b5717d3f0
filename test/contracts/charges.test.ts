import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { MIGRATIONS } from '../../src/open-house.ts';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();
const api = '/api/v1';
const at = (local: string) => setClock(h.house, Date.parse(`${local}:00+08:00`));
const get = async (path: string, as = 'cashier') => (await call(h, `${api}${path}`, undefined, { as })).body;
const pay = (charge: string | undefined, amount: number, method: string) => ({ charge, amount, method, receipt: `R-${amount}` });
interface Line {
  readonly charge: string;
}
const byCharge = (lines: readonly Line[]) => Object.fromEntries(lines.map((line) => [line.charge, line]));
let number = '';
let code = '';

/** A road occupied and dug up, billed on Monday; one paid in cash, one by card on Tuesday; some of each given back on Wednesday. */
beforeAll(async () => {
  await at('2026-02-09T09:30');
  const filed = (await call(h, `${api}/matters`, application({ item: 'UMB-L01' }))).body;
  [number, code] = [filed.number, filed.queryCode];
  await h.act(number, 'clerk', 'accept');
  await h.act(number, 'UMB-EX1', 'bill', { charge: 'UMB-C02', quantity: 100 });
  await h.act(number, 'UMB-EX1', 'bill', { charge: 'UMB-C03', amount: 400, basis: '县价〔2025〕3号：10平方米' });
});

describe('two charges of the list on one matter', () => {
  it('stand on the matter each by itself, and on the cashier’s list each in its line, a page at a time', async () => {
    const matter = await get(`/matters/${number}`);
    expect(matter.bills).toMatchObject([
      { charge: 'UMB-C02', name: { zh: '城市道路占用费' }, fen: 3000, state: 'due', basis: expect.stringMatching(/./) },
      { charge: 'UMB-C03', fen: 40_000, state: 'due', assessment: '县价〔2025〕3号：10平方米' },
    ]);
    expect(matter.bill).toEqual(matter.bills[0]);
    const first = await get('/fees?limit=1');
    const second = await get(`/fees?limit=1&after=${first.next}`);
    expect([...first.bills, ...second.bills].map((bill: Line) => bill.charge)).toEqual(['UMB-C02', 'UMB-C03']);
    expect([second.next, first.counts.due]).toEqual([undefined, { count: 2, fen: 43_000 }]);
    const rows = await get('/wall/fees', 'efficiency-inspector');
    expect([rows.total, rows.rows.length]).toEqual([2, 2]);
  });

  it('are asked of the applicant each with its own paper', async () => {
    const track = (await call(h, `/track/${number}?code=${code}`, undefined, { headers: { 'accept-language': 'zh-CN' } })).body as string;
    for (const part of ['payment-1', 'payment-2']) expect(track).toContain(`/papers/${number}/${part}?code=`);
    expect(track).toMatch(/请缴费¥30\.00：城市道路占用费[\s\S]*请缴费¥400\.00：城市道路挖掘修复费/);
    const paper = (await call(h, `/papers/${number}/payment-2?code=${code}`, undefined, { headers: { 'accept-language': 'zh-CN' } })).body;
    for (const said of ['城市道路挖掘修复费', '¥400.00', '待缴']) expect(paper).toContain(said);
  });

  it('[S1-52] stand on one paper with their sum where no number is asked for, while both are open', async () => {
    const paper = async () =>
      (await call(h, `/papers/${number}/payment?code=${code}`, undefined, { headers: { 'accept-language': 'zh-CN' } })).body;
    for (const said of ['城市道路占用费', '¥30.00', '城市道路挖掘修复费', '¥400.00', '合计应缴¥430.00'])
      expect(await paper()).toContain(said);
  });

  it('[S3-37] are paid one by one: which has to be said, and only then', async () => {
    await at('2026-02-10T10:00');
    const path = `${api}/matters/${number}/actions/pay`;
    const unsaid = await call(h, path, pay(undefined, 30, 'cash'), { as: 'cashier' });
    expect([unsaid.status, unsaid.body.code, unsaid.body.title]).toEqual([
      422,
      'charge-needed',
      expect.stringContaining('UMB-C02, UMB-C03'),
    ]);
    await h.act(number, 'cashier', 'pay', pay('UMB-C03', 400, 'card'));
    const left = (await call(h, `/papers/${number}/payment?code=${code}`, undefined, { headers: { 'accept-language': 'zh-CN' } })).body;
    expect([left.includes('城市道路占用费'), left.includes('合计应缴')]).toEqual([true, false]);
    const [due] = (await get('/fees')).bills;
    expect([due.charge, due.acts[0]]).toMatchObject(['UMB-C02', { name: 'pay', allowed: true }]);
    const [paid] = (await get('/fees?state=paid')).bills;
    expect(paid).toMatchObject({ charge: 'UMB-C03', receipt: 'R-400', method: { zh: '银行卡' } });
    await h.act(number, 'cashier', 'pay', pay(undefined, 30, 'cash'));
    const settled = (await call(h, `/papers/${number}/payment?code=${code}`, undefined, { headers: { 'accept-language': 'zh-CN' } })).body;
    expect(['¥30.00', '¥400.00', '合计应缴'].map((said) => settled.includes(said))).toEqual([true, true, false]);
    expect((await get(`/matters/${number}`)).bills.map((bill: { state: string }) => bill.state)).toEqual(['paid', 'paid']);
  });

  it('count as one act charged, not two', async () => {
    for (const organ of ['UMB', 'HUC', 'PSB']) {
      const { steps } = await get(`/matters/${number}`, `${organ}-SH`);
      for (const step of (steps as { id: string; organ: string; signatures: string }[]).filter((one) => one.organ === organ))
        for (const [seat, action] of step.signatures === 'one'
          ? [['DEP', 'approve']]
          : [
              ['EX1', 'propose'],
              ['SH', 'check'],
              ['DEP', 'approve'],
            ])
          await h.act(number, `${organ}-${seat}`, action!, { step: step.id, opinion: 'agree', text: '同意' });
    }
    await h.act(number, 'UMB-CHF', 'decide', { outcome: 'granted', reason: '符合条件' });
    expect((await get('/fees')).acts).toMatchObject([{ organ: 'UMB', decided: 1, charged: 1 }]);
  });

  it('[S3-44] add up by charge and by method, on the day they were paid and on the day something went back', async () => {
    await at('2026-02-11T10:00');
    await h.act(number, 'UMB-DEP', 'order-refund', { charge: 'UMB-C02', amount: 10, reason: '少占一天' });
    await h.act(number, 'cashier', 'refund', { charge: 'UMB-C02', amount: 10 });
    await h.act(number, 'UMB-DEP', 'order-refund', { charge: 'UMB-C03', amount: 40, reason: '少挖一米' });
    await h.act(number, 'cashier', 'refund', { charge: 'UMB-C03', amount: 40 });
    const tuesday = await get('/fees?day=2026-02-10&state=paid');
    expect(byCharge(tuesday.lines)).toMatchObject({
      'UMB-C02': { paid: 1, paidFen: 3000, journalFen: 3000, difference: 0 },
      'UMB-C03': { paid: 1, paidFen: 40_000, journalFen: 40_000, difference: 0 },
    });
    expect(tuesday.bills.map((bill: { charge: string; receipt: string }) => [bill.charge, bill.receipt])).toEqual([
      ['UMB-C02', 'R-30'],
      ['UMB-C03', 'R-400'],
    ]);
    const wednesday = await get('/fees?day=2026-02-11&state=refunded');
    expect(byCharge(wednesday.lines)).toMatchObject({
      'UMB-C02': { refundedFen: 1000, journalFen: -1000, difference: 0 },
      'UMB-C03': { refundedFen: 4000, journalFen: -4000, difference: 0 },
    });
    expect(wednesday.bills).toHaveLength(2);
    const { methods } = await get('/till?day=2026-02-11');
    const returned = Object.fromEntries(methods.map((one: { method: string; returned: number }) => [one.method, one.returned]));
    expect(returned).toMatchObject({ cash: 1000, card: 4000, mobile: 0 });
  });

  it('are made again from the facts alone as they stand', async () => {
    const { rebuild } = await import('../../src/kernel/matter/rebuild.ts');
    const { institutions } = await import('../../src/institutions.ts');
    const before = (await h.db.owner.query('SELECT * FROM licensing.bill ORDER BY matter, charge')).rows;
    expect(before.map((row) => [row.charge, row.state, row.refunded])).toEqual([
      ['UMB-C02', 'refunded', 1000],
      ['UMB-C03', 'refunded', 4000],
    ]);
    await rebuild(
      h.db.owner as never,
      institutions.flatMap(({ kind }) => kind ?? []),
      true,
    );
    expect((await h.db.owner.query('SELECT * FROM licensing.bill ORDER BY matter, charge')).rows).toEqual(before);
  });

  it('one that an earlier release cancelled before it billed another has its row again after the migration', async () => {
    const { number: old } = (await call(h, `${api}/matters`, application({ item: 'UMB-L01' }))).body;
    await h.act(old, 'clerk', 'accept');
    await h.act(old, 'UMB-EX1', 'bill', { charge: 'UMB-C03', amount: 40, basis: '按一米' });
    await h.act(old, 'UMB-EX1', 'cancel-bill', { reason: '没有挖' });
    await h.act(old, 'UMB-EX1', 'bill', { charge: 'UMB-C02', quantity: 10 });
    const rows = async () => (await h.db.owner.query('SELECT * FROM licensing.bill WHERE matter = $1 ORDER BY charge', [old])).rows;
    const before = await rows();
    expect(before.map(({ charge, state }) => [charge, state])).toEqual([
      ['UMB-C02', 'due'],
      ['UMB-C03', 'cancelled'],
    ]);
    await h.db.owner.query("DELETE FROM licensing.bill WHERE matter = $1 AND state = 'cancelled'", [old]);
    const migration = readFileSync(join(MIGRATIONS, '0037_licensing_charges.sql'), 'utf8');
    await h.db.owner.query(migration.slice(migration.indexOf('INSERT INTO')));
    expect(await rows()).toEqual(before);
  });
});
