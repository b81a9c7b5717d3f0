import { parse } from 'csv-parse/sync';
import readExcel from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();
const api = '/api/v1';
const at = (local: string) => setClock(h.house, Date.parse(`${local}:00+08:00`));
const get = (path: string, as?: string) => call(h, `${api}${path}`, undefined, { as });
const post = (path: string, body: unknown, as?: string, key?: string) => call(h, `${api}${path}`, body, { as, key });
const personOf = async (as: string): Promise<string> => (await get('/session', as)).body.person;
const file = async (item: string): Promise<string> => (await call(h, `${api}/matters`, application({ item }))).body.number;
const opinion = { opinion: 'agree', text: '符合条件' };
const grant = { outcome: 'granted', reason: '条件具备' };

/** Registration of a tractor, on the spot: the chief representative of agriculture may decide it by the table. */
const SPOT = 'ARA-L18';
async function ready(item = SPOT): Promise<string> {
  const number = await file(item);
  await h.act(number, 'clerk', 'accept');
  await h.act(number, 'ARA-DEP', 'approve', { step: 'lead', ...opinion });
  return number;
}
const decide = (number: string, as: string) => post(`/matters/${number}/actions/decide`, grant, as);

beforeAll(async () => {
  await at('2026-02-09T09:30');
});

describe('who sees the head’s page', () => {
  it('heads their organs whole, a representative her own part, nobody else', async () => {
    const scopes: Record<string, unknown> = {};
    for (const as of [
      'chief',
      'deputy',
      'chief-representative',
      'examiner-lead',
      'section-head',
      'clerk',
      'cashier',
      'county-head',
      'auditor',
    ]) {
      const { status, body } = await get('/head', as);
      scopes[as] = status === 200 ? `${body.scope} ${body.mayAuthorise}` : body.code;
    }
    expect(scopes).toEqual({
      chief: 'organ true',
      deputy: 'organ false',
      'chief-representative': 'own false',
      'examiner-lead': 'not-a-head',
      'section-head': 'not-a-head',
      clerk: 'not-a-head',
      cashier: 'not-a-head',
      'county-head': 'not-a-head',
      auditor: 'not-a-head',
    });
    for (const path of ['/head', '/head/acts.csv', '/head/pressing.xlsx']) {
      expect((await get(path)).status, path).toBe(401);
      expect((await get(path, 'citizen')).status, path).toBe(403);
      expect((await get(path, 'examiner-lead')).body.code, path).toBe('not-a-head');
    }
    expect((await get('/head?day=soon', 'chief')).body.errors[0]).toMatchObject({ path: 'day', code: 'not-a-date' });
    expect((await get('/head/nothing.csv', 'chief')).status).toBe(404);
  });
});

describe('what went out in her name', () => {
  it('[S1-60] is told with who did it, from which seat and by which rule', async () => {
    const number = await ready();
    expect((await decide(number, 'ARA-CR')).status).toBe(200);
    const { acts } = (await get('/head', 'ARA-CHF')).body;
    const mine = acts.filter((a: { matter: string }) => a.matter === number);
    expect(mine.map((a: { what: { zh: string } }) => a.what.zh)).toEqual(['作出决定（准予许可）', '批准意见（同意）']);
    expect(mine[0]).toMatchObject({
      seat: { zh: expect.stringContaining('首席代表') },
      rule: { zh: expect.stringContaining('首席代表授权书'), en: expect.stringContaining('Authorisation') },
      mine: false,
    });
    expect(mine[1]).toMatchObject({ seat: { zh: expect.stringContaining('分管') }, person: { zh: expect.any(String) } });
    const own = (await get('/head', 'ARA-CR')).body.acts;
    expect(own.every((a: { mine: boolean }) => a.mine)).toBe(true);
    expect(own.map((a: { matter: string }) => a.matter)).toContain(number);
    expect((await get('/head', 'umb-chief')).body.acts).toEqual([]);
  });

  it('of another organ’s matter only what her organ approved; of yesterday on yesterday’s page', async () => {
    const sign = await file('UMB-L05');
    await h.act(sign, 'clerk', 'accept');
    await h.act(sign, 'HUC-SH', 'approve', { step: 'assist:HUC', ...opinion });
    await at('2026-02-10T09:00');
    const { body: housing } = await get('/head?day=2026-02-09', 'HUC-CHF');
    expect(housing.acts.map((a: { matter: string }) => a.matter)).toEqual([sign]);
    expect((await get('/head', 'HUC-CHF')).body.acts).toEqual([]);
    expect((await get('/head?day=2026-02-09', 'umb-chief')).body.acts).toEqual([]);
  });
});

describe('what presses, and what only she can do', () => {
  it('[S3-38] shows work over the law by that law’s day, since when the efficiency office has it, and what waits for her alone', async () => {
    const number = await file('ARA-L03');
    await h.act(number, 'clerk', 'accept');
    await h.act(number, 'ARA-EX1', 'propose', { step: 'lead', ...opinion });
    await at('2026-06-15T09:00');
    const row = (await get('/head', 'ARA-CHF')).body.pressing.find((w: { matter: string }) => w.matter === number);
    const { clocks, steps } = (await get(`/matters/${number}`, 'ARA-CHF')).body;
    expect(clocks).toContainEqual(expect.objectContaining({ kind: 'legal', due: row.due }));
    expect([row.light, row.step, row.seen > steps[0].due && row.seen <= '2026-06-15']).toEqual(['over-law', 'lead', true]);
    expect((await get('/head', 'umb-chief')).body.pressing.map((w: { matter: string }) => w.matter)).not.toContain(number);
  });

  it('work that a deputy could do too is not hers alone', async () => {
    const number = await file('NRB-L09');
    await h.act(number, 'clerk', 'accept');
    await h.act(number, 'NRB-EX1', 'propose', { step: 'lead', ...opinion });
    await h.act(number, 'NRB-SH', 'check', { step: 'lead', ...opinion });
    const alone = async () => (await get('/head', 'NRB-CHF')).body.onlyMe.map((w: { matter: string }) => w.matter);
    expect(await alone()).not.toContain(number);
    await h.act(number, 'NRB-DEP', 'approve', { step: 'lead', ...opinion });
    expect(await alone()).toContain(number);
    expect((await get('/head', 'NRB-DEP')).body.onlyMe).toEqual([]);
  });
});

describe('a chief representative', () => {
  let examiner: string;
  const paper = (more: object = {}) => ({ organ: 'ARA', person: examiner, from: '2026-06-15', basis: '示农授〔2026〕3号', ...more });
  beforeAll(async () => {
    examiner = await personOf('ARA-SH');
    await at('2026-06-15T10:00');
  });

  it('is authorised by the chief alone, in writing, for a time, for items of the organ', async () => {
    const no = async (as: string, body: object) => (await post('/head/authorisations', body, as)).body;
    expect((await no('ARA-DEP', paper())).code).toBe('chief-only');
    expect((await no('umb-chief', paper())).code).toBe('chief-only');
    expect((await post('/head/authorisations', paper())).status).toBe(401);
    expect((await no('citizen', paper())).code).toBe('no-authority');
    expect((await no('ARA-CHF', paper({ basis: '' }))).errors[0]).toMatchObject({ path: 'basis', code: 'required' });
    expect((await no('ARA-CHF', paper({ from: 'soon' }))).errors[0]).toMatchObject({ path: 'from', code: 'not-a-date' });
    expect((await no('ARA-CHF', paper({ person: await personOf('umb-examiner') }))).code).toBe('not-of-this-organ');
    expect((await no('ARA-CHF', paper({ person: 'c-citizen' }))).code).toBe('not-of-this-organ');
    expect((await no('ARA-CHF', paper({ items: [SPOT, 'UMB-L05'] }))).code).toBe('item-of-another-organ');
    expect((await no('ARA-CHF', paper({ person: await personOf('ARA-CR') }))).code).toBe('already-authorised');
    expect((await no('county-head', { ...paper(), organ: 'COUNTY' })).code).toBe('chief-only');
  });

  it('[S1-36] decides once authorised; withdrawn, is refused at once and told why', async () => {
    const [first, second] = [await ready(), await ready()];
    expect((await decide(first, 'ARA-SH')).body.code).toBe('no-authority');
    const body = paper({ until: '2026-12-31', items: [SPOT] });
    const given = await post('/head/authorisations', body, 'ARA-CHF', 'one');
    expect(given).toMatchObject({ status: 201, body: { id: expect.stringMatching(/^auth-\d+$/) } });
    const again = await post('/head/authorisations', body, 'ARA-CHF', 'one');
    expect([again.body, again.headers.get('idempotent-replay')]).toEqual([given.body, 'true']);
    expect((await post('/head/authorisations', paper(), 'ARA-CHF', 'one')).body.code).toBe('idempotency-key-reused');
    expect((await post('/head/authorisations', body, 'ARA-CHF', 'two')).body.code).toBe('already-authorised');

    expect((await decide(first, 'ARA-SH')).status).toBe(200);
    const { acts, representatives } = (await get('/head', 'ARA-CHF')).body;
    expect(
      acts.find((a: { matter: string; what: { zh: string } }) => a.matter === first && a.what.zh.startsWith('作出决定')),
    ).toMatchObject({
      paper: '示农授〔2026〕3号',
      seat: { zh: expect.stringContaining('首席代表') },
    });
    expect(representatives.find((r: { id: string }) => r.id === given.body.id)).toMatchObject({ state: 'in-force', items: [{ id: SPOT }] });
    expect((await get('/session', 'ARA-SH')).body.seats.map((s: { id: string }) => s.id)).toEqual(['ARA-SH', 'ARA-CR']);

    const taken = { authority: given.body.id, reason: '人员调整' };
    expect((await post('/head/withdrawals', taken, 'ARA-DEP')).body.code).toBe('chief-only');
    expect((await post('/head/withdrawals', taken, 'umb-chief')).body.code).toBe('no-such-authority');
    expect((await post('/head/withdrawals', { authority: given.body.id }, 'ARA-CHF')).body.errors[0]).toMatchObject({ path: 'reason' });
    expect((await post('/head/withdrawals', taken, 'ARA-CHF')).status).toBe(201);
    expect((await post('/head/withdrawals', taken, 'ARA-CHF')).body.code).toBe('authority-over');
    const refused = await decide(second, 'ARA-SH');
    expect(refused).toMatchObject({ status: 403, body: { code: 'authority-withdrawn' } });
    expect(refused.body.detail).toContain('人员调整');
    expect(refused.body.who).toContain('ARA-CR');
    // What she did while she might stays; and she may be authorised anew.
    expect((await get(`/matters/${first}`, 'ARA-CHF')).body.state).toBe('decided');
    expect((await post('/head/authorisations', paper(), 'ARA-CHF')).status).toBe(201);
    expect((await decide(second, 'ARA-SH')).status).toBe(200);
  });

  it('for some items only is nothing for the others', async () => {
    const { items } = (await get('/head', 'ARA-CHF')).body as { items: { id: string; decides: boolean }[] };
    const other = items.find(({ id, decides }) => decides && id !== SPOT)!.id;
    const person = await personOf('ARA-EX2');
    expect((await post('/head/authorisations', paper({ person, items: [other] }), 'ARA-CHF')).status).toBe(201);
    const [hers, another] = [await ready(other), await ready()];
    const desk = (await get('/desk?limit=200', 'ARA-EX2')).body.work.map((w: { matter: string }) => w.matter);
    expect([desk.includes(hers), desk.includes(another)]).toEqual([true, false]);
    expect((await decide(another, 'ARA-EX2')).body.code).toBe('no-authority');
    expect((await decide(hers, 'ARA-EX2')).status).toBe(200);
  });

  it('who was appointed keeps the seat and loses its authority', async () => {
    const number = await ready();
    const { representatives } = (await get('/head', 'ARA-CHF')).body;
    const appointed = representatives.find((r: { kind: string }) => r.kind === 'appointment');
    expect((await post('/head/withdrawals', { authority: appointed.id, reason: '轮岗' }, 'ARA-CHF')).status).toBe(201);
    expect((await decide(number, 'ARA-CR')).body.code).toBe('authority-withdrawn');
    const page = (await get('/head', 'ARA-CR')).body;
    expect([page.scope, page.representatives[0].state, page.representatives[0].withdrawn.reason]).toEqual(['own', 'withdrawn', '轮岗']);
    expect((await get('/session', 'ARA-CR')).body).toMatchObject({ seats: [{ id: 'ARA-CR', roles: [] }], lost: [{ id: 'ARA-CR' }] });
  });

  it('is a fact that nobody can change, and that stands once', async () => {
    for (const table of ['authorisation', 'withdrawal'])
      await expect(h.db.owner.query(`UPDATE organisation.${table} SET edition = edition`)).rejects.toThrow(/refused/);
    const twice = `INSERT INTO organisation.edition SELECT max(edition) + 1, now(), 'o-0163', 'x' FROM organisation.edition`;
    await h.db.owner.query(twice);
    const { rows } = await h.db.owner.query('SELECT max(edition) AS e FROM organisation.edition');
    await expect(
      h.db.owner.query(
        `INSERT INTO organisation.authorisation (id, person, seat, first_day, basis, edition) VALUES ('auth-${rows[0].e}', $1, 'ARA-CR', '2026-07-01', 'x', $2)`,
        [examiner, rows[0].e],
      ),
    ).rejects.toThrow(/twice at a time/);
  });
});
describe('the lists taken away', () => {
  it('hold the rows of the page, days as days', async () => {
    const page = (await get('/head', 'ARA-CHF')).body;
    const bytes = async (path: string) =>
      Buffer.from(await (await fetch(`${h.url}${api}${path}`, { headers: h.as('ARA-CHF') })).arrayBuffer());
    const rows = async (list: string, lang = 'en') => (await readExcel(await bytes(`/head/${list}.xlsx?lang=${lang}`)))[0]!.data;
    const [heads, ...acts] = await rows('acts');
    expect(heads?.slice(0, 4)).toEqual(['Time', 'Number', 'Item', 'What']);
    expect(acts.map((row) => row[1])).toEqual(page.acts.map((a: { matter: string }) => a.matter));
    const pressing = (await rows('pressing', 'zh')).slice(1);
    expect(pressing.map((row) => [row[0], new Date(row[5] as never).toISOString().slice(0, 10)])).toEqual(
      page.pressing.map((w: { matter: string; due: string }) => [w.matter, w.due]),
    );
    const csv = parse((await bytes('/head/representatives.csv')).toString('utf8'), { bom: true, columns: true }) as Record<
      string,
      string
    >[];
    expect(csv.map((row) => [row.起, row.现在])).toEqual(
      page.representatives.map((r: { from: string; state: string }) => [
        r.from,
        { 'in-force': '有效', withdrawn: '已收回', ended: '已到期', 'to-come': '尚未开始' }[r.state],
      ]),
    );
    expect((await rows('only-me')).length).toBe(page.onlyMe.length + 1);
  });
});
