import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { serve } from '../../src/main.ts';
import { setPassword } from '../../src/platform/sign-in/accounts.ts';
import { type Ask, call, whole } from '../support/call.ts';
import { banjieHere } from '../support/command.ts';
import { dataFolders } from '../support/counties.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();
const api = '/api/v1';
const CLERK = 'o-0012';
const ask = (path: string, body?: unknown, more: Ask = {}) => call(h, `${api}${path}`, body, more);
const cookieOf = (headers: Headers) => (headers.get('set-cookie') ?? '').split(';')[0] ?? '';

/** Signed in by the browser: its cookie, and what its page knows. */
async function signIn(who: object, headers: Record<string, string> = {}) {
  const said = await ask('/session', who, { headers });
  expect(said.status, JSON.stringify(said.body)).toBe(200);
  return { said, cookie: cookieOf(said.headers), csrf: said.body.csrf as string };
}
const by = (s: { cookie: string; csrf: string }) => ({ headers: { cookie: s.cookie, 'x-csrf': s.csrf } });

describe('personas', () => {
  it('are the officers one can be: named, with their seats today', async () => {
    const { body } = await ask('/personas');
    const clerk = body.find((p: { name: string }) => p.name === 'clerk');
    expect(clerk).toMatchObject({ person: CLERK, label: { en: 'Window clerk' }, seats: [{ id: 'ASB-W01', organ: 'ASB' }] });
    expect(clerk.personName.zh).toMatch(/\p{Script=Han}/u);
    expect(clerk.seats[0]).toMatchObject({
      organName: { zh: expect.any(String) },
      name: { en: expect.any(String) },
      roles: ['window-clerk'],
    });
    expect(body.filter((p: { person: string }) => p.person.startsWith('c-'))).toEqual([]);
  });
});

describe('signing in as a persona', () => {
  it('is one click: a cookie that scripts cannot read, and who one is', async () => {
    const { said, cookie } = await signIn({ persona: 'clerk' });
    expect(said.body).toMatchObject({
      person: CLERK,
      model: true,
      county: { code: 'model', name: { en: 'Model County' } },
      today: '2026-02-09',
      now: expect.stringMatching(/^2026-02-09T09:\d\d:\d\d\+08:00$/),
      seats: [{ id: 'ASB-W01' }],
    });
    const set = said.headers.get('set-cookie') ?? '';
    expect(set).toMatch(/^banjie=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/; Max-Age=28800$/);
    const again = await ask('/session', undefined, { headers: { cookie } });
    expect([again.status, again.body.csrf]).toEqual([200, said.body.csrf]);
    expect(again.headers.get('cache-control')).toBe('no-store');
    expect((await signIn({ persona: 'SAM-EX1' })).said.body.seats[0].id).toBe('SAM-EX1');
    const safe = await signIn({ persona: 'clerk' }, { 'x-forwarded-proto': 'https' });
    expect(safe.said.headers.get('set-cookie')).toMatch(/; Secure$/);
  });

  it('is refused to who only applies, and to who is nobody', async () => {
    for (const persona of ['citizen', 'firm']) {
      const { status, body, headers } = await ask('/session', { persona });
      expect([status, body.code, headers.get('set-cookie')], persona).toEqual([422, 'applicant-needs-no-sign-in', null]);
      expect(body.next).toMatch(/（\/）/);
    }
    for (const persona of ['nobody', '', 'c-citizen', '__proto__']) {
      const said = await ask('/session', { persona });
      expect([said.status, said.body.code, said.headers.get('set-cookie')], persona).toEqual([401, 'sign-in-failed', null]);
    }
    for (const body of [{}, { person: CLERK }, { person: 1, password: 2 }, { persona: 3 }]) {
      const said = await ask('/session', body);
      expect([said.status, said.body.code], JSON.stringify(body)).toEqual([422, 'invalid-input']);
    }
  });

  it('is known nowhere else: another county has neither personas nor a clock', async () => {
    const other = await serve({ ...h.house, row: { ...h.house.row, model: false } });
    const clock = { url: `${api}/clock`, payload: { advance: '1d' }, headers: h.as('clerk') };
    for (const asked of [
      other.inject({ method: 'GET', url: `${api}/personas` }),
      other.inject({ method: 'POST', url: `${api}/session`, payload: { persona: 'clerk' } }),
      other.inject({ method: 'POST', ...clock }),
    ]) {
      const said = await asked;
      expect([said.statusCode, said.json().code, said.headers['set-cookie']]).toEqual([422, 'not-a-model-county', undefined]);
    }
    await other.close();
  });
});

describe('signing in with a password', () => {
  it('says the same of a wrong password and of nobody', async () => {
    await setPassword(h.db.app, CLERK, 'a quiet window');
    const { said } = await signIn({ person: CLERK, password: 'a quiet window' });
    expect(said.body.person).toBe(CLERK);
    const wrong = await ask('/session', { person: CLERK, password: 'a louder window' });
    const nobody = await ask('/session', { person: 'o-9999', password: 'a quiet window' });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'sign-in-failed']);
    // The id of the request alone is another.
    expect({ ...nobody.body, request: wrong.body.request }).toEqual(wrong.body);
    expect((await ask('/session', { person: 'o-\u0000', password: 'x' })).status).toBe(401);
  });

  it('takes as long for nobody as for somebody', async () => {
    const took = async (person: string) => {
      const begun = performance.now();
      await h.app.inject({ method: 'POST', url: `${api}/session`, payload: { person, password: 'x' }, remoteAddress: '10.1.1.1' });
      return performance.now() - begun;
    };
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let i = 0; i < 7; i++) {
      times.known.push(await took(CLERK));
      times.unknown.push(await took(`o-x${i}`));
    }
    const best = (list: number[]) => Math.min(...list);
    expect(best(times.unknown)).toBeGreaterThan(best(times.known) / 4);
    expect(best(times.known)).toBeGreaterThan(best(times.unknown) / 4);
  });

  it('ten wrong tries are enough for a quarter of an hour; others at the same place go on', async () => {
    await setPassword(h.db.app, 'o-0013', 'a second window');
    const attempt = (person: string, password: string) => ask('/session', { person, password });
    for (let i = 0; i < 10; i++) expect((await attempt('o-0013', `wrong ${i}`)).status).toBe(401);
    const said = await attempt('o-0013', 'a second window');
    expect([said.status, said.body.code]).toEqual([429, 'too-many-requests']);
    expect(Number(said.headers.get('retry-after'))).toBeGreaterThan(600);
    expect((await attempt(CLERK, 'a quiet window')).status).toBe(200);
  });
});

describe('what comes with the cookie', () => {
  it('changes nothing without its page’s check code; a bearer token needs none', async () => {
    const clerk = await signIn({ persona: 'clerk' });
    const examiner = await signIn({ persona: 'examiner-lead' });
    const { number } = (await ask('/matters', whole())).body;
    const accept = (more: Ask) => ask(`/matters/${number}/actions/accept`, {}, more);
    for (const headers of [
      { cookie: clerk.cookie } as Record<string, string>,
      { cookie: clerk.cookie, 'x-csrf': '' },
      { cookie: clerk.cookie, 'x-csrf': examiner.csrf },
      { cookie: clerk.cookie, 'x-csrf': clerk.cookie.slice(7) },
    ]) {
      const said = await accept({ headers });
      expect([said.status, said.body.code]).toEqual([403, 'csrf-missing']);
    }
    expect((await ask('/session', undefined, { method: 'DELETE', headers: { cookie: clerk.cookie } })).status).toBe(403);
    expect((await ask(`/matters/${number}`, undefined, { headers: { cookie: clerk.cookie } })).body.state).toBe('received');
    expect((await accept(by(clerk))).status).toBe(200);
    const other = (await ask('/matters', whole())).body;
    expect((await ask(`/matters/${other.number}/actions/accept`, {}, { as: 'clerk' })).status).toBe(200);
    expect((await ask(`/matters/${number}/actions/propose`, { opinion: 'agree', text: '同意' }, by(clerk))).status).toBe(403);
    expect((await ask(`/matters/${number}/actions/propose`, { opinion: 'agree', text: '同意' }, by(examiner))).status).toBe(200);
  });

  it('is not looked at by the portal, which knows nobody', async () => {
    const { cookie } = await signIn({ persona: 'clerk' });
    const page = await call(h, '/', undefined, { headers: { cookie } });
    expect(page.status).toBe(200);
    expect(page.headers.get('set-cookie')).toBeNull();
    const sent = await call(h, '/clock', undefined, {
      method: 'POST',
      raw: 'days=0',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(sent.status).toBe(400);
  });

  it('a token that is made up, or whose session ended, is nobody’s', async () => {
    const one = await signIn({ persona: 'clerk' });
    const two = await signIn({ persona: 'clerk' });
    const out = await ask('/session', undefined, { method: 'DELETE', ...by(one) });
    expect([out.status, out.headers.get('set-cookie')]).toEqual([204, 'banjie=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0']);
    for (const cookie of [one.cookie, 'banjie=x', `banjie=${'A'.repeat(43)}`, `xbanjie=${two.cookie.slice(7)}`]) {
      const said = await ask('/session', undefined, { headers: { cookie } });
      expect([said.status, said.body.code], cookie).toEqual([401, 'sign-in-needed']);
    }
    expect((await ask('/session', undefined, by(two))).status).toBe(200);
    expect((await ask('/session', undefined, { method: 'DELETE' })).status).toBe(401);
  });

  it('signing in again ends the session before; another person’s goes on', async () => {
    const clerk = await signIn({ persona: 'clerk' });
    const chief = await signIn({ persona: 'chief' });
    const next = await signIn({ persona: 'examiner-lead' }, { cookie: clerk.cookie });
    expect(next.cookie).not.toBe(clerk.cookie);
    expect((await ask('/session', undefined, by(clerk))).status).toBe(401);
    expect((await ask('/session', undefined, by(chief))).body.seats[0].id).toBe('SAM-CHF');
    const crossed = await ask('/session', undefined, { method: 'DELETE', headers: { cookie: chief.cookie, 'x-csrf': next.csrf } });
    expect(crossed.status).toBe(403);
  });
});

describe('the model county’s clock on screen', () => {
  it('lets some days or weeks pass, at most a month, for who is signed in', async () => {
    expect((await ask('/clock', { advance: '1d' })).body.code).toBe('sign-in-needed');
    const chief = await signIn({ persona: 'chief' });
    for (const advance of ['32d', '5w', '0d', '1h', 1, undefined, '-1d', 'constructor'])
      expect((await ask('/clock', { advance }, by(chief))).body.errors[0], String(advance)).toMatchObject({
        path: 'advance',
        code: 'not-an-option',
      });
    expect((await ask('/clock', { advance: '1d' }, by(chief))).body).toMatchObject({ today: '2026-02-10', facts: expect.any(Number) });
    const week = (await ask('/clock', { advance: '1w' }, by(chief))).body;
    expect([week.today, week.now.slice(0, 13)]).toEqual(['2026-02-17', '2026-02-17T09']);
    expect(week.facts).toBeGreaterThan(0);
    expect((await ask('/clock', { advance: '6d' }, by(chief))).body.today).toBe('2026-02-23');
    expect((await ask('/session', undefined, by(chief))).body.today).toBe('2026-02-23');
  });
});

describe('banjie password', () => {
  const { at, env: envOf, good, served } = dataFolders('data');
  const env = envOf('data');
  const set = (person: string, password: string) => banjieHere(['password', 'set', person, '--stdin'], env, `${password}\nanother line\n`);

  it('sets and removes one; says why another will not do', async () => {
    for (const [person, password, code] of [
      [CLERK, 'short', 'password-too-short'],
      [CLERK, '', 'password-too-short'],
      [CLERK, 'password1234', 'password-too-common'],
      [CLERK, 'x y z '.repeat(60), 'password-too-long'],
      ['o-9999', 'a quiet window', 'person-unknown'],
      ['c-citizen', 'a quiet window', 'person-unknown'],
    ] as const) {
      const said = await set(person, password);
      expect([said.code, said.out]).toEqual([1, '']);
      expect(said.err).toContain(`(${code})`);
    }
    expect((await set(CLERK, 'a quiet window')).code).toBe(0);
    const attempt = () =>
      served(env, async (house) => (await call(house, `${api}/session`, { person: CLERK, password: 'a quiet window' })).status);
    expect(await attempt()).toBe(200);

    await good(['export', at('out.ndjson')], env);
    const written = readFileSync(at('out.ndjson'), 'utf8');
    expect(written.split('\n').length).toBeGreaterThan(500);
    expect(written).not.toMatch(/argon2|"access\./);

    await good(['password', 'remove', CLERK], env);
    expect(await attempt()).toBe(401);
    const none = await banjieHere(['password', 'remove', CLERK], env);
    expect([none.code, /\(([\w-]+)\)/.exec(none.err)?.[1]]).toEqual([1, 'no-password-set']);
  });
});
