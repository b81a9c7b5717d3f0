import { describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { missingMaterials } from '../../src/institutions/licensing/rules/papers.ts';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';
import { readModelCounty } from '../support/model-county.ts';

const { catalogue } = readModelCounty();
const h = await openTestHouse();
await setClock(h.house, Date.parse('2026-03-02T10:00+08:00'));
const post = (path: string, body: unknown, as: string) => call(h, `/api/v1${path}`, body, { as });
/** Every paper that a new application for the item needs, handed in at the window. */
const onPaper = (item: string) => ({ channel: 'window', papers: missingMaterials(catalogue.item(item)!, 'new', []) });
const opinion = { opinion: 'agree', text: '材料齐全，同意。' };

describe('many at once', () => {
  it('passes over what is not complete, and says of each what is missing; one by one it may still be done', async () => {
    const file = async (item: string, more: object) =>
      (await post('/matters', application({ item, ...more }), 'clerk')).body.number as string;
    const codes = (said: { body: { results: { ok: boolean; refusals: { code: string; text: string }[] }[] } }) =>
      said.body.results.map((r) => (r.ok ? 'done' : r.refusals.map(({ code }) => code).join()));
    const [bare, whole] = [await file('UMB-L05', { channel: 'window', papers: ['M1'] }), await file('UMB-L05', onPaper('UMB-L05'))];
    const accepted = await post('/desk/bulk', { action: 'accept', items: [{ matter: bare }, { matter: whole }], input: {} }, 'clerk');
    expect(codes(accepted)).toEqual(['bulk-papers-missing', 'done']);
    expect(accepted.body.results[0].refusals[0].text).toContain('实景图');
    const follow = await file('SAM-L01', { channel: 'window', papers: ['M1'] });
    await h.act(follow, 'clerk', 'accept-with-papers-to-follow', { papers: ['M6'], undertaking: true, by: '2026-03-31' });
    const sign = (matter: string, as: string) =>
      post('/desk/bulk', { action: 'propose', items: [{ matter, step: 'lead' }], input: opinion }, as);
    expect(codes(await sign(follow, 'SAM-EX1'))).toEqual(['bulk-papers-missing']);
    expect(codes(await sign(whole, 'UMB-EX1'))).toEqual(['bulk-step-incomplete']);
    // Whoever has no part in it learns nothing of what it lacks.
    expect(codes(await sign(whole, 'drc-examiner'))).toEqual(['no-authority']);
    await h.act(whole, 'UMB-EX1', 'propose', { step: 'lead', ...opinion });
  });
});
