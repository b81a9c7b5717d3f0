import { beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { missingMaterials } from '../../src/institutions/licensing/rules/papers.ts';
import { localDate } from '../../src/kernel/clock/index.ts';
import { type Ask, application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';
import { readModelCounty } from '../support/model-county.ts';
import { tellAll } from '../support/story.ts';

const { catalogue } = readModelCounty();
const h = await openTestHouse();
const api = '/api/v1';
const at = (local: string) => setClock(h.house, Date.parse(`${local}:00+08:00`));
const get = (path: string, as?: string, more: Ask = {}) => call(h, `${api}${path}`, undefined, { as, ...more });
const post = (path: string, body: unknown, as: string, more: Ask = {}) => call(h, `${api}${path}`, body, { as, ...more });
let told: Awaited<ReturnType<typeof tellAll>>;

interface Work {
  readonly matter: string;
  readonly step: string;
  readonly organ: string;
  readonly lead: string;
  readonly light: string;
  readonly due: string | null;
  readonly opened: string;
  readonly received: string;
  readonly applicant: string;
  readonly version: number;
  readonly actions: string[];
}
/** Every paper that a new application for the item needs, handed in at the window. */
const onPaper = (item: string) => ({ channel: 'window', papers: missingMaterials(catalogue.item(item)!, 'new', []) });
const deskOf = async (as: string, query = ''): Promise<{ work: Work[]; counts: Record<string, number>; total: number; next?: string }> =>
  (await get(`/desk${query}`, as)).body;
async function wholeDesk(as: string, query = '?'): Promise<Work[]> {
  const found: Work[] = [];
  for (let after = ''; ; ) {
    const page = await deskOf(as, `${query}&limit=2${after && `&after=${after}`}`);
    found.push(...page.work);
    if (!page.next) return found;
    after = page.next;
  }
}

beforeAll(async () => {
  told = await tellAll(h.house);
  await at('2026-02-27T14:00');
});

describe('who may', () => {
  const LOOKS = ['/desk', '/board', '/board/matters', '/search?q=1', '/desk.csv', '/desk.xlsx', '/board.csv', '/board.xlsx'];
  const OFFICERS =
    'clerk delivery-clerk cashier chief-representative examiner-lead section-head chief arbiter drc-examiner county-head efficiency-inspector auditor administrator';

  it('every officer has a desk, the board and the search; applicants and strangers have none', async () => {
    const status = async (as: string | undefined, path: string) => (await get(path, as)).status;
    for (const path of LOOKS) {
      expect([await status(undefined, path), await status('citizen', path)], path).toEqual([401, 403]);
      for (const as of OFFICERS.split(' ')) expect(await status(as, path), `${as} ${path}`).toBe(200);
    }
    const none = { action: 'accept', items: [{ matter: told.fresh.number }] };
    expect((await call(h, `${api}/desk/bulk`, none)).body.code).toBe('sign-in-needed');
    expect((await post('/desk/bulk', none, 'citizen')).body.code).toBe('no-authority');
    expect((await get('/desk', undefined, { headers: { cookie: `banjie=${'A'.repeat(43)}` } })).status).toBe(401);
  });

  it('nobody’s desk holds another’s work: each row is for a seat of hers', async () => {
    for (const as of OFFICERS.split(' ')) {
      const { person } = (await get('/session', as)).body;
      const seats = h.house.model.register.appointments.filter((held) => held.person === person).map((held) => held.seat);
      const posts = h.house.model.register.seats.filter((seat) => seats.includes(seat.id));
      const { rows } = await h.db.owner.query('SELECT matter, step, organ, roles FROM matter.work_item');
      const hers = rows.filter((w) => posts.some((p) => p.organ === w.organ && p.roles.some((r) => w.roles.split(' ').includes(r))));
      const seen = (await wholeDesk(as)).map((w) => `${w.matter} ${w.step}`);
      expect(seen.sort(), as).toEqual(hers.map((w) => `${w.matter} ${w.step}`).sort());
    }
  });
});

describe('a desk', () => {
  it('is sorted by light, then by day, each row with what it needs', async () => {
    const { work, counts, total } = await deskOf('clerk');
    expect(total).toBe(work.length);
    const order = ['late', 'due-soon', 'in-time', 'paused'];
    const keys = work.map((w) => `${order.indexOf(w.light)} ${w.due ?? '9999'} ${w.matter}`);
    expect(keys).toEqual([...keys].sort());
    for (const light of order) expect(work.filter((w) => w.light === light).length, light).toBe(counts[light]);
    const fresh = work.find((w) => w.matter === told.fresh.number);
    expect(fresh).toMatchObject({
      step: 'accept',
      stepName: { zh: '受理', en: 'Acceptance' },
      item: 'ARA-L25',
      itemName: { zh: expect.any(String) },
      organ: 'ASB',
      organName: { en: expect.any(String) },
      lead: 'ARA',
      light: 'in-time',
      due: '2026-03-05',
      dueSoon: '2026-03-03',
      opened: '2026-02-27T02:20:00.000Z',
      received: '2026-02-27T02:20:00.000Z',
      applicant: '陈**',
      owner: { account: 'window', holder: 'ASB', name: { zh: expect.any(String) } },
      version: 1,
    });
    expect(fresh?.actions).toEqual(expect.arrayContaining(['accept', 'request-correction']));
  });

  it('offers exactly what the matter itself allows, whoever looks', async () => {
    let offered = 0;
    for (const as of ['clerk', 'SAM-EX1', 'UMB-SH', 'UMB-EX1', 'UMB-DEP', 'cashier', 'delivery-clerk', 'ARA-SH'])
      for (const row of (await deskOf(as)).work) {
        const { actions } = (await get(`/matters/${row.matter}`, as)).body;
        const allowed = actions.filter((a: { allowed: boolean }) => a.allowed).map((a: { name: string }) => a.name);
        expect(allowed, `${as} ${row.matter} ${row.step}`).toEqual(expect.arrayContaining(row.actions));
        offered += row.actions.length;
      }
    expect(offered).toBeGreaterThan(8);
  });

  it('is filtered by light, step, item, organ and words, and paged without loss', async () => {
    const all = await wholeDesk('clerk');
    expect(all).toEqual((await deskOf('clerk', '?limit=200')).work);
    for (const sort of ['due', 'received', 'opened']) {
      const sorted = await wholeDesk('clerk', `?sort=${sort}`);
      expect(sorted.map((w) => w.matter).sort()).toEqual(all.map((w) => w.matter).sort());
      const days = sorted.map((w) => w[sort as 'due'] ?? '9999');
      expect(days, sort).toEqual([...days].sort());
    }
    const numbers = async (query: string, as = 'clerk') => (await deskOf(as, query)).work.map((w) => w.matter);
    const of = (rows: Work[]) => rows.map((w) => w.matter);
    expect(await numbers('?step=accept')).toEqual(of(all.filter((w) => w.step === 'accept')));
    expect(await numbers('?step=assist')).toEqual([]);
    expect(await numbers('?light=in-time')).toEqual(of(all.filter((w) => w.light === 'in-time')));
    expect((await deskOf('clerk', '?light=paused')).total).toBe(0);
    expect(await numbers('?item=ARA-L25')).toEqual([told.fresh.number]);
    expect(await numbers('?organ=ARA')).toEqual(of(all.filter((w) => w.lead === 'ARA')));
    for (const q of [told.fresh.number, told.fresh.number.slice(-6), '陈晓梅', told.fresh.number.toLowerCase()])
      expect(await numbers(`?item=ARA-L25&q=${encodeURIComponent(q)}`), q).toEqual([told.fresh.number]);
    expect(await numbers(`?q=${encodeURIComponent('没有这样的人')}`)).toEqual([]);
    for (const bad of ['light=closed', 'step=nothing', 'sort=name', 'after=x', 'after=WzFd']) {
      const said = await get(`/desk?${bad}`, 'clerk');
      expect([said.status, said.body.errors[0]], bad).toEqual([
        422,
        expect.objectContaining({ path: bad.split('=')[0], code: 'not-an-option' }),
      ]);
    }
  });

  it('the light is the step’s own: what a lawful pause stops stands still, and is late when its day has passed', async () => {
    const { number } = (await post('/matters', application({ item: 'HUC-L01' }), 'firm')).body;
    await h.act(number, 'clerk', 'accept');
    const mine = async () => (await deskOf('HUC-EX1', '?step=lead&limit=200')).work.find((w) => w.matter === number);
    expect((await mine())?.light).toBe('in-time');
    await h.act(number, 'HUC-EX1', 'pause', { ground: 'expert-review', expected: '2026-03-20', reason: '需要专家评审。' });
    expect(await mine()).toMatchObject({ light: 'paused', owner: { account: 'law', holder: 'expert-review' } });
    expect((await mine())?.actions).toContain('resume');
    await h.act(number, 'HUC-EX1', 'resume', { note: '评审意见已收到。' });
    const due = (await mine())?.due ?? '';
    await at(`${due}T16:00`);
    expect((await mine())?.light).toBe('due-soon');
    await at(`${localDate(due).slice(0, 8)}${String(Number(due.slice(8)) + 1).padStart(2, '0')}T09:00`);
    expect((await mine())?.light).toBe('late');
  });
});

describe('many at once', () => {
  const opinion = { opinion: 'agree', text: '材料齐全，同意。' };

  it('each by itself: what is refused says why, the others are done, and a repeat does nothing twice', async () => {
    const numbers: string[] = [];
    // Taken in at the window, where papers are handed in.
    for (let n = 0; n < 3; n++)
      numbers.push((await post('/matters', application({ item: 'SAM-L02', ...onPaper('SAM-L02') }), 'clerk')).body.number);
    const [one, two, three] = numbers as [string, string, string];
    await h.act(three, 'clerk', 'accept');
    const body = { action: 'accept', items: [...numbers.map((matter) => ({ matter })), { matter: '2026-SAM-999999' }], input: {} };
    const said = await post('/desk/bulk', body, 'clerk', { key: 'once' });
    expect(said.status).toBe(200);
    expect(said.body.results).toEqual([
      { matter: one, step: null, ok: true, version: 2 },
      { matter: two, step: null, ok: true, version: 2 },
      { matter: three, step: null, ok: false, refusals: [{ code: 'not-awaiting-acceptance', text: expect.any(String) }] },
      { matter: '2026-SAM-999999', step: null, ok: false, refusals: [{ code: 'matter-not-found', text: expect.any(String) }] },
    ]);
    expect((await post('/desk/bulk', body, 'clerk', { key: 'once' })).body).toEqual(said.body);
    const other = await post('/desk/bulk', { ...body, items: body.items.slice(0, 1) }, 'clerk', { key: 'once' });
    expect(other.body.results[0].refusals[0].code).toBe('idempotency-key-reused');

    const sign = (as: string, action: string, items: object[], input: object = opinion) => post('/desk/bulk', { action, items, input }, as);
    const steps = numbers.map((matter) => ({ matter, step: 'lead' }));
    expect(
      (await sign('drc-examiner', 'propose', steps)).body.results.map((r: { refusals: { code: string }[] }) => r.refusals[0]?.code),
    ).toEqual(Array(3).fill('no-authority'));
    const unsaid = await sign('examiner-lead', 'propose', steps.slice(0, 1), { opinion: 'agree' });
    expect(unsaid.body.results[0].refusals.map((r: { code: string }) => r.code)).toEqual(['invalid-input', 'required']);
    const seen = (as: string, action: string, ...versions: number[]) =>
      sign(
        as,
        action,
        versions.map((version, n) => ({ ...steps[n], seen: version })),
      );
    const ahead = (await seen('examiner-lead', 'propose', 2, 99)).body.results;
    expect([ahead[0].ok, ahead[1].refusals[0].code]).toEqual([true, 'stale']);
    expect((await seen('section-head', 'check', 2)).body.results[0].refusals[0].code).toBe('stale');
    const twice = await sign('examiner-lead', 'propose', [...steps, ...steps]);
    expect(twice.body.results.map((r: { ok: boolean }) => r.ok)).toEqual([false, true, true, false, false, false]);
    expect((await sign('section-head', 'check', steps)).body.results.every((r: { ok: boolean }) => r.ok)).toBe(true);
  });

  it('is told what is wrong with the list itself', async () => {
    const faults = async (body: unknown) =>
      (await post('/desk/bulk', body, 'clerk')).body.errors?.map((e: { path: string; code: string }) => `${e.path} ${e.code}`);
    expect(await faults({ action: 'revoke', items: [{ matter: 'x' }] })).toEqual(['action not-an-option']);
    expect(await faults({ action: 'accept', items: [] })).toEqual(['items required']);
    expect(await faults({ action: 'accept', items: Array(201).fill({ matter: 'x' }) })).toEqual(['items too-long']);
    expect(await faults({ action: 'accept' })).toEqual(['items invalid']);
    expect(await faults([])).toBeDefined();
  });

  it('one delivery of many: how they were served is said once, who received it matter by matter', async () => {
    const delivered: string[] = [];
    for (const subject of ['一号店', '二号店']) {
      const { body } = await post('/matters', application({ item: 'SAM-L01', form: { subject, address: '示范大道12号' } }), 'firm');
      const act = (as: string, action: string, input: object = {}) => post(`/matters/${body.number}/actions/${action}`, input, as);
      await act('clerk', 'accept');
      for (const [as, action] of [
        ['SAM-EX1', 'propose'],
        ['SAM-SH', 'check'],
        ['SAM-DEP', 'approve'],
      ] as const)
        await act(as, action, { step: 'lead', opinion: 'agree', text: '符合' });
      expect((await act('SAM-DEP', 'decide', { outcome: 'granted', reason: '符合规定' })).status).toBe(200);
      delivered.push(body.number);
    }
    const input = { method: 'in-person', proof: '窗口签收' };
    const none = await post('/desk/bulk', { action: 'deliver', items: delivered.map((matter) => ({ matter })), input }, 'delivery-clerk');
    for (const { ok, refusals } of none.body.results) expect([ok, refusals.at(-1).code]).toEqual([false, 'required']);
    const items = delivered.map((matter, n) => ({ matter, step: 'deliver', input: { recipient: ['张大妈', '李大爷'][n] } }));
    const { results } = (await post('/desk/bulk', { action: 'deliver', items, input }, 'delivery-clerk')).body;
    expect(results.map((r: { ok: boolean }) => r.ok)).toEqual([true, true]);
    for (const [n, matter] of delivered.entries()) {
      const facts = (await get(`/matters/${matter}/facts`, 'delivery-clerk')).body;
      const said = JSON.stringify(facts.find((f: { kind: string }) => f.kind === 'delivered'));
      expect(said).toContain(['张大妈', '李大爷'][n]);
    }
  });
});
