import { beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { missingMaterials } from '../../src/institutions/licensing/rules/papers.ts';
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

/** Every paper that a new application for the item needs, handed in at the window. */
const onPaper = (item: string) => ({ channel: 'window', papers: missingMaterials(catalogue.item(item)!, 'new', []) });

beforeAll(async () => {
  await tellAll(h.house);
  await at('2026-02-27T14:00');
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

  it('passes over what is not complete, and says of each what is missing; one by one it may still be done', async () => {
    const file = async (item: string, more: object) =>
      (await post('/matters', application({ item, ...more }), 'clerk')).body.number as string;
    const codes = (said: { body: { results: { ok: boolean; refusals: { code: string; text: string }[] }[] } }) =>
      said.body.results.map((r) => (r.ok ? 'done' : r.refusals.map(({ code }) => code).join()));
    const [bare, whole] = [await file('UMB-L05', { channel: 'window', papers: ['M1'] }), await file('UMB-L05', onPaper('UMB-L05'))];
    const accepted = await post('/desk/bulk', { action: 'accept', items: [{ matter: bare }, { matter: whole }], input: {} }, 'clerk');
    expect(codes(accepted)).toEqual(['papers-missing', 'done']);
    expect(accepted.body.results[0].refusals[0].text).toContain('实景图');
    const { papers } = onPaper('SAM-L01');
    const follow = await file('SAM-L01', { channel: 'window', papers: papers.filter((code) => code !== 'M6') });
    await h.act(follow, 'clerk', 'accept-with-papers-to-follow', { papers: ['M6'], undertaking: true, by: '2026-03-12' });
    const sign = (matter: string, as: string, action = 'propose') =>
      post('/desk/bulk', { action, items: [{ matter, step: 'lead' }], input: opinion }, as);
    expect(codes(await sign(follow, 'SAM-EX1'))).toEqual(['bulk-papers-missing']);
    // Whoever has no part in it learns nothing of what it lacks.
    expect(codes(await sign(follow, 'drc-examiner'))).toEqual(['no-authority']);
    expect(codes(await sign(whole, 'UMB-EX1'))).toEqual(['done']);
    expect(codes(await sign(whole, 'UMB-SH', 'check'))).toEqual(['done']);
    expect(codes(await sign(whole, 'UMB-CHF', 'approve'))).toEqual(['bulk-step-incomplete']);
    await h.act(whole, 'UMB-CHF', 'approve', { step: 'lead', ...opinion });
  });

  it('is told what is wrong with the list itself', async () => {
    const faults = async (body: unknown) =>
      (await post('/desk/bulk', body, 'clerk')).body.errors?.map((e: { path: string; code: string }) => `${e.path} ${e.code}`);
    expect(await faults({ action: 'revoke', items: [{ matter: 'x' }] })).toEqual(['action not-an-option']);
    expect(await faults({ action: 'accept', items: [] })).toEqual(['items required']);
    expect(await faults({ action: 'accept', items: Array(201).fill({ matter: 'x' }) })).toEqual(['items too-long']);
    expect(await faults({ action: 'accept' })).toEqual(['items required']);
    expect(await faults([])).toBeDefined();
  });

  it('the supervising section takes many on its list at once, and none twice; one delivery of many: how they were served is said once, who received it matter by matter', async () => {
    const delivered: string[] = [];
    for (const subject of ['一号店', '二号店']) {
      const { body } = await post('/matters', application({ item: 'SAM-L01', form: { subject, address: '示范大道12号' } }), 'firm');
      const act = (as: string, action: string, input: object = {}) => post(`/matters/${body.number}/actions/${action}`, input, as);
      await h.complete(body.number);
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
    const watched = { action: 'acknowledge-supervision', items: delivered.map((matter) => ({ matter, step: 'supervise' })), input: {} };
    const watching = (await post('/desk/bulk', watched, 'SAM-SH')).body.results;
    expect(watching.map((r: { ok: boolean }) => r.ok)).toEqual([true, true]);
    const again = (await post('/desk/bulk', watched, 'SAM-SH')).body.results;
    expect(again.map((r: { refusals: { code: string }[] }) => r.refusals[0]?.code)).toEqual(Array(2).fill('nothing-to-supervise'));
    const input = { method: 'in-person', proof: '窗口签收' };
    const none = await post('/desk/bulk', { action: 'deliver', items: delivered.map((matter) => ({ matter })), input }, 'delivery-clerk');
    for (const { ok, refusals } of none.body.results) expect([ok, refusals.at(-1).code]).toEqual([false, 'required']);
    const document = { relation: 'nominee', idType: 'resident-id', idNumber: '110101198508120008' };
    const to = [{ recipient: '王小满' }, { recipient: '李大爷' }] as const;
    const handing = (own: readonly object[]) =>
      post(
        '/desk/bulk',
        { action: 'deliver', items: delivered.map((matter, n) => ({ matter, step: 'deliver', input: own[n] })), input },
        'delivery-clerk',
      );
    const stranger = await handing([{ recipient: '张大妈' }, to[1]]);
    for (const { ok, refusals } of stranger.body.results) expect([ok, refusals[0].code]).toEqual([false, 'recipient-not-on-record']);
    const { results } = (await handing([to[0], { ...to[1], ...document }])).body;
    expect(results.map((r: { ok: boolean }) => r.ok)).toEqual([true, true]);
    for (const [n, matter] of delivered.entries()) {
      const facts = (await get(`/matters/${matter}/facts`, 'delivery-clerk')).body;
      const said = JSON.stringify(facts.find((f: { kind: string }) => f.kind === 'delivered'));
      expect(said).toContain(['{{name}}', to[1].recipient][n]);
      expect(said).not.toContain(document.idNumber);
    }
  });
});
