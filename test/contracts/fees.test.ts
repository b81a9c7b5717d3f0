import { parse } from 'csv-parse/sync';
import readExcel from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { application, call, WANG, whole } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();
const api = '/api/v1';
const at = (local: string) => setClock(h.house, Date.parse(`${local}:00+08:00`));
const get = (path: string, as?: string) => call(h, `${api}${path}`, undefined, { as });
const fees = async (query = '', as = 'cashier') => (await get(`/fees${query}`, as)).body;
const numbersOf = (page: { bills: { matter: string }[] }) => page.bills.map((b) => b.matter);

/** Occupying a road costs by the square metre and day: the amount is assessed on the bill. */
async function billed(quantity: number): Promise<string> {
  const { number } = (await call(h, `${api}/matters`, application({ item: 'UMB-L01' }))).body;
  await h.act(number, 'clerk', 'accept');
  await h.act(number, 'UMB-EX1', 'bill', { charge: 'UMB-C02', quantity });
  return number;
}
const owed = async (number: string): Promise<number> => (await get(`/matters/${number}`, 'cashier')).body.bill.fen / 100;
let [paid, exempted, open, returned]: string[] = [];
let amount = 0;

beforeAll(async () => {
  await at('2026-02-09T09:30');
  [paid, exempted, open, returned] = [await billed(10), await billed(20), await billed(30), await billed(40)];
  await at('2026-02-10T10:00');
  amount = await owed(paid!);
  await h.act(paid!, 'cashier', 'pay', { amount, method: 'cash', receipt: 'R-1' });
  await h.act(returned!, 'cashier', 'pay', { amount: await owed(returned!), method: 'mobile', receipt: 'R-2' });
  await h.act(exempted!, 'UMB-DEP', 'exempt', { basis: '减免通知第3条', reason: '低保户' });
  await at('2026-02-11T10:00');
  await h.act(returned!, 'UMB-DEP', 'order-refund', { amount: 1, reason: '多收一天' });
  await h.act(returned!, 'cashier', 'refund', { amount: 1 });
});

describe('the cashier’s day', () => {
  it('is for the cashier, the centre and those who supervise', async () => {
    for (const path of ['/fees', '/fees/bills.csv', '/fees/reconciliation.xlsx']) {
      expect((await get(path)).status, path).toBe(401);
      expect((await get(path, 'citizen')).status, path).toBe(403);
      for (const as of ['cashier', 'auditor', 'efficiency-inspector', 'clerk'])
        expect((await get(path, as)).status, `${as} ${path}`).toBe(200);
      for (const as of ['umb-examiner', 'chief', 'chief-representative'])
        expect((await get(path, as)).body.code, `${as} ${path}`).toBe('not-the-cashier');
    }
    expect((await get('/fees?day=x', 'cashier')).body.errors[0]).toMatchObject({ path: 'day', code: 'not-a-date' });
    expect((await get('/fees?state=lost', 'cashier')).body.errors[0]).toMatchObject({ path: 'state', code: 'not-an-option' });
    expect((await get('/fees?after=x', 'cashier')).body.errors[0]).toMatchObject({ path: 'after', code: 'not-an-option' });
  });

  it('[S3-37] lists what is open, and what was paid, exempted and refunded on the day', async () => {
    expect(numbersOf(await fees('?day=2026-02-11'))).toEqual([open]);
    expect(numbersOf(await fees('?day=2026-02-10&state=paid'))).toEqual([paid, returned]);
    expect(numbersOf(await fees('?day=2026-02-10&state=exempted'))).toEqual([exempted]);
    expect(numbersOf(await fees('?day=2026-02-11&state=refunded'))).toEqual([returned]);
    expect((await fees('?day=2026-02-11&state=paid')).bills).toEqual([]);
    const [row] = (await fees('?day=2026-02-10&state=paid')).bills;
    expect(row).toMatchObject({ fen: amount * 100, receipt: 'R-1', method: { zh: '现金' }, payer: '王**', settled: '2026-02-10' });
    expect(row.cashier.zh).toMatch(/\p{Script=Han}/u);
    const first = await fees('?day=2026-02-10&state=paid&limit=1');
    expect([numbersOf(first), numbersOf(await fees(`?day=2026-02-10&state=paid&limit=1&after=${first.next}`))]).toEqual([
      [paid],
      [returned],
    ]);
  });

  it('says of each bill what the reader may do with it, and why not', async () => {
    const acts = async (query: string, as?: string) =>
      Object.fromEntries(
        (await fees(query, as)).bills[0].acts.map((a: { name: string; allowed: boolean; reasons: { code: string }[] }) => [
          a.name,
          a.allowed || a.reasons[0]?.code,
        ]),
      );
    expect(await acts('')).toEqual({ pay: true, exempt: 'no-authority', 'cancel-bill': 'no-authority' });
    expect(await acts('?day=2026-02-10&state=paid')).toEqual({
      'order-refund': 'no-authority',
      'withdraw-refund-order': 'no-authority',
      refund: 'refund-not-ordered',
    });
    expect(await acts('', 'auditor')).toMatchObject({ pay: 'no-authority' });
  });
});

describe('whatever is asked of the cashier’s and the head’s pages', () => {
  const ODD = ['', '0', '-1', '2026-02-30', '9999-12-31', '0001-01-01', "'", '\\', '%00', '😀', 'null', 'W10', 'x'.repeat(3000)];
  it('is answered, never with a fault of ours', async () => {
    for (const odd of ODD.map((text) => (text === '%00' ? text : encodeURIComponent(text))))
      for (const [as, path] of [
        ['cashier', `/fees?day=${odd}&state=paid`],
        ['cashier', `/fees?after=${odd}`],
        ['cashier', `/fees/bills.xlsx?day=${odd}`],
        ['chief', `/head?day=${odd}`],
        ['chief', `/head/${odd}.csv`],
        ['chief', `/matters/${paid}/eyes/${odd || 'x'}`],
        ['chief', `/matters/${paid}/papers/decision.docx?outcome=${odd}`],
      ] as const)
        expect((await get(path, as)).status, `${as} ${path}`).toBeLessThan(500);
    const whole = { organ: 'SAM', person: 'o-0161', from: '2026-12-01', basis: 'x', authority: 'auth-1', reason: 'x' };
    for (const field of Object.keys(whole))
      for (const odd of [...ODD, 1, null, {}, [], true, { until: '\u0000' }])
        for (const path of ['authorisations', 'withdrawals']) {
          const { status } = await call(h, `${api}/head/${path}`, { ...whole, [field]: odd, items: odd }, { as: 'chief' });
          expect(status, `${path} ${field} ${JSON.stringify(odd)}`).toBeLessThan(500);
        }
  });
});

describe('the day’s reconciliation', () => {
  it('[S3-44] the bills agree with the journal, and a bill that was tampered with is seen', async () => {
    const day = await fees('?day=2026-02-10');
    expect(day.lines).toHaveLength(1);
    const line = day.lines[0];
    expect(line).toMatchObject({ charge: 'UMB-C02', organ: 'UMB', paid: 2, exempted: 1, refundedFen: 0, difference: 0 });
    expect(line.journalFen).toBe(line.netFen);
    expect(day.methods.map((m: { method: string; count: number }) => [m.method, m.count])).toEqual([
      ['cash', 1],
      ['mobile', 1],
    ]);
    expect((await fees('?day=2026-02-11')).lines[0]).toMatchObject({ paid: 0, refundedFen: 100, netFen: -100, difference: 0 });
    await h.db.owner.query('UPDATE licensing.bill SET amount = amount + 500 WHERE matter = $1', [paid]);
    expect((await fees('?day=2026-02-10')).lines[0].difference).toBe(500);
    await h.db.owner.query('DELETE FROM licensing.bill WHERE settled_on = $1', ['2026-02-10']);
    expect((await fees('?day=2026-02-10')).lines[0]).toMatchObject({ paid: 0, netFen: 0, difference: -day.lines[0].journalFen });
    const { rebuild } = await import('../../src/kernel/matter/rebuild.ts');
    const { institutions } = await import('../../src/institutions.ts');
    await rebuild(
      h.db.owner as never,
      institutions.flatMap(({ kind }) => kind ?? []),
      true,
    );
    expect((await fees('?day=2026-02-10')).lines[0].difference).toBe(0);
  });

  it('[S3-44] both lists are taken away with the same rows', async () => {
    const bytes = async (path: string) =>
      Buffer.from(await (await fetch(`${h.url}${api}${path}`, { headers: h.as('cashier') })).arrayBuffer());
    const sheet = (await readExcel(await bytes('/fees/bills.xlsx?day=2026-02-10&state=paid&lang=en')))[0]!.data;
    expect(sheet[0]?.slice(0, 3)).toEqual(['Number', 'Item', 'Payer']);
    expect(sheet.slice(1).map((row) => [row[0], row[10]])).toEqual([
      [paid, 'R-1'],
      [returned, 'R-2'],
    ]);
    expect([sheet[1]?.[5], new Date(sheet[1]?.[8] as never).toISOString().slice(0, 10)]).toEqual([amount, '2026-02-10']);
    const csv = parse((await bytes('/fees/reconciliation.csv?day=2026-02-10')).toString('utf8'), { bom: true, columns: true }) as Record<
      string,
      string
    >[];
    expect(csv.map((row) => [row.收费笔数, row['差额（元）']])).toEqual([['2', '0']]);
    expect((await readExcel(await bytes('/fees/reconciliation.xlsx?day=2026-02-10')))[0]!.data).toHaveLength(2);
  });
});

describe('what is waived', () => {
  it('[S3-44] [S1-18] stands in the account in yuan, with its basis and who: what was billed is what was paid, waived and is open', async () => {
    await at('2026-02-11T15:00');
    const [partly, whole, wrong] = [await billed(1000), await billed(20), await billed(7)];
    await h.act(partly, 'UMB-DEP', 'exempt', { amount: 290, basis: '减免通知第3条', reason: '王小明一家受灾' });
    await h.act(partly, 'cashier', 'pay', { amount: 10, method: 'cash', receipt: 'R-9' });
    await h.act(whole, 'UMB-DEP', 'exempt', { amount: 2, basis: '减免通知第4条', reason: '小微企业' });
    await at('2026-02-12T09:00');
    await h.act(whole, 'UMB-DEP', 'exempt', { basis: '减免通知第5条', reason: '停工' });
    await h.act(wrong, 'UMB-EX1', 'cancel-bill', { reason: '多算一天' });
    const [first, then] = [(await fees('?day=2026-02-11')).lines[0], (await fees('?day=2026-02-12')).lines[0]];
    const moved = { beforeFen: 900, billedFen: 30_810, cancelledFen: 0, paidFen: 1000, reducedFen: 29_200, exemptedFen: 0, openFen: 1510 };
    expect(first).toMatchObject({ ...moved, difference: 0 });
    expect(then).toMatchObject({
      beforeFen: 1510,
      billedFen: 0,
      cancelledFen: 210,
      exempted: 1,
      exemptedFen: 400,
      openFen: 900,
      difference: 0,
    });
    for (const one of [first, then])
      expect(one.beforeFen + one.billedFen - one.cancelledFen).toBe(one.paidFen + one.reducedFen + one.exemptedFen + one.openFen);

    const { bills, counts } = await fees('?day=2026-02-11&state=reduced');
    expect(counts.reduced).toEqual({ count: 2, fen: 29_200 });
    expect(bills.map((b: { matter: string; fen: number }) => [b.matter, b.fen])).toEqual([
      [partly, 29_000],
      [whole, 200],
    ]);
    const who = (await fees('?day=2026-02-12&state=exempted')).bills[0];
    expect(who).toMatchObject({ fen: 400, reducedFen: 200, basis: '减免通知第5条', reason: '停工', waivedBy: bills[0].waivedBy });
    expect(who.waivedBy.zh).toMatch(/\p{Script=Han}/u);
    expect((await fees('?day=2026-02-11&state=paid')).bills).toMatchObject([{ matter: partly, fen: 1000, reducedFen: 29_000 }]);
    const csv = async (list: string) =>
      parse((await get(`/fees/${list}`, 'cashier')).body, { bom: true, columns: true }) as Record<string, string>[];
    expect((await csv('reconciliation.csv?day=2026-02-11'))[0]).toMatchObject({
      '减征（元）': '292',
      '免征（元）': '0',
      '日终待缴（元）': '15.1',
    });
    expect((await csv('bills.csv?day=2026-02-11&state=reduced'))[0]).toMatchObject({ '金额（元）': '290', 减免依据: '减免通知第3条' });

    await h.db.owner.query('UPDATE licensing.reduction SET amount = amount - 1000 WHERE matter = $1', [partly]);
    expect((await fees('?day=2026-02-11')).lines[0].difference).toBe(-1000);
    await h.db.owner.query('UPDATE licensing.reduction SET amount = amount + 1000 WHERE matter = $1', [partly]);
  });
});

describe('on the spot', () => {
  it('[S1-18] an item with a fee is not handed over before it is billed and paid', async () => {
    await at('2026-02-12T10:00');
    const { charges } = (await get('/window/items/PSB-L22', 'PSB-CR')).body;
    expect(charges.map((c: { charge: string; fixed: boolean }) => [c.charge, c.fixed])).toEqual([
      ['PSB-C11', true],
      ['PSB-C12', true],
      ['PSB-C13', true],
    ]);
    const { number } = (await call(h, `${api}/matters`, whole('PSB-L22'))).body;
    const act = (name: string, input: object, as = 'PSB-CR') => call(h, `${api}/matters/${number}/actions/${name}`, input, { as });
    const early = await act('conclude-on-the-spot', { text: '齐全', recipient: WANG.name });
    expect([early.status, early.body.code, early.body.errors[0].path]).toEqual([422, 'fee-before-delivery', 'recipient']);
    expect((await act('conclude-on-the-spot', { text: '齐全' })).status).toBe(200);
    expect((await act('bill', { charge: 'PSB-C11' })).status).toBe(200);
    const slip = { method: 'in-person', recipient: WANG.name, proof: '签收' };
    expect((await act('deliver', slip, 'delivery-clerk')).body.code).toBe('fee-unpaid');
    const twice = await act('pay', { amount: 100, method: 'cash', receipt: ' r-1' }, 'cashier');
    expect([twice.status, twice.body.code, twice.body.errors[0].path]).toEqual([422, 'receipt-used', 'receipt']);
    expect(twice.body.title).toContain(paid);
    await h.act(number, 'cashier', 'pay', { amount: 100, method: 'cash', receipt: 'R-3' });
    expect((await act('deliver', slip, 'delivery-clerk')).body.code).toBe('fee-unanswered');
    expect((await act('no-charge', { reason: '行驶证和登记证书未换发' })).status).toBe(200);
    expect((await act('deliver', slip, 'delivery-clerk')).status).toBe(200);
    expect((await act('bill', { charge: 'PSB-C12' })).body.code).toBe('fee-too-late');
  });

  it('is that act alone: what is examined and decided on one day is not counted as on the spot', async () => {
    const { number } = (await call(h, `${api}/matters`, application({ item: 'ARA-L09' }))).body;
    await h.act(number, 'clerk', 'accept');
    await h.act(number, 'ARA-DEP', 'approve', { opinion: 'agree', text: '齐全' });
    await h.act(number, 'ARA-CHF', 'decide', { outcome: 'granted', reason: '符合条件' });
    const lines = parse((await get('/today/concluded.csv')).body, { bom: true }) as string[][];
    expect(lines.slice(1).map((line) => [line[0], line[3]])).toEqual([
      ['机动车登记', '当场办结'],
      ['动物及动物产品检疫合格证核发', ''],
    ]);
    expect((await call(h, '/', undefined, { headers: { 'accept-language': 'en' } })).body).toContain('decided, 1 of them on the spot');
  });
});
