import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { MODEL_FOLDER } from '../../src/county-files.ts';
import { catalogueImport } from '../../src/institutions/catalogue/commands.ts';
import { citizenCheck } from '../../src/kernel/organisation/identity.ts';
import { withClient } from '../../src/platform/database/connection.ts';
import { application, call, PNG, WANG } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();
const api = '/api/v1/matters';
const errors = (a: { body: { errors?: { path: string; code: string }[] } }) => (a.body.errors ?? []).map((e) => [e.path, e.code]);
const count = async () =>
  (await h.db.owner.query('SELECT (SELECT count(*)::int FROM journal.fact) + (SELECT count(*)::int FROM journal.person_data) AS n')).rows[0]
    .n;

/** As `banjie catalogue import` does it: a new version of the item, from its list. */
async function cancelItem(id: string): Promise<void> {
  const [header, ...rows] = readFileSync(join(MODEL_FOLDER, 'catalogue/service-items.csv'), 'utf8').trim().split('\n');
  const folder = mkdtempSync(join(tmpdir(), 'banjie-list-'));
  const list = join(folder, 'list.csv');
  writeFileSync(list, `${header},item_status\n${rows.find((r) => r.startsWith(`${id},`))},取消\n`);
  const done = await withClient(h.db.ownerUrl, async (db) => {
    const taken = await catalogueImport(db as never, list, { on: '2026-02-09' as never, at: '2026-02-09T01:00:00Z', by: 'administrator' });
    await db.query('UPDATE matter.county SET edition = edition + 1');
    return taken;
  });
  rmSync(folder, { recursive: true });
  expect(done).toMatchObject({ ok: true, changed: 1 });
}

describe('a field that there is not', () => {
  it('is named, in an act and in an application; nothing is done', async () => {
    const { body: filed } = await call(h, api, application());
    const acted = await call(
      h,
      `${api}/${filed.number}/actions/request-correction`,
      { items: [{ what: 'x', how: 'y' }], way: 'z', reasn: 'q' },
      { as: 'clerk' },
    );
    expect([acted.status, acted.body.errors]).toEqual([422, [{ path: 'reasn', code: 'unknown-field', message: expect.any(String) }]]);
    expect((await call(h, `${api}/${filed.number}`, undefined, { as: 'clerk' })).body.state).toBe('received');
    const wrong = await call(h, api, application({ adress: '示范大道12号' }));
    expect([wrong.status, wrong.body.errors[0]]).toMatchObject([422, { path: 'adress', code: 'unknown-field' }]);
  });
});

describe('the house', () => {
  it('says that it is ready, of which county, and with which migrations', async () => {
    const { status, body } = await call(h, '/healthz');
    expect([status, body.status, body.county]).toEqual([200, 'ready', 'model']);
    expect(body.migrations.applied).toBe(body.migrations.known);
    expect(body.migrations.known).toBeGreaterThan(0);
  });

  it('[S3-40] shows an item with its two limits and how sure it is of them', async () => {
    const { body } = await call(h, '/api/v1/items/DRC-L01');
    expect(body).toMatchObject({
      legal: { amount: 20, unit: 'wd', confidence: 'illustrative' },
      promised: { amount: 10, unit: 'wd' },
      live: true,
      faults: [],
    });
  });
});

describe('filing by API', () => {
  it('gives number, query code and what the applicant may wait for', async () => {
    const answer = await call(h, api, application());
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      number: expect.stringMatching(/^2026-SAM-\d{6}$/),
      queryCode: expect.stringMatching(/^[2-9A-Z]{10}$/),
      state: 'received',
    });
    for (const clock of answer.body.clocks)
      expect(clock).toMatchObject({
        term: expect.any(String),
        kind: expect.any(String),
        due: expect.stringMatching(/^2026-/),
        provisional: false,
        conditional: expect.any(Boolean),
        derivation: { rule: expect.any(String), basis: expect.any(String), edition: '2026.1' },
      });
    expect(answer.body.clocks.map((c: { kind: string; conditional: boolean }) => `${c.kind} ${c.conditional}`)).toEqual([
      'acceptance false',
      'legal true',
      'promised true',
    ]);
  });

  it('refuses a wrong check digit, naming the field', async () => {
    const wrong = await call(h, api, application({ applicant: { ...WANG, idNumber: '110101199003070004' } }));
    expect([wrong.status, wrong.body.code, ...errors(wrong)]).toEqual([422, 'invalid-input', ['applicant.idNumber', 'check-digit']]);
    expect(errors(await call(h, api, application({ applicant: { ...WANG, idNumber: '1101011990' } })))).toEqual([
      ['applicant.idNumber', 'shape'],
    ]);
    const firm = { kind: 'firm', name: '示范县测试餐饮有限公司', idType: 'credit-code', idNumber: '91990101MA00TEXT0R' };
    expect((await call(h, api, application({ applicant: firm }))).status).toBe(201);
    expect(errors(await call(h, api, application({ applicant: { ...firm, idNumber: '91990101MA00TEXT0T' } })))).toEqual([
      ['applicant.idNumber', 'check-digit'],
    ]);
    expect(errors(await call(h, api, application({ applicant: { ...firm, kind: 'person' } })))).toEqual([
      ['applicant.idType', 'kind-differs'],
    ]);
    expect(errors(await call(h, api, application({ applicant: { ...WANG, idNumber: '110101199013070003' } })))).toEqual([
      ['applicant.idNumber', 'birth-date'],
    ]);
  });

  it('refuses a date of birth that lies ahead of the county’s own day, of the applicant and of an agent', async () => {
    const born = (first17: string) => ({ ...WANG, idNumber: `${first17}${citizenCheck(first17)}` });
    const ahead = await call(h, api, application({ applicant: born('11010120260210000') }));
    expect([ahead.status, ...errors(ahead)]).toEqual([422, ['applicant.idNumber', 'born-ahead']]);
    expect((await call(h, api, application({ applicant: born('11010120260209000') }))).status).toBe(201);
    const agent = { name: '李代办', idType: 'resident-id', idNumber: born('11010121990101000').idNumber };
    expect(errors(await call(h, api, application({ agent })))).toEqual([['agent.idNumber', 'born-ahead']]);
  });

  it('refuses a key longer than is kept, and contradictions, each fault of a field once', async () => {
    const keyed = (key: string) => call(h, api, application(), { headers: { 'idempotency-key': key } });
    const [one, other] = [await keyed(`${'k'.repeat(199)}1`), await keyed(`${'k'.repeat(199)}2`)];
    expect([one.status, other.status, one.body.number === other.body.number]).toEqual([201, 201, false]);
    const long = await keyed('k'.repeat(201));
    expect([long.status, long.body.code]).toEqual([422, 'idempotency-key-too-long']);
    expect(long.body.title).toContain('201');
    const bundle = { bundle: 'B06', items: ['FRS-L01', 'CDC-L01', 'PSB-L04'] };
    expect((await call(h, api, application({ ...bundle, item: 'SAM-L01' }))).body.code).toBe('item-and-items');
    expect(errors(await call(h, api, application({ items: 'SAM-L01' })))).toEqual([['items', 'not-a-list']]);
    expect((await call(h, api, application({ agent: null }))).status).toBe(201);
    expect((await call(h, api, application({ item: 'PSB-C17' }))).body.code).toBe('item-at-window');
    for (const name of ['', 'A\u200bB', 'a\nb'])
      expect(errors(await call(h, api, application({ applicant: { ...WANG, name } })))).toEqual([
        ['applicant.name', name === '' ? 'required' : 'unreadable-characters'],
      ]);
  });

  it('refuses papers that no window has seen, and takes the same from a clerk', async () => {
    const online = await call(h, api, application({ papers: ['M1'] }), { headers: { 'accept-language': 'en' } });
    expect([online.status, online.body.code, ...errors(online)]).toEqual([422, 'window-takes-papers', ['papers', 'window-takes-papers']]);
    expect(online.body.next).toBe('Upload the file, or bring the paper to the window.');
    expect((await call(h, api, application({ channel: 'window', papers: ['M1'] }), { as: 'clerk' })).status).toBe(201);
  });

  it('at a window is an officer’s: a stranger signs in first, whoever has no seat there is refused', async () => {
    for (const channel of ['window', 'agent']) {
      const stranger = await call(h, api, application({ channel }));
      expect([stranger.status, stranger.body.code], channel).toEqual([401, 'sign-in-needed']);
      expect((await call(h, api, application({ channel }), { as: 'citizen' })).status, channel).toBe(403);
    }
  });

  it('refuses an item that is unknown, and one that is cancelled from the day it is', async () => {
    const unknown = await call(h, api, application({ item: 'SAM-L99' }));
    expect([unknown.status, unknown.body.code]).toEqual([404, 'item-unknown']);
    await cancelItem('SAM-L08');
    const cancelled = await call(h, api, application({ item: 'SAM-L08' }), { headers: { 'accept-language': 'en' } });
    expect([cancelled.status, cancelled.body.code]).toEqual([422, 'item-not-in-use']);
    expect(cancelled.body.title).toBe('Item SAM-L08 is not in use (cancelled).');
  });

  it('says everything that is missing at once, each once, in the reader’s language', async () => {
    const zh = await call(h, api, {});
    expect(errors(zh)).toEqual([
      ['item', 'required'],
      ['applicant', 'required'],
    ]);
    expect(zh.body.title).toBe('有 2 处需要修改。');
    const en = await call(h, api, {}, { headers: { 'accept-language': 'en' } });
    expect(en.body).toMatchObject({
      title: 'To be corrected: 2.',
      type: '/codes/invalid-input',
      next: expect.stringContaining('nothing you typed is lost'),
    });
    expect(en.headers.get('content-type')).toContain('application/problem+json');
  });

  it('writes nothing where it refuses', async () => {
    const before = await count();
    await call(
      h,
      api,
      application({ applicant: { ...WANG, idNumber: '1' }, files: [{ material: 'M1', name: 'a.png', content: PNG.toString('base64') }] }),
    );
    await call(h, api, application({ case: 'renewal' }));
    await call(h, api, application({ item: 'X' }));
    expect(await count()).toBe(before);
  });
});

describe('the same Idempotency-Key', () => {
  it('gives the same answer, once filed', async () => {
    const first = await call(h, api, application(), { key: 'k-1' });
    const again = await call(h, api, application(), { key: 'k-1' });
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(again.headers.get('idempotent-replay')).toBe('true');
    const together = await Promise.all(Array.from({ length: 8 }, () => call(h, api, application(), { key: 'k-2' })));
    expect(new Set(together.map((a) => a.body.number)).size).toBe(1);
  });

  it('with another body, or another paper, is refused', async () => {
    const paper = (name: string, bytes: Buffer) => ({ files: [{ material: 'M1', name, content: bytes.toString('base64') }] });
    await call(h, api, application(), { key: 'k-3' });
    expect((await call(h, api, application({ form: { a: 'b' } }), { key: 'k-3' })).body.code).toBe('idempotency-key-reused');
    const one = await call(h, api, application(paper('a.png', PNG)), { key: 'k-4' });
    if (one.status === 201)
      expect((await call(h, api, application(paper('a.png', Buffer.concat([PNG, PNG]))), { key: 'k-4' })).body.code).toBe(
        'idempotency-key-reused',
      );
  });
});

// Last: the clock goes no further back than what has been filed.
describe('years ahead', () => {
  it('beyond the calendar the dates are provisional, never guessed', async () => {
    await setClock(h.house, Date.parse('2026-12-10T09:00:00+08:00'));
    const { body } = await call(h, api, application({ item: 'DRC-L01' }));
    const legal = body.clocks.find((c: { kind: string }) => c.kind === 'legal');
    expect(legal).toMatchObject({ due: expect.stringMatching(/^2027-01-/), provisional: true });
    await setClock(h.house, Date.parse('2045-06-01T09:00:00+08:00'));
    const far = await call(h, api, application());
    expect(far.status).toBe(201);
    expect(far.body.clocks.every((c: { provisional: boolean }) => c.provisional)).toBe(true);
  });
});
