import { beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { localDate } from '../../src/kernel/clock/index.ts';
import { type Ask, application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';
import { tellAll } from '../support/story.ts';

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
    const order = ['unarmed', 'over-law', 'over-promise', 'step-overdue', 'due-soon', 'in-time', 'paused'];
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
      dueSoon: '2026-03-04',
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
        expect.objectContaining({ path: bad.split('=')[0], code: 'not-an-option', message: expect.not.stringContaining('列出的选项') }),
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
    expect((await mine())?.light).toBe('over-promise');
  });
});
