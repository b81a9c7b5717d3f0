import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { catalogueImport } from '../../src/institutions/catalogue/commands.ts';
import { sweepCounty } from '../../src/kernel/matter/sweep.ts';
import { withClient } from '../../src/platform/database/connection.ts';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();
const at = (local: string) => setClock(h.house, Date.parse(`${local}:00+08:00`));
const ITEM = 'SAM-L02';
/** The text of a page, as a reader of English sees it. */
const page = async (path: string) => {
  const { body } = await call(h, path, undefined, { headers: { 'accept-language': 'en' } });
  return String(body)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
};
const file = async () => (await call(h, '/api/v1/matters', application({ item: ITEM }))).body;
const promisedIn = (clocks: readonly { kind: string; zero: string; due: string }[]) => clocks.find(({ kind }) => kind === 'promised')!;

/** As `banjie catalogue import` does it: another promise, from that day. */
async function promise(days: number, on: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'banjie-list-'));
  const list = join(folder, 'list.csv');
  writeFileSync(list, `item_id,item_name,department_code,statutory_days_wd,promised_days_wd\n${ITEM},食品生产许可,SAM,20,${days}\n`);
  const done = await withClient(h.db.ownerUrl, async (db) => {
    const taken = await catalogueImport(db as never, list, { on: on as never, at: `${on}T01:00:00Z`, by: 'administrator' });
    await db.query('UPDATE matter.county SET edition = edition + 1');
    return taken;
  });
  rmSync(folder, { recursive: true });
  expect(done).toMatchObject({ ok: true, changed: 1 });
}

test('[S1-64] what the guide shows is what runs: a new promise is in the guide and on the clock from the same moment', async () => {
  await at('2026-03-02T09:00');
  for (const days of [3, 2]) {
    await promise(days, '2026-03-02');
    expect(await page(`/items/${ITEM}`)).toContain(`${days} working days`);
    const { body } = await call(h, `/api/v1/items/${ITEM}`);
    expect(body.promised.amount).toBe(days);
    const { due } = promisedIn((await file()).clocks);
    expect(due).toBe(days === 3 ? '2026-03-05' : '2026-03-04');
  }
  expect(await page(`/items/${ITEM}`)).not.toContain('3 working days');
});

test('[S3-63] the pledge stands in the guide, and how many were kept on the first page, with those that were not', async () => {
  await at('2026-03-02T09:00');
  const { pledge } = (await call(h, `/api/v1/items/${ITEM}`, undefined, { headers: { 'accept-language': 'en' } })).body;
  const guide = await page(`/items/${ITEM}`);
  for (const part of ['content', 'manner', 'result']) expect(guide).toContain(pledge[part].en ?? pledge[part]);
  expect(await page('/')).toContain('no promised day has come this month');

  const decided = async (on: string) => {
    await at('2026-03-02T09:00');
    const { number } = await file();
    await h.act(number, 'clerk', 'accept');
    await at(on);
    for (const [act, seat] of [
      ['propose', 'SAM-EX1'],
      ['check', 'SAM-SH'],
      ['approve', 'SAM-DEP'],
    ] as const)
      await h.act(number, seat, act, { step: 'lead', opinion: 'agree', text: 'As the papers show.' });
    await h.act(number, 'chief', 'decide', { outcome: 'granted', reason: 'All conditions are met.' });
  };
  await decided('2026-03-03T09:00');
  expect(await page('/')).toMatch(/100(\.0)?\s?% month’s promises kept · none late/);
  await decided('2026-03-20T09:00');
  // One decided late. Filed before and left lying: two promises passed undecided, and one decision was never delivered.
  expect((await page('/')).match(/[\d.]+\s?% month’s promises kept · \d+ late/g)).toEqual(['25.0% month’s promises kept · 4 late']);
  const late = await page('/late');
  expect(late).toMatch(/Decided Late by .*decided later than promised .*5 Mar 2026 .*20 Mar 2026 15 days/);
  expect(late).not.toContain(' 3 Mar 2026');
});

test('what is open and late is counted on the first page with what was decided late, and listed (promise 6)', async () => {
  await at('2026-03-20T09:00');
  const { number } = await file();
  await h.act(number, 'clerk', 'accept');
  await at('2026-03-27T09:00');
  await sweepCounty(h.db.app, h.house.engine, '2026-03-27' as never);
  const home = await page('/');
  expect(home).toMatch(/20(\.0)?\s?% month’s promises kept · 5 late/);
  const late = await page('/late');
  expect(late).toContain('The share on the first page is of all decided this month and all past their promised day undecided');
  expect(late).toMatch(/open, over the promise .*24 Mar 2026 3 days/);
  expect(late).not.toMatch(/2026-SAM-/);
  const csv = String((await call(h, '/api/v1/late.csv', undefined, { headers: { 'accept-language': 'en' } })).body);
  expect(csv.match(/open, over the (law|promise)|decided later than promised/g)).toEqual([
    'open, over the law',
    ...Array(3).fill('open, over the promise'),
    'decided later than promised',
  ]);
  await h.act(number, 'clerk', 'withdraw', { reason: 'x', signed: true });
  expect(await page('/')).toContain('month’s promises kept · 4 late');
});
