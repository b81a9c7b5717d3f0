import { describe, expect, it } from 'vitest';
import type { Story } from '../../src/institutions/licensing/workbench/story.ts';
import { application, fileByForm } from '../journeys/pages.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();
const { number, code } = await fileByForm(h.url, '/apply/UMB-L05', application());
await h.act(number, 'clerk', 'accept');
await h.act(number, 'PSB-DEP', 'approve', { step: 'assist:PSB', opinion: 'agree-with-conditions', text: '不得遮挡信号灯' });

const ask = (headers: Record<string, string>, lang = 'zh') => fetch(`${h.url}/api/v1/matters/${number}/story?lang=${lang}`, { headers });

describe('the story of a matter, as the officers of it read it', () => {
  it('newest first: what, who, from which seat, and what was written', async () => {
    const answer = await ask({ ...h.as('umb-examiner') });
    const story = (await answer.json()) as Story;
    expect(answer.status).toBe(200);
    expect(story.entries.map(({ seq }) => seq)).toEqual([4, 3, 2, 1]);
    expect(story.entries[0]).toMatchObject({
      text: { zh: '批准意见（县公安局）：同意，附意见' },
      seat: { zh: expect.stringMatching(/^县公安局 · /) },
      name: { zh: expect.stringMatching(/^\p{Script=Han}{2,4}$/u) },
      lines: [{ text: '不得遮挡信号灯' }],
    });
    expect(story.entries.at(-1)).toMatchObject({ text: { zh: '收件' }, name: { zh: '申请人' } });
  });

  it('with the pictures, the reason of each date, and what the forms choose from', async () => {
    const story = (await (await ask({ ...h.as('umb-chief') }, 'en')).json()) as Story;
    expect(story.lanes.map(({ label }) => label.en)).toContain('Public Security Bureau (assists)');
    expect(JSON.stringify(story.lanes)).not.toContain('yours to correct');
    expect(story.clocks.map(({ clock }) => clock.kind).sort()).toEqual(['legal', 'promised']);
    for (const { basis, zero } of story.clocks) expect([basis.law.en, zero.en].every(Boolean)).toBe(true);
    expect(story.choices.organs.length).toBeGreaterThan(30);
    expect(story.choices.grounds.map(({ value }) => value)).toContain('appraisal');
    expect(story.papers.map(({ state }) => state)).toEqual(expect.arrayContaining(['here', 'shared']));
    expect(story.seats['UMB-CHF']?.en).toMatch(/ · /);
  });

  it('for nobody else: not a stranger, not the query code, not a seat without part in it', async () => {
    expect((await ask({})).status).toBe(401);
    expect((await ask({ 'query-code': code })).status).toBe(401);
    const elsewhere = await ask({ ...h.as('drc-examiner') });
    expect(elsewhere.status).toBe(403);
    expect(await elsewhere.json()).toMatchObject({ code: 'no-authority' });
    const none = await fetch(`${h.url}/api/v1/matters/2026-XXX-999999/story`, { headers: h.as('clerk') });
    expect(none.status).toBe(404);
  });
});

describe('the page of the workbench', () => {
  it('is never kept, names its nonce, and lets run only what this server sends', async () => {
    const answer = await fetch(`${h.url}/workbench/board`);
    // Where nothing is built yet the page says so, and is still an answer.
    expect([200, 503]).toContain(answer.status);
    if (answer.status !== 200) return;
    const policy = answer.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([\w-]{22})'/.exec(policy)?.[1];
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const html = await answer.text();
    expect(html).toContain(`content="${nonce}"`);
    expect(html).not.toMatch(/<script(?![^>]*src="\/workbench\/assets\/)|<style|\sstyle=|https?:\/\//);
    const script = /src="(\/workbench\/assets\/[^"]+)"/.exec(html)?.[1];
    const file = await fetch(`${h.url}${script}`, { headers: { 'accept-encoding': 'gzip' } });
    expect(file.headers.get('content-encoding')).toBe('gzip');
    expect(file.headers.get('cache-control')).toContain('immutable');
    for (const path of ['/workbench/assets/nothing-12345678.js', '/workbench/assets/..%2findex.html', '/workbench/assets/.built'])
      expect((await fetch(`${h.url}${path}`)).status, path).toBe(404);
    expect((await fetch(`${h.url}/`)).headers.get('content-security-policy')).not.toContain('nonce');
  });
});
