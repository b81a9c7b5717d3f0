import { beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';
import { tellAll } from '../support/story.ts';

const h = await openTestHouse();
const get = (path: string, as?: string) => call(h, `/api/v1${path}`, undefined, { as });
let told: Awaited<ReturnType<typeof tellAll>>;
const seen = async (eyes: string, as = 'umb-examiner', { number } = told.sign) => (await get(`/matters/${number}/eyes/${eyes}`, as)).body;
const may = (view: { matter: { actions: { name: string; allowed: boolean }[] } }) =>
  view.matter.actions.filter((a) => a.allowed).map((a) => a.name);

beforeAll(async () => {
  told = await tellAll(h.house);
  await setClock(h.house, Date.parse('2026-02-27T15:00+08:00'));
});

describe('one matter, four pairs of eyes', () => {
  it('the citizen reads what the tracking page says: no officer’s name, no opinion of a department', async () => {
    const view = await seen('citizen');
    const page = await (await fetch(`${h.url}/track/${told.sign.number}?code=${told.sign.code}&lang=zh`)).text();
    const plain = page.replace(/<[^>]+>/g, '');
    for (const entry of view.story.entries) expect(plain, entry.text.zh).toContain(entry.text.zh);
    expect(plain).toContain(view.where.zh);
    expect(JSON.stringify(view)).not.toContain('依附墙体结构安全');
    expect(JSON.stringify(view.story.entries)).not.toContain('李卫生');
    expect(view.seat).toBeUndefined();
    expect(may(view)).toContain('withdraw');
    expect(may(view)).not.toContain('decide');
  });

  it('a clerk, the chief and an auditor each have their own seat and their own acts', async () => {
    const [clerk, chief, auditor] = [await seen('clerk'), await seen('chief'), await seen('auditor')];
    expect([clerk.seat.zh, chief.organ.zh, auditor.seat.zh]).toEqual([
      expect.stringContaining('窗口'),
      expect.stringContaining('城市管理'),
      expect.stringContaining('审计'),
    ]);
    expect(may(chief)).toContain('extend');
    expect(may(clerk)).not.toContain('extend');
    expect(may(auditor)).toEqual([]);
    for (const view of [clerk, chief, auditor]) expect(JSON.stringify(view.story.entries)).toContain('依附墙体结构安全');
    expect(auditor.proof).toMatchObject({ number: told.sign.number, facts: auditor.story.entries.length, faults: [] });
    expect(chief.proof).toBeUndefined();
  });

  it('shows nobody more than she may see herself', async () => {
    for (const eyes of ['citizen', 'clerk', 'chief', 'auditor']) {
      const view = await seen(eyes, 'drc-examiner');
      expect(view.story, eyes).toBeUndefined();
      expect(view.proof, eyes).toBeUndefined();
      expect(view.matter.applicant.name, eyes).toBe('陈**');
      expect(view.matter.form, eyes).toBeUndefined();
      expect(JSON.stringify(view), eyes).not.toMatch(/陈晓梅|13900000001|依附墙体/);
    }
    expect((await get(`/matters/${told.sign.number}/eyes/citizen`)).status).toBe(401);
    expect((await get(`/matters/${told.sign.number}/eyes/citizen`, 'citizen')).status).toBe(404);
    expect((await get(`/matters/${told.sign.number}/eyes/mayor`, 'clerk')).body.errors[0]).toMatchObject({
      path: 'eyes',
      code: 'not-an-option',
    });
    expect((await get('/matters/2026-UMB-999999/eyes/clerk', 'clerk')).body.code).toBe('matter-not-found');
  });
});
