import { describe, expect, it } from 'vitest';
import { application, fileByForm } from '../../../test/journeys/pages.ts';
import { openTestHouse } from '../../../test/support/house.ts';
import { setClock } from '../../county-clock.ts';
import { institutions } from '../../institutions.ts';
import { rebuild } from '../../kernel/matter/rebuild.ts';
import { sweepCounty } from '../../kernel/matter/sweep.ts';

const h = await openTestHouse();
await setClock(h.house, Date.parse('2026-02-09T09:30+08:00'));
type Said = Record<string, never> & { label: string; visit: string; status: string; code: string };

const call = async (path: string, persona?: string, body?: unknown, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${h.url}/api/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...(persona && h.as(persona)), ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const said = answer.headers.get('content-type')?.includes('json') ? await answer.json() : await answer.text();
  return { status: answer.status, said: said as Said };
};
const take = async (queue: string, persona = 'clerk') => (await call('/window/tickets', persona, { queue })).said;
const act = (visit: string, name: string, persona = 'clerk', input: unknown = {}) =>
  call(`/window/tickets/${visit}/actions/${name}`, persona, input);

describe('the queue', () => {
  it('gives each queue its own numbers, also where two desks take at once', async () => {
    expect((await take('filing')).label).toBe('A001');
    expect((await take('advice')).label).toBe('C001');
    const labels = await Promise.all(Array.from({ length: 12 }, (_, i) => take('filing', i % 2 ? 'clerk' : 'clerk-2')));
    expect(labels.map((one) => one.label).sort()).toEqual(Array.from({ length: 12 }, (_, i) => `A${String(i + 2).padStart(3, '0')}`));
  });

  it('a window calls the next of its queues, one visitor at a time, and passes over whom another has called', async () => {
    const [one, two] = await Promise.all([call('/window/call', 'clerk', {}), call('/window/call', 'clerk-2', {})]);
    expect([one.said.label, two.said.label].sort()).toEqual(['A001', 'A002']);
    const busy = await call('/window/call', 'clerk', {});
    expect(busy).toMatchObject({ status: 409, said: { code: 'seat-busy' } });
    expect((await act(one.said.visit, 'attend', 'clerk-2')).said.code).toBe('another-window');
    expect((await act(one.said.visit, 'attend')).said.status).toBe('serving');
    expect((await act(one.said.visit, 'finish')).said.status).toBe('served');
    expect((await call('/window/call', 'delivery-clerk', {})).said.label).toBe('C001');
    expect((await call('/window/call', 'clerk', { queue: 'pick-up' })).said.code).toBe('queue-empty');
    expect((await call('/window/call', 'clerk', { queue: 'tea' })).status).toBe(422);
  });

  it('is the windows’ alone, and nobody is told of what does not concern him', async () => {
    for (const path of ['/window', '/window/visits.csv', '/window/tickets/2026-V-000001'])
      expect([(await call(path)).status, (await call(path, 'cashier')).said]).toMatchObject([
        401,
        { code: 'window-only', who: expect.arrayContaining([expect.stringMatching(/^ASB-/)]) },
      ]);
    expect((await call('/window/tickets', undefined, { queue: 'filing' })).status).toBe(401);
    expect((await call('/window/tickets', 'examiner-lead', { queue: 'filing' })).said.code).toBe('window-only');
    expect((await call('/window/tickets', 'citizen', { queue: 'filing' })).said.code).toBe('window-only');
  });

  it('a bad word, an unknown ticket or action is told, not broken on', async () => {
    for (const queue of ['tea', 5, null, '\u0000', {}, undefined])
      expect((await call('/window/tickets', 'clerk', { queue })).status).toBe(422);
    expect((await act('2026-V-999999', 'call')).said.code).toBe('matter-not-found');
    expect((await act('2026-V-000001', 'constructor')).said.code).toBe('action-unknown');
    expect((await call('/window/visits.csv?day=tomorrow', 'clerk')).status).toBe(422);
    expect((await call('/window/tickets/2026-V-999999', 'clerk')).status).toBe(404);
  });

  it('a request repeated takes one ticket', async () => {
    const key = { 'idempotency-key': 'once' };
    const [one, two] = [
      await call('/window/tickets', 'clerk', { queue: 'pick-up' }, key),
      await call('/window/tickets', 'clerk', { queue: 'pick-up' }, key),
    ];
    expect([one.said.label, two.said.label]).toEqual(['B001', 'B001']);
  });
});

describe('the call panel', () => {
  it('says to everybody which ticket goes where and who waits, and names nobody', async () => {
    const look = async (query = '') => {
      const answer = await fetch(`${h.url}/calls${query}`, { headers: { 'accept-language': 'en' } });
      return { refresh: answer.headers.get('refresh'), html: await answer.text() };
    };
    const before = await call('/window', 'clerk-2');
    const open = (before.said as unknown as { visits: { status: string; queue: string }[] }).visits;
    const { html, refresh } = await look();
    expect(refresh).toBeNull();
    expect((await look('?hall=1')).refresh).toBe('15');
    expect(html).toMatch(/Ticket C001: please come to Delivery window 1/);
    const filing = open.filter(({ status, queue }) => status === 'waiting' && queue === 'filing').length;
    expect(filing).toBeGreaterThan(0);
    expect(html).toMatch(new RegExp(`Filing</dt><dd>${filing}</dd>`));
    expect(html).not.toMatch(/<script|2026-V-/);
  });
});

describe('a matter and its visits', () => {
  it('[S4-29] are counted: the second says why, and the matter is still of its own kind', async () => {
    const { number } = await fileByForm(h.url, '/apply/UMB-L05', application());
    const serve = async () => {
      const { visit } = await take('pick-up', 'delivery-clerk');
      for (const name of ['call', 'attend']) await act(visit, name, 'ASB-W06');
      return visit;
    };
    const first = await serve();
    const forged = await act(first, 'about', 'ASB-W06', { matter: number, known: false, before: 9 });
    expect(forged).toMatchObject({ status: 422, said: { errors: [{ path: 'known' }, { path: 'before' }] } });
    expect((await act(first, 'about', 'ASB-W06', { matter: number })).status).toBe(200);
    await act(first, 'finish', 'ASB-W06');
    const second = await serve();
    expect((await act(second, 'about', 'ASB-W06', { matter: number })).said.code).toBe('visit-reason-needed');
    expect((await act(second, 'about', 'ASB-W06', { matter: number, again: 'originals' })).status).toBe(200);
    expect((await act(second, 'about', 'ASB-W06', { matter: '2026-XXX-000000' })).said.code).toBe('no-such-matter');
    const { said } = await call(`/matters/${number}/visits`, 'umb-examiner');
    expect((said as unknown as { visits: { again: string | null }[] }).visits.map(({ again }) => again)).toEqual([null, 'originals']);
    expect((await call(`/matters/${number}/visits`, 'citizen')).said.code).toBe('no-authority');
    // A ticket is no licence matter, whatever door one tries.
    for (const path of [`/matters/${first}`, `/matters/${first}/story`, `/matters/${first}/accounts`])
      expect((await call(path, 'clerk')).said.code).toBe('matter-not-found');
    expect((await call(`/matters/${first}/actions/deliver`, 'clerk', {})).said.code).toBe('matter-not-found');
    expect((await act(number, 'call')).said.code).toBe('matter-not-found');
  });

  it('the day is shown with its seconds, taken away as a list, and closed by the night', async () => {
    const { said } = await call('/window', 'clerk');
    const today = said as unknown as {
      visits: { status: string }[];
      numbers: { taken: number; again: number };
      mine: { substitute: object };
    };
    expect(today.numbers).toMatchObject({ taken: today.visits.length, again: 1 });
    expect(today.mine.substitute).toMatchObject({ seat: 'ASB-W02' });
    const csv = (await call('/window/visits.csv?lang=en', 'clerk')).said as unknown as string;
    expect(csv.trim().split('\r\n')).toHaveLength(today.visits.length + 1);
    expect(csv).toContain('to show originals');
    const register = (await call('/window/register?day=2026-02-09', 'clerk')).said as unknown as {
      visits: { about: { itemName: { zh: string }; applicant: string }[] }[];
    };
    expect(register.visits).toHaveLength(today.visits.length);
    const [about] = register.visits.flatMap((one) => one.about);
    expect([about!.itemName.zh, about!.applicant]).toEqual([expect.stringContaining('户外广告'), '示范县测试餐饮有限公司']);
    expect(csv).toContain('示范县测试餐饮有限公司');
    expect((await call('/window/register?day=2026-02-08', 'clerk')).said).toMatchObject({ visits: [], numbers: { taken: 0 } });
    expect([(await call('/window/register')).status, (await call('/window/register?day=x', 'clerk')).status]).toEqual([401, 422]);
    await setClock(h.house, Date.parse('2026-02-21T09:30+08:00'));
    expect((await call('/window', 'clerk')).said.opens).toBe('2026-02-24');
    expect(await call('/window/tickets', 'clerk', { queue: 'filing' })).toMatchObject({
      status: 409,
      said: { code: 'windows-closed', next: expect.stringContaining('2026-02-24 09:00–17:00') },
    });
    expect(await (await h.app.inject('/calls')).body).toContain('下次开放：2026年2月24日 星期二，09:00–17:00');
    await sweepCounty(h.house.pool, h.house.engine, (await h.house.moment()).today);
    const open = await h.db.app.query(`SELECT count(*)::int AS n FROM visits.visit WHERE status NOT IN ('served', 'left')`);
    expect(open.rows[0].n).toBe(0);
    const client = await h.db.owner.connect();
    const { differing } = await rebuild(
      client,
      institutions.flatMap((i) => (i.kind ? [i.kind] : [])),
      false,
    );
    client.release();
    expect(Object.entries(differing).filter(([, n]) => n > 0)).toEqual([]);
  });
});
