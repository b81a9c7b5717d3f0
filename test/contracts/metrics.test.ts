import { describe, expect, it } from 'vitest';
import { sweepNow } from '../../src/sweeping.ts';
import { application, call, whole } from '../support/call.ts';
import { figure, readExposition } from '../support/exposition.ts';
import { openTestHouse } from '../support/house.ts';

const TOKEN = 'a1b2c3d4e5f6a1b2c3d4e5f6';
const h = await openTestHouse();
const kept = await openTestHouse({ settings: { metricsToken: TOKEN } });
const figures = async () => readExposition((await call(h, '/metrics')).body as string);

describe('/metrics', () => {
  it('counts requests by route and status, what they asked of the engine, and why they were refused', async () => {
    const { body } = await call(h, '/api/v1/matters', whole());
    await call(h, `/api/v1/matters/${body.number}/actions/accept`, {}, { as: 'clerk' });
    await call(h, `/api/v1/matters/${body.number}/actions/accept`, {}, { as: 'clerk' });
    await call(h, '/nothing-here');
    const read = await figures();
    const act = { route: '/api/v1/matters/:number/actions/:name', method: 'POST' };
    expect(figure(read, 'banjie_http_requests_total', { ...act, status: '200' })).toBe(1);
    expect(figure(read, 'banjie_http_requests_total', { ...act, status: '409' })).toBe(1);
    expect(figure(read, 'banjie_http_requests_total', { route: 'none', status: '404' })).toBe(1);
    expect(figure(read, 'banjie_http_request_duration_seconds_count', act)).toBe(2);
    expect(figure(read, 'banjie_refusals_total', { code: 'not-awaiting-acceptance' })).toBe(1);
    expect(figure(read, 'banjie_refusals_total', { code: 'not-found' })).toBe(1);
    expect(figure(read, 'banjie_acts_total', { action: 'open', outcome: 'done' })).toBe(1);
    expect(figure(read, 'banjie_acts_total', { action: 'accept', outcome: 'done' })).toBe(1);
    expect(figure(read, 'banjie_acts_total', { action: 'accept', outcome: 'refused' })).toBe(1);
    expect(figure(read, 'banjie_batch_requests_count')).toBe(2);
    expect(figure(read, 'banjie_batch_requests_bucket', { le: '1' })).toBe(2);
  });

  it('says how the county and the machine stand', { timeout: 30_000 }, async () => {
    await sweepNow(h.house);
    // The figures of the test before are told for ten seconds; since then the county’s duties were opened.
    const inTime = async () => figure(await figures(), 'banjie_matters_open', { light: 'in-time' });
    await expect.poll(inTime, { timeout: 15_000, interval: 1_000 }).toBeGreaterThan(1);
    // Meanwhile the engine’s connections were let go: it asks once more.
    await h.house.engine.perform({ kind: 'licensing', number: '2026-SAM-999999', actor: (m) => m.directory.actor('c-x', m.today) });
    const read = await figures();
    const { now } = await h.house.moment();
    expect(figure(read, 'banjie_database_up')).toBe(1);
    const { rows } = await h.db.owner.query(`SELECT light, count(*)::int AS n FROM matter.matter WHERE closed IS NULL GROUP BY light`);
    for (const light of ['in-time', 'due-soon', 'step-overdue', 'over-promise', 'over-law', 'paused', 'unarmed'])
      expect(figure(read, 'banjie_matters_open', { light }), light).toBe(rows.find((r) => r.light === light)?.n ?? 0);
    expect(figure(read, 'banjie_sweep_waiting_matters')).toBe(0);
    const swept = figure(read, 'banjie_sweep_last_success_timestamp_seconds') ?? 0;
    expect(Math.abs(Date.now() / 1000 - swept)).toBeLessThan(60);
    const last = (await h.db.owner.query('SELECT extract(epoch FROM max(at))::float8 AS at FROM journal.fact')).rows[0].at;
    expect(Math.abs((figure(read, 'banjie_journal_last_record_age_seconds') ?? -1) - (now - last))).toBeLessThan(30);
    expect(figure(read, 'process_resident_memory_bytes')).toBeGreaterThan(20e6);
    expect(figure(read, 'nodejs_eventloop_delay_seconds', { quantile: '0.99' })).toBeGreaterThanOrEqual(0);
    for (const pool of ['requests', 'engine']) {
      const [busy, idle] = ['busy', 'idle'].map((state) => figure(read, 'banjie_database_connections', { pool, state }) ?? -1);
      expect((busy ?? 0) + (idle ?? 0), pool).toBeGreaterThanOrEqual(1);
    }
  });

  it('names no matter, no person and no address that was asked', async () => {
    const { body } = await call(h, '/api/v1/matters', application());
    await call(h, `/track/${body.number}?code=${body.queryCode}`);
    const { body: text } = await call(h, '/metrics');
    expect([body.number, body.queryCode, body.person, '王小满'].filter((value) => text.includes(value))).toEqual([]);
    expect(text).toContain('/track/:number');
  });

  it('is for this machine alone, and not for whom a proxy on it lets in', async () => {
    expect((await call(h, '/metrics')).headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    for (const header of ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via']) {
      const through = await call(h, '/metrics', undefined, { headers: { [header]: '10.0.0.7' } });
      expect([through.status, through.body.code], header).toEqual([404, 'not-found']);
    }
    const far = await h.app.inject({ url: '/metrics', remoteAddress: '10.0.0.7' });
    expect(far.statusCode).toBe(404);
    expect((await h.app.inject({ url: '/metrics', remoteAddress: '::1' })).statusCode).toBe(200);
  });

  it('or for whoever brings its token, from anywhere; an officer’s is not it', async () => {
    const ask = (headers: Record<string, string>) => kept.app.inject({ url: '/metrics', remoteAddress: '10.0.0.7', headers });
    expect((await ask({ authorization: `Bearer ${TOKEN}` })).statusCode).toBe(200);
    for (const wrong of [{}, { authorization: `Bearer ${TOKEN}x` }, { authorization: TOKEN }, kept.as('clerk')]) {
      const answer = await ask(wrong as Record<string, string>);
      expect([answer.statusCode, answer.json().code]).toEqual([401, 'token-invalid']);
    }
    expect((await call(kept, '/metrics')).status).toBe(401);
    // And the token opens nothing else.
    expect((await call(kept, '/api/v1/desk', undefined, { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(401);
  });

  it('still answers where the database does not', async () => {
    const { pool } = kept.house;
    const query = pool.query.bind(pool);
    pool.query = (() => Promise.reject(new Error('gone'))) as never;
    const answer = await kept.app.inject({ url: '/metrics', headers: { authorization: `Bearer ${TOKEN}` } });
    pool.query = query as never;
    expect(answer.statusCode).toBe(200);
    expect(figure(readExposition(answer.body), 'banjie_database_up')).toBe(0);
  });
});
