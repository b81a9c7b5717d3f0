import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { authorityImport } from '../../src/institutions/catalogue/commands.ts';
import { durationsBySpan } from '../../src/institutions/licensing/queries/numbers.ts';
import type { LocalDate } from '../../src/kernel/clock/types.ts';
import { call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();
await setClock(h.house, Date.parse('2026-03-10T09:00+08:00'));
const get = (path: string, as?: string) => call(h, `/api/v1${path}`, undefined, { as });
const personOf = async (who: string): Promise<string> => (await get('/session', who)).body.person;

let n = 0;
/** One decided matter, as it lies in the derived table. */
const decided = (organ: string, decider: string, on: string, more: { item?: string; opened?: string; outcome?: string } = {}) =>
  h.db.owner.query(
    `INSERT INTO licensing.decision (matter, item, organ, person, outcome, paper, decided_on, opened_on, decider, on_the_spot)
     VALUES ($1, $2, $3, 'x', $4, 'P', $5, $6, $7, false)`,
    [`2026-XXX-${String(++n).padStart(6, '0')}`, more.item ?? 'SAM-L02', organ, more.outcome ?? 'granted', on, more.opened ?? on, decider],
  );

describe('what those who supervise look through', () => {
  it('[S1-60] each organ’s decisions by person: count, share and the rows behind; the most concentrated first', async () => {
    expect((await get('/review/deciders', 'auditor')).body).toMatchObject({ total: 0, rows: [] });
    const chief = await personOf('umb-chief');
    for (const day of ['01', '02', '03']) await decided('UMB', chief, `2026-03-${day}`, { outcome: day === '01' ? 'refused' : 'granted' });
    await decided('UMB', 'P-OTHER', '2026-03-04');
    await decided('SAM', 'law', '2026-03-04');
    await decided('UMB', chief, '2026-01-05');

    for (const who of ['efficiency-inspector', 'auditor']) {
      const { rows, total } = (await get('/review/deciders?lang=en', who)).body;
      expect(total).toBe(3);
      expect(rows.map(({ cells }: { cells: unknown[] }) => cells.slice(2))).toEqual([
        [1, 0, 1, 100],
        [3, 1, 4, 75],
        [1, 0, 4, 25],
      ]);
      expect(rows[0].cells[0]).toBe('by law, as nobody decided in time');
      const behind = (await get(rows[1].href.replace('/workbench', ''), who)).body;
      expect([behind.total, behind.rows.length]).toEqual([3, 3]);
    }
    expect((await get('/review/deciders?days=90&organ=UMB', 'auditor')).body.rows[0].cells.slice(2)).toEqual([4, 1, 5, 80]);
    const first = (await get('/review/deciders?limit=2', 'auditor')).body;
    const rest = (await get(`/review/deciders?limit=2&after=${first.next}`, 'auditor')).body;
    expect([first.rows.length, rest.rows.length, rest.next]).toEqual([2, 1, undefined]);
    expect((await get('/review/deciders.csv?lang=en', 'auditor')).body).toContain('Percent');
  });

  it('[S1-55] items that stand out, each with its numbers, what is usual and its guide; the file is the same list', async () => {
    const { rows, total, columns } = (await get('/review/items?limit=200&lang=en', 'efficiency-inspector')).body;
    expect([rows.length, columns.length]).toEqual([total, 9]);
    const school = rows.find(({ cells }: { cells: unknown[] }) => cells[0] === 'EDU-L02');
    expect(school.href).toBe('/items/EDU-L02');
    expect(school.cells.slice(4)).toEqual([
      4,
      7,
      13,
      'Steps (half of its kind: 1 at most; usual up to 1); Signatures (half of its kind: 4 at most; usual up to 4)',
      'illustrative',
    ]);
    const file = (await get('/review/items.csv?lang=en', 'auditor')).body as string;
    expect(file.trim().split('\n')).toHaveLength(total + 1);
  });

  it('[S1-55] once the authority table has changed, the signatures of before stand beside those of now, there and on /changes', async () => {
    const was = 'act: approve, step: assist, roles: [section-head, deputy, chief], at: lead, signatures: one';
    const table = readFileSync('county/model/catalogue/authority.yaml', 'utf8');
    const folder = mkdtempSync(join(tmpdir(), 'authority-'));
    writeFileSync(join(folder, 'authority.yaml'), table.replace(was, was.replace('one', 'three')));
    const client = await h.db.owner.connect();
    const on = '2026-03-10' as LocalDate;
    const taken = await authorityImport(client, join(folder, 'authority.yaml'), { on, at: `${on}T09:00:00+08:00`, by: 'o-0001' });
    await client.query('UPDATE matter.county SET edition = edition + 1');
    client.release();
    rmSync(folder, { recursive: true });
    expect(taken.ok).toBe(true);
    const { rows, columns } = (await get('/review/items?limit=200&lang=en', 'efficiency-inspector')).body;
    expect(columns.at(-1).head).toBe('Signatures before the table changed');
    const school = rows.find(({ cells }: { cells: unknown[] }) => cells[0] === 'EDU-L02');
    expect([school.cells[5], school.cells.at(-1)]).toEqual([13, 7]);
    const changes = (await get('/changes?lang=en')).body;
    const sign = changes.rows.find(({ href }: { href: string }) => href.startsWith('/items/EDU-L02#'));
    expect(sign.cells).toEqual(expect.arrayContaining(['2026-03-10', '7 (illustrative)', '13 (illustrative)']));
  });

  it('are for nobody else; an odd address says what is wrong with it', async () => {
    for (const path of ['/review/items', '/review/deciders', '/board/decisions?decider=P-OTHER'])
      for (const who of ['clerk', 'umb-chief', 'citizen']) expect((await get(path, who)).body.code, `${path} ${who}`).toBe('no-authority');
    expect((await get('/review/items')).status).toBe(401);
    for (const bad of ['items?after=x', 'deciders?after=x', 'deciders?days=7'])
      expect((await get(`/review/${bad}`, 'auditor')).body.code, bad).toBe('invalid-input');
  });
});

describe('how long each version took', () => {
  it('[S1-12] is told of what was received while it held, decided by the day; without a decision a version is not told of', async () => {
    const spans = [
      { version: 1, from: '2025-01-01' as LocalDate, until: '2025-07-01' as LocalDate },
      { version: 2, from: '2025-07-01' as LocalDate },
    ];
    const took = async (day: string) => durationsBySpan(h.house.pool, 'TRA-L11', spans, day as LocalDate);
    expect(await took('2026-03-10')).toEqual(new Map());
    await decided('TRA', 'x', '2025-07-04', { item: 'TRA-L11', opened: '2025-06-30' });
    await decided('TRA', 'x', '2025-07-03', { item: 'TRA-L11', opened: '2025-07-01' });
    await decided('TRA', 'x', '2026-03-11', { item: 'TRA-L11', opened: '2026-03-01' });
    await decided('TRA', 'x', '2025-06-30', { opened: '2025-06-01' });
    expect(await took('2026-03-10')).toEqual(
      new Map([
        [1, { n: 1, median: 4, p90: 4 }],
        [2, { n: 1, median: 2, p90: 2 }],
      ]),
    );
    expect((await took('2026-03-11')).get(2)).toMatchObject({ n: 2, median: 6 });
    const guide = (await call(h, '/items/TRA-L11', undefined, { headers: { 'accept-language': 'en' } })).body as string;
    expect(guide).toContain('1 decided: half within 4 days');
    expect((await call(h, '/changes', undefined, {})).status).toBe(200);
  });
});
