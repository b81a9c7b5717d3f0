import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, whole } from '../support/call.ts';
import { banjie, type Env, ended, startServer } from '../support/command.ts';
import { removeFolder, temporaryFolder } from '../support/folders.ts';

const home = temporaryFolder();
const env: Env = { BANJIE_DATA: join(home, 'data'), BANJIE_LOG: 'error', BANJIE_PG_PACKAGE: process.env.BANJIE_PG_PACKAGE || undefined };
const servers: Awaited<ReturnType<typeof startServer>>[] = [];
const tokens = new Map<string, string>();
const SEATS = ['clerk', 'SAM-EX1', 'SAM-SH', 'SAM-DEP', 'SAM-CHF'];

beforeAll(async () => {
  servers.push(await startServer(env), await startServer(env));
  for (const seat of SEATS) tokens.set(seat, (await banjie(['token', '--persona', seat], env)).out.trim());
});
afterAll(async () => {
  for (const { child } of servers) child.kill('SIGTERM');
  await Promise.all(servers.map(({ child }) => ended(child)));
  removeFolder(home);
});

const as = (seat: string) => ({ authorization: `Bearer ${tokens.get(seat)}` });
const at = (i: number) => ({ url: servers[i % 2]!.url, as });
const file = async (i: number, key?: string) => call(at(i), '/api/v1/matters', whole(), { key });
const act = (i: number, number: string, seat: string, action: string, input: unknown = {}, more: Parameters<typeof call>[3] = {}) =>
  call(at(i), `/api/v1/matters/${number}/actions/${action}`, input, { as: seat, ...more });
const look = async (i: number, number: string) => (await call(at(i), `/api/v1/matters/${number}`, undefined, { as: 'clerk' })).body;
const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).sort();
const opinion = { step: 'lead', opinion: 'agree', text: '同意' };

describe('two servers on one database', () => {
  it('give numbers without a gap, and one answer to a repeated request, whichever is asked', async () => {
    const filed = await Promise.all(Array.from({ length: 40 }, (_, i) => file(i)));
    expect(statuses(filed)).toEqual(Array(40).fill(201));
    const serials = filed.map(({ body }) => Number(body.number.slice(-6))).sort((a, b) => a - b);
    expect(serials).toEqual(Array.from({ length: 40 }, (_, i) => serials[0]! + i));

    const repeated = await Promise.all([0, 1, 0, 1].map((i) => file(i, 'the same')));
    expect(statuses(repeated)).toEqual([201, 201, 201, 201]);
    expect(new Set(repeated.map(({ body }) => body.number)).size).toBe(1);
    expect((await file(1, 'the same')).headers.get('idempotent-replay')).toBe('true');
  });

  it('act alternately on one matter, each on what the other left', async () => {
    const { number } = (await file(0)).body;
    const acts = [
      ['clerk', 'accept', {}],
      ['SAM-EX1', 'propose', opinion],
      ['SAM-SH', 'check', opinion],
      ['SAM-DEP', 'approve', opinion],
    ] as const;
    for (const [i, [seat, action, input]] of acts.entries()) {
      const answer = await act(i, number, seat, action, input);
      expect([answer.status, answer.body.version], `${action}: ${JSON.stringify(answer.body)}`).toEqual([200, i + 2]);
      // What one has written the other shows at once.
      expect((await look(i + 1, number)).version).toBe(i + 2);
    }
  });

  it('asked for the same at once, do it once: one is done, the other hears that it has been', async () => {
    const numbers = await Promise.all(Array.from({ length: 12 }, async (_, i) => (await file(i)).body.number as string));
    const pairs = await Promise.all(
      numbers.map((number) => Promise.all([act(0, number, 'clerk', 'accept'), act(1, number, 'clerk', 'accept')])),
    );
    for (const pair of pairs) {
      expect(statuses(pair)).toEqual([200, 409]);
      const refused = pair.find(({ status }) => status === 409)!;
      expect([refused.body.code, refused.body.next]).toEqual(['not-awaiting-acceptance', expect.stringMatching(/\S/)]);
    }
    for (const number of numbers) expect((await look(0, number)).version).toBe(2);
  });

  it('who acts on what he saw before the other acted gets 409 and loses nothing', async () => {
    const { number } = (await file(0)).body;
    await act(0, number, 'clerk', 'accept');
    const { steps } = await look(1, number);
    const seen = { headers: { 'if-match': steps.find((s: { id: string }) => s.id === 'lead').etag } };
    expect((await act(0, number, 'SAM-EX1', 'propose', opinion, seen)).status).toBe(200);
    const late = await act(1, number, 'SAM-SH', 'check', opinion, seen);
    expect([late.status, late.body.code]).toEqual([409, 'stale']);
    const fresh = (await look(1, number)).steps.find((s: { id: string }) => s.id === 'lead').etag;
    expect((await act(1, number, 'SAM-SH', 'check', opinion, { headers: { 'if-match': fresh } })).status).toBe(200);
    expect((await look(0, number)).version).toBe(4);
  });

  it('a storm on a few matters: no 500, nothing lost, nothing twice, every account adds up', async () => {
    const numbers = await Promise.all(Array.from({ length: 4 }, async (_, i) => (await file(i)).body.number as string));
    const moves = [
      ['clerk', 'accept', {}],
      ['SAM-EX1', 'propose', opinion],
      ['SAM-EX1', 'pause', { ground: 'appraisal', expected: '2026-03-06', reason: '鉴定' }],
      ['SAM-EX1', 'resume', { note: '鉴定完' }],
      ['SAM-SH', 'send-back', { step: 'lead', reason: '再看' }],
      ['clerk', 'withdraw', { reason: '不办了', signed: true }],
    ] as const;
    const done = new Map(numbers.map((number) => [number, 1]));
    for (let round = 0; round < 5; round++) {
      const asked = numbers.flatMap((number) =>
        moves
          .slice(0, round < 4 ? 5 : 6)
          .flatMap(([seat, action, input], i) => [
            act(i, number, seat, action, input).then((answer) => ({ number, answer })),
            act(i + 1, number, seat, action, input).then((answer) => ({ number, answer })),
          ]),
      );
      for (const { number, answer } of await Promise.all(asked)) {
        expect([200, 403, 409, 422], `${answer.status} ${JSON.stringify(answer.body)}`).toContain(answer.status);
        if (answer.status === 200) done.set(number, done.get(number)! + 1);
      }
    }
    for (const number of numbers) {
      // As many records as acts that were answered with yes, but for what the law adds by itself.
      const { body: facts } = await call(at(0), `/api/v1/matters/${number}/facts`, undefined, { as: 'clerk' });
      const acts = new Set(facts.filter((f: { actor: string }) => f.actor !== 'law').map((f: { seq: number }) => f.seq));
      expect(acts.size).toBe(done.get(number)!);
      expect(done.get(number)).toBeGreaterThan(1);
      for (const i of [0, 1])
        expect((await call(at(i), `/api/v1/matters/${number}/verify`, undefined, { as: 'clerk' })).body.faults).toEqual([]);
      expect([await look(0, number), await look(1, number)].map(({ version, state }) => [version, state])).toEqual(
        Array(2).fill([facts.length, expect.stringMatching(/\w/)]),
      );
    }
    const verified = await banjie(['verify'], env);
    expect([verified.code, verified.out]).toEqual([0, expect.stringMatching(/^0 faults in \d+ facts/)]);
    const rebuilt = await banjie(['rebuild', '--check'], env);
    expect([rebuilt.code, rebuilt.out]).toEqual([0, expect.stringMatching(/^0 rows differ/)]);
  });

  it('one stops, the other goes on; neither said a word of trouble', async () => {
    servers[0]!.child.kill('SIGTERM');
    expect(await ended(servers[0]!.child)).toBe(0);
    expect((await call(at(1), '/healthz')).status).toBe(200);
    expect((await file(1)).status).toBe(201);
    for (const { said } of servers) expect(said()).not.toMatch(/"level":"error"/);
  });
});
