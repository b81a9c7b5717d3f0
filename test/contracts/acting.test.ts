import { describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();
const api = '/api/v1/matters';
const at = (local: string) => setClock(h.house, Date.parse(`${local}:00+08:00`));

interface Shown {
  readonly state: string;
  readonly version: number;
  readonly received: string;
  readonly closed?: string;
  readonly owner: { account: string; holder: string };
  readonly steps: readonly { id: string; organ: string; stage: string; etag: string }[];
  readonly clocks: readonly { kind: string; zero: string; due: string; derivation: object }[];
  readonly actions: readonly {
    name: string;
    allowed: boolean;
    reasons: readonly { code: string; text: string; basis?: string; who?: readonly string[] }[];
  }[];
}
const file = async (more = {}) => (await call(h, api, application(more))).body as { number: string; queryCode: string };
const look = async (number: string, as = 'clerk') => (await call(h, `${api}/${number}`, undefined, { as })).body as Shown;
const facts = async (number: string) =>
  (await call(h, `${api}/${number}/facts`, undefined, { as: 'clerk' })).body as {
    kind: string;
    at: string;
    body: Record<string, unknown>;
  }[];
const may = (m: Shown, name: string) => m.actions.find((a) => a.name === name);

/** Whoever may signs what waits, step by step, until nothing is open. */
async function examineAll(number: string): Promise<void> {
  const signers = { propose: 'EX1', check: 'SH', approve: 'DEP' } as const;
  for (let turn = 0; turn < 40; turn++) {
    const step = (await look(number)).steps.find((s) => s.stage !== 'done');
    if (!step) return;
    const stage = step.stage as keyof typeof signers;
    await h.act(number, `${step.organ}-${signers[stage]}`, stage, { step: step.id, opinion: 'agree', text: '材料齐全，同意。' });
  }
  throw new Error('the steps never ended');
}

/** Contract 6: no second without an owner, none counted twice. */
async function accountsAddUp(number: string): Promise<string[]> {
  const [entries, m] = [(await call(h, `${api}/${number}/accounts`, undefined, { as: 'clerk' })).body, await look(number)];
  const seconds = (text: string) => Date.parse(text) / 1000;
  expect(entries[0].from).toBe(m.received);
  for (const [i, e] of entries.entries()) {
    expect(e.seconds).toBe(seconds(e.to) - seconds(e.from));
    if (i > 0) expect(e.from).toBe(entries[i - 1].to);
  }
  const total = entries.reduce((sum: number, e: { seconds: number }) => sum + e.seconds, 0);
  expect(total).toBe(seconds(entries.at(-1).to) - seconds(m.received));
  if (m.closed) expect(entries.at(-1).to).toBe(m.closed);
  // The tests' own seconds pass too; what is told is what took minutes.
  return entries.flatMap((e: { account: string; holder: string; seconds: number }) =>
    e.seconds >= 60 ? [`${e.account} ${e.holder}`] : [],
  );
}

describe('silence accepts', () => {
  it('[S3-35] from the day of receipt, though it is recorded later', async () => {
    await at('2026-02-13T09:00');
    const { number } = await file({ item: 'DRC-L01' });
    await at('2026-02-28T09:00');
    const fact = (await facts(number)).find((f) => f.kind === 'deemed-accepted');
    expect(fact?.at.slice(0, 10)).toBe('2026-02-28');
    expect(fact?.body).toMatchObject({ mode: 'deemed', on: '2026-02-13' });
    const m = await look(number);
    expect(m.clocks.find((c) => c.kind === 'legal')).toMatchObject({ zero: '2026-02-13', due: '2026-03-19' });
    expect(m.state).toBe('accepted');
    await at('2026-02-28T11:00');
    expect(await accountsAddUp(number)).toEqual(['window ASB', 'organ DRC']);
  });
});

describe('a licence from filing to closing', () => {
  it('keeps its accounts to the second, after any order of acts', async () => {
    await at('2026-03-02T09:00');
    const { number, queryCode } = await file({ item: 'HUC-L01' });
    await at('2026-03-02T10:30');
    await h.act(number, 'clerk', 'accept');
    await at('2026-03-03T09:00');
    await h.act(number, 'HUC-EX1', 'pause', { ground: 'expert-review', expected: '2026-03-09', reason: '需要专家评审。' });
    const paused = await look(number);
    expect([paused.owner.account, may(paused, 'decide')?.allowed]).toEqual(['law', false]);
    await at('2026-03-05T09:00');
    await h.act(number, 'HUC-EX1', 'resume', { note: '评审意见已收到。' });
    await examineAll(number);
    const stray = await call(
      h,
      `${api}/${number}/actions/deliver`,
      { method: 'in-person', recipient: '王小满', proof: '签收' },
      { as: 'delivery-clerk' },
    );
    expect([stray.status, stray.body.code]).toEqual([409, 'not-decided']);
    await h.act(number, 'HUC-EX1', 'no-charge', { reason: '不在收取范围' });
    await h.act(number, 'HUC-CHF', 'decide', { outcome: 'granted', reason: '申请人王小满符合法定条件。' });
    await at('2026-03-06T15:00');
    await h.act(number, 'delivery-clerk', 'deliver', { method: 'in-person', recipient: '王小满', proof: '王小满当面签收' });
    const m = await look(number);
    expect(m.closed).toBeDefined();
    expect(await accountsAddUp(number)).toEqual(['window ASB', 'organ HUC', 'law expert-review', 'window ASB']);
    await h.act(number, 'HUC-CHF', 'rectify', { seq: 1, text: '更正', reason: '笔误' });
    await accountsAddUp(number);
    expect((await call(h, `${api}/${number}/actions/withdraw`, { reason: '不要了' }, { code: queryCode })).body.code).toBe('closed-matter');
    expect(JSON.stringify((await h.db.owner.query('SELECT body FROM journal.fact WHERE matter = $1', [number])).rows)).not.toContain(
      '王小满',
    );
  });
});

describe('what is listed as not allowed is refused with the same code; what is allowed is never refused for authority', () => {
  const EVERYBODY = ['citizen', 'clerk', 'cashier', 'examiner-lead', 'section-head', 'chief', 'umb-examiner', 'arbiter', 'county-head'];

  async function everyPersonaAndAction(number: string): Promise<number> {
    const before = (await look(number)).version;
    let asked = 0;
    for (const as of EVERYBODY) {
      const answer = await call(h, `${api}/${number}`, undefined, { as });
      if (answer.status === 404) {
        expect((await call(h, `${api}/${number}/actions/accept`, {}, { as })).status).toBe(404);
        continue;
      }
      for (const action of (answer.body as Shown).actions) {
        asked++;
        // A version long past: what is allowed then ends in a stale version or a missing field, and changes nothing.
        const said = await h.app.inject({
          method: 'POST',
          url: `${api}/${number}/actions/${action.name}`,
          payload: {},
          headers: { ...h.as(as), 'if-match': '"0"' },
        });
        const about = `${as} ${action.name} ${said.statusCode} ${said.json().code}`;
        if (action.allowed) expect([200, 401, 403, 404].includes(said.statusCode), about).toBe(false);
        else expect(said.json().code, about).toBe(action.reasons[0]?.code);
        for (const reason of action.reasons) expect(reason.text).toMatch(/\S/);
      }
    }
    expect((await look(number)).version).toBe(before);
    return asked;
  }

  it('in every state of a matter', async () => {
    await at('2026-03-09T09:00');
    const { number, queryCode } = await file();
    const seen: string[] = [];
    const turn = async () => {
      seen.push((await look(number)).state);
      expect(await everyPersonaAndAction(number)).toBeGreaterThan(200);
    };
    await turn();
    await h.act(number, 'clerk', 'request-correction', { items: [{ what: '申请表', how: '签字后再交' }], way: '网上或窗口' });
    await turn();
    expect((await call(h, `${api}/${number}/actions/correct`, { note: '已签字' }, { code: queryCode })).status).toBe(200);
    await h.act(number, 'clerk', 'accept');
    await turn();
    await examineAll(number);
    await turn();
    await h.act(number, 'chief', 'decide', {
      outcome: 'refused',
      reason: '不符合条件。',
      way: '改正后可以再申请。',
      departure: '审查以后现场又有变化。',
    });
    await turn();
    await h.act(number, 'delivery-clerk', 'deliver', { method: 'post', recipient: '王小满', proof: 'EMS 1234' });
    await turn();
    expect(seen).toEqual(['received', 'awaiting-correction', 'accepted', 'accepted', 'decided', 'closed']);
  });
});

describe('two officers at once', () => {
  it('five departments that sign together never refuse each other; the same step signed twice is', async () => {
    await at('2026-03-16T09:00');
    const { number } = await file({ item: 'HUC-L01' });
    await h.act(number, 'clerk', 'accept');
    const { steps } = await look(number);
    expect(steps.length).toBeGreaterThan(2);
    const sign = (organ: string, stage: string, id: string, seen: string) =>
      call(
        h,
        `${api}/${number}/actions/${stage}`,
        { step: id, opinion: 'agree', text: '同意' },
        { as: `${organ}-${stage === 'propose' ? 'EX1' : 'DEP'}`, headers: { 'if-match': seen } },
      );
    const answers = await Promise.all(steps.map((s) => sign(s.organ, s.stage, s.id, s.etag)));
    expect(answers.map((a) => a.status)).toEqual(steps.map(() => 200));
    const [first] = steps as [Shown['steps'][number]];
    const again = await sign(first.organ, first.stage, first.id, first.etag);
    expect(again.status).toBeGreaterThanOrEqual(403);
    expect((await facts(number)).filter((f) => f.body.step === first.id)).toHaveLength(1);
    await accountsAddUp(number);
  });

  it('an opinion on a step that had not begun and a decision before the opinions rest on nothing that was seen: stale', async () => {
    await at('2026-03-16T09:00');
    const { number } = await file({ item: 'HUC-L01' });
    await h.act(number, 'clerk', 'accept');
    const seeing = (version: number, as: string, action: string, input: object) =>
      call(h, `${api}/${number}/actions/${action}`, input, { as, headers: { 'if-match': `"${version}"` } });
    const { steps } = await look(number);
    for (const { id, organ, stage } of steps) {
      const opinion = { step: id, opinion: 'agree', text: '同意' };
      expect((await seeing(1, `${organ}-${stage === 'propose' ? 'EX1' : 'DEP'}`, stage, opinion)).body.code, id).toBe('stale');
      for (const [seat, act] of [
        ['EX1', 'propose'],
        ['SH', 'check'],
        ['DEP', 'approve'],
      ] as const) {
        const { actions } = (await call(h, `${api}/${number}`, undefined, { as: `${organ}-${seat}` })).body;
        if (actions.find((a: { name: string }) => a.name === act).allowed) await h.act(number, `${organ}-${seat}`, act, opinion);
      }
    }
    const decision = { outcome: 'granted', reason: '符合条件' };
    expect((await seeing(2, 'HUC-CHF', 'decide', decision)).body.code).toBe('stale');
    const { version } = await look(number);
    expect((await seeing(version, 'HUC-CHF', 'decide', decision)).status).toBe(200);
  });

  it('a repeated act with the same Idempotency-Key has one effect', async () => {
    const { number } = await file();
    await h.complete(number);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => call(h, `${api}/${number}/actions/accept`, {}, { as: 'clerk', key: 'twice' })),
    );
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(answers.map((a) => JSON.stringify(a.body))).size).toBe(1);
    expect((await facts(number)).filter((f) => f.kind === 'accepted')).toHaveLength(1);
    expect((await call(h, `${api}/${number}/actions/accept`, { other: 1 }, { as: 'clerk', key: 'twice' })).body.code).toBe(
      'idempotency-key-reused',
    );
  });
});
