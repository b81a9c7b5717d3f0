import { describe, expect, it } from 'vitest';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();
const api = '/api/v1/matters';
const file = async (more = {}, ask = {}) => (await call(h, api, application(more), ask)).body;

describe('who may look', () => {
  it('the applicant with the query code, an officer by her seat; nobody else learns that it exists', async () => {
    const { number, queryCode } = await file();
    expect((await call(h, `${api}/${number}`, undefined, { code: queryCode })).status).toBe(200);
    expect((await call(h, `${api}/${number}`, undefined, { code: queryCode.toLowerCase() })).status).toBe(200);
    expect((await call(h, `${api}/${number}`, undefined, { as: 'clerk' })).status).toBe(200);
    expect((await call(h, `${api}/${number}`)).body.code).toBe('sign-in-needed');
    for (const ask of [{ code: 'XXXXXXXXXX' }, { as: 'citizen-2' }]) {
      const wrong = await call(h, `${api}/${number}`, undefined, ask);
      const none = await call(h, `${api}/2026-SAM-999999`, undefined, ask);
      expect([wrong.status, wrong.body.code]).toEqual([404, 'matter-not-found']);
      // The id of the request alone is another.
      expect({ ...wrong.body, request: none.body.request }).toEqual(none.body);
    }
    for (const path of ['/accounts', '/facts', '/files/f-1', '/actions/withdraw']) {
      const body = path.startsWith('/actions') ? { reason: 'x' } : undefined;
      expect((await call(h, `${api}/${number}${path}`, body)).status, path).toBe(401);
      expect((await call(h, `${api}/${number}${path}`, body, { as: 'citizen-2' })).status, path).toBe(404);
    }
  });

  it('a citizen signed in sees her own; an officer of another organ sees no name', async () => {
    const { number } = await file({}, { as: 'citizen' });
    expect((await call(h, `${api}/${number}`, undefined, { as: 'citizen' })).body.applicant.name).toBe('王小满');
    const stranger = (await call(h, `${api}/${number}`, undefined, { as: 'drc-examiner' })).body;
    expect(stranger.applicant.name).toBe('王**');
    expect(stranger.form).toBeUndefined();
    expect(JSON.stringify(stranger)).not.toContain('王小满');
    expect((await call(h, `${api}/${number}/facts`, undefined, { as: 'drc-examiner' })).status).toBe(403);
  });

  it('a token that is forged, old or of nobody is refused', async () => {
    const { number } = await file();
    for (const token of ['x', 'x.y', `${h.as('clerk').authorization.slice(7)}x`, 'eyJwIjoiby0wMDEyIn0.']) {
      const answer = await call(h, `${api}/${number}`, undefined, { headers: { authorization: `Bearer ${token}` } });
      expect([answer.status, answer.body.code]).toEqual([401, 'token-invalid']);
    }
  });
});

describe('what the caller has already', () => {
  it('is not sent again until it changes', async () => {
    const { number, queryCode } = await file();
    await h.complete(number);
    const look = (etag?: string, as = 'clerk') =>
      call(h, `${api}/${number}`, undefined, { as, headers: etag ? { 'if-none-match': etag } : {} });
    const first = await look();
    const etag = first.headers.get('etag') ?? '';
    const second = await look(etag);
    expect([second.status, second.body, second.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await look(etag, 'chief')).status).toBe(200);
    expect((await call(h, `${api}/${number}/actions/accept`, {}, { as: 'clerk', headers: { 'if-match': etag } })).status).toBe(200);
    expect((await look(etag)).status).toBe(200);
    const stale = await call(
      h,
      `${api}/${number}/actions/withdraw`,
      { reason: '不办了' },
      { code: queryCode, headers: { 'if-match': etag } },
    );
    expect([stale.status, stale.body.code]).toEqual([409, 'stale']);
    const unreadable = await call(
      h,
      `${api}/${number}/actions/withdraw`,
      { reason: '不办了' },
      { code: queryCode, headers: { 'if-match': '"other"' } },
    );
    expect([unreadable.status, unreadable.body.code]).toEqual([400, 'malformed']);
  });

  it('holds for items as well', async () => {
    const first = await call(h, '/api/v1/items/SAM-L01');
    expect(
      (await call(h, '/api/v1/items/SAM-L01', undefined, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })).status,
    ).toBe(304);
  });
});

describe('the chain of one matter', () => {
  it('is derived again on request, by officer and applicant; a forged record is found, strangers are not told', async () => {
    const { number, queryCode } = await file();
    await h.complete(number);
    const verify = (ask: Parameters<typeof call>[3]) => call(h, `${api}/${number}/verify`, undefined, ask);
    const mine = await verify({ code: queryCode });
    expect(mine.body).toEqual({ number, facts: 2, head: expect.stringMatching(/^[0-9a-f]{64}$/), faults: [] });
    expect((await verify({ as: 'clerk' })).body).toEqual(mine.body);
    expect([(await verify({})).status, (await verify({ code: 'AAAAAAAAAA' })).status]).toEqual([401, 404]);

    await h.act(number, 'clerk', 'accept');
    const grown = (await verify({ code: queryCode })).body;
    expect([grown.facts, grown.faults]).toEqual([3, []]);
    expect(grown.head).not.toBe(mine.body.head);
    await h.db.owner.query(
      `INSERT INTO journal.fact (at, seq, matter, kind, actor, capacity, account, holder, salt, chain, body)
       SELECT at, 4, matter, 'decided', actor, capacity, account, holder, salt, chain, body FROM journal.fact WHERE matter = $1 AND seq = 3`,
      [number],
    );
    const forged = (await verify({ code: queryCode })).body;
    expect(forged.faults).toEqual([
      { seq: 4, code: 'chain' },
      { seq: 4, code: 'head' },
    ]);
  });
});

describe('an officer’s list', () => {
  const list = async (as: string, query = '') => (await call(h, `${api}${query}`, undefined, { as })).body;

  it('is of what her organs lead or have on their desks', async () => {
    const [food, energy] = [await file(), await file({ item: 'DRC-L01' })];
    const of = async (as: string) => {
      const found: string[] = [];
      for (let after = ''; ; ) {
        const page = await list(as, `?limit=7&after=${after}`);
        found.push(...page.matters.map((m: { number: string }) => m.number));
        if (!page.next) return found;
        after = page.next;
      }
    };
    expect(await of('examiner-lead')).toContain(food.number);
    expect(await of('examiner-lead')).not.toContain(energy.number);
    expect(await of('drc-examiner')).toContain(energy.number);
    const all = await of('clerk');
    expect(all).toEqual(expect.arrayContaining([food.number, energy.number]));
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual([...all].sort());
  });

  it('is asked by state and organ, holds no name, and is refused to strangers', async () => {
    const line = (await list('clerk', '?state=received&organ=SAM&limit=1')).matters[0];
    expect(line).toMatchObject({ state: 'received', organ: 'SAM', owner: { account: 'window' } });
    expect(JSON.stringify(await list('clerk', '?limit=200'))).not.toContain('王小满');
    expect((await list('clerk', '?state=granted')).matters).toEqual([]);
    const nonsense = await call(h, `${api}?state=nonsense`, undefined, { as: 'clerk' });
    expect([nonsense.status, nonsense.body.errors[0].path, nonsense.body.errors[0].code]).toEqual([422, 'state', 'not-an-option']);
    expect((await call(h, api)).status).toBe(401);
    const mine = await file({}, { as: 'firm' });
    expect((await list('firm')).matters.map((m: { number: string }) => m.number)).toContain(mine.number);
    expect((await list('firm-2')).matters).toEqual([]);
  });
});

describe('the day’s account', () => {
  it('is for officers, by a day that exists', async () => {
    const ask = (day: string, as?: string) => call(h, `/api/v1/fees/reconciliation?day=${day}`, undefined, { as });
    expect((await ask('2026-02-09', 'cashier')).body).toMatchObject({ day: '2026-02-09', lines: [], acts: [] });
    expect((await ask('2026-02-30', 'cashier')).body.errors[0]).toMatchObject({ path: 'day', code: 'not-a-date' });
    expect([(await ask('2026-02-09')).status, (await ask('2026-02-09', 'citizen')).status]).toEqual([401, 403]);
  });
});
