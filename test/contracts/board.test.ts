import { parse } from 'csv-parse/sync';
import readExcel from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { licensing } from '../../src/institutions/licensing/definition.ts';
import { readMatterFile } from '../../src/institutions/licensing/queries.ts';
import type { Licensing, LicensingFact } from '../../src/institutions/licensing/rules/state.ts';
import { localDate } from '../../src/kernel/clock/index.ts';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';
import { tellAll } from '../support/story.ts';

const h = await openTestHouse();
const api = '/api/v1';
const get = (path: string, as?: string) => call(h, `${api}${path}`, undefined, { as });
const deskOf = async (as: string, query = ''): Promise<{ work: { matter: string; due: string | null; applicant: string }[] }> =>
  (await get(`/desk${query}`, as)).body;
let told: Awaited<ReturnType<typeof tellAll>>;

beforeAll(async () => {
  told = await tellAll(h.house);
  await call(h, `${api}/matters`, application({ item: 'SAM-L02' }));
  await setClock(h.house, Date.parse('2026-03-11T09:00:00+08:00'));
});

describe('the board', () => {
  /** Who holds each open matter and how it stands, from the facts alone. */
  async function recount() {
    const { rows } = await h.db.owner.query(
      `SELECT DISTINCT ON (f.matter) f.matter, CASE WHEN f.account IN ('window', 'organ', 'dispute') THEN f.holder
                ELSE (SELECT r.body::json ->> 'lead' FROM journal.fact r WHERE r.matter = f.matter AND r.seq = 1) END AS organ
         FROM journal.fact f WHERE NOT EXISTS (SELECT FROM journal.fact e WHERE e.matter = f.matter AND e.kind IN ('delivered', 'withdrawn', 'rejected'))
        ORDER BY f.matter, f.seq DESC`,
    );
    const counts = new Map<string, Record<string, number>>();
    for (const { matter, organ } of rows) {
      const { facts } = await readMatterFile(h.db.app, matter);
      const meta = (f: (typeof facts)[number]) => ({
        ...f,
        number: matter,
        on: localDate(new Date((f.at + 28_800) * 1000).toISOString().slice(0, 10)),
      });
      const state = facts.reduce<Licensing | undefined>(
        (s, f) => licensing.evolve(s, { ...f.body, kind: f.kind } as LicensingFact, meta(f)),
        undefined,
      );
      const light = licensing.summary(state!).light;
      for (const key of [organ, 'county']) {
        const row = counts.get(key) ?? { open: 0 };
        counts.set(key, { ...row, open: row.open! + 1, [light]: (row[light] ?? 0) + 1 });
      }
    }
    return counts;
  }

  it('equals a recount from the facts, and each number opens its rows', async () => {
    const { body } = await get('/board', 'efficiency-inspector');
    const counted = await recount();
    expect(counted.get('county')?.late).toBeGreaterThan(0);
    const numbers = (row: Record<string, number>) =>
      Object.fromEntries(['open', 'late', 'due-soon', 'in-time', 'paused'].map((key) => [key, row[key] ?? 0]));
    expect(numbers(body.totals)).toEqual(numbers(counted.get('county') ?? {}));
    const open = body.organs.filter((o: { open: number }) => o.open > 0);
    expect(Object.fromEntries(open.map((o: { organ: string } & Record<string, number>) => [o.organ, numbers(o)]))).toEqual(
      Object.fromEntries([...counted].filter(([organ]) => organ !== 'county').map(([organ, row]) => [organ, numbers(row)])),
    );
    for (const { organ, late } of open) {
      const { matters } = (await get(`/board/matters?organ=${organ}&light=late&limit=200`, 'clerk')).body;
      expect(matters.length, organ).toBe(late);
    }
    const pages: string[] = [];
    for (let after = ''; ; ) {
      const page = (await get(`/board/matters?limit=2&after=${after}`, 'drc-examiner')).body;
      pages.push(...page.matters.map((m: { number: string }) => m.number));
      if (!page.next) break;
      after = page.next;
    }
    expect(pages).toHaveLength(body.totals.open);
    expect(new Set(pages).size).toBe(pages.length);
    expect((await get('/board/matters?limit=1', 'clerk')).body.matters[0]).toMatchObject({
      number: expect.any(String),
      itemName: { en: expect.any(String) },
      owner: { account: expect.any(String), name: { zh: expect.any(String) } },
      received: expect.stringMatching(/Z$/),
    });
    expect((await get('/board/matters?light=closed', 'clerk')).body.errors[0]).toMatchObject({ path: 'light', code: 'not-an-option' });
    expect(JSON.stringify((await get('/board/matters?limit=200', 'clerk')).body)).not.toMatch(/陈|王小满/);
  });

  it('counts what was decided, and how long it took', async () => {
    const { organs } = (await get('/board', 'auditor')).body;
    const sam = organs.find((o: { organ: string }) => o.organ === 'SAM');
    expect(sam).toMatchObject({ decided30: 1, kept30: 1, median: 1, name: { zh: expect.any(String) } });
  });
});

describe('a list taken away', () => {
  it('has the rows of the screen, days as days, in the reader’s language', async () => {
    for (const item of ['SAM-L01', 'DRC-L01']) await call(h, `${api}/matters`, application({ item }), { as: 'firm' });
    const { work } = await deskOf('clerk', '?step=accept&limit=200');
    expect(work.length).toBeGreaterThan(1);
    const fetched = async (path: string) => {
      const said = await fetch(`${h.url}${api}${path}`, { headers: h.as('clerk') });
      return { said, bytes: Buffer.from(await said.arrayBuffer()) };
    };
    const { said, bytes } = await fetched('/desk.xlsx?step=accept&lang=en');
    expect(said.headers.get('content-type')).toContain('spreadsheetml');
    expect(said.headers.get('content-disposition')).toContain('.xlsx');
    const rows = (await readExcel(bytes))[0]!.data;
    expect(rows[0]?.slice(0, 3)).toEqual(['Number', 'Item', 'Applicant']);
    expect(rows.slice(1).map((row) => [row[0], new Date(row[6] as never).toISOString().slice(0, 10)])).toEqual(
      work.map((w) => [w.matter, w.due]),
    );
    const csv = (await fetched('/desk.csv?step=accept')).bytes.toString('utf8');
    expect(csv.startsWith('\uFEFF办件编号,事项')).toBe(true);
    const read = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
    expect(read.map((row) => [row.办件编号, row.到期日, row.申请人])).toEqual(work.map((w) => [w.matter, w.due, w.applicant]));

    const board = (await get('/board', 'clerk')).body;
    const sheet = (await readExcel((await fetched('/board.xlsx')).bytes))[0]!.data;
    expect(sheet.slice(1, -1).map((row) => [row[0], row[2]])).toEqual(
      board.organs.map((o: { organ: string; open: number }) => [o.organ, o.open]),
    );
    expect(sheet.at(-1)?.slice(1, 3)).toEqual(['全县', board.totals.open]);
    expect((await fetched('/board.csv?lang=en')).bytes.toString('utf8')).toContain('The county');
    expect((await get('/desk.exe', 'clerk')).status).toBe(404);
  });
});

describe('the search', () => {
  const search = async (q: string, as: string) => (await get(`/search?q=${encodeURIComponent(q)}`, as)).body;
  const numbersOf = (found: { matters: { number: string }[] }) => found.matters.map((m) => m.number);

  it('finds by the whole number or its end, the name whole only for who has a part in it', async () => {
    const { number } = told.sign;
    for (const q of [number, number.toLowerCase(), number.slice(-6), ` ${number.slice(-8)} `, String(Number(number.slice(-6)))])
      expect(numbersOf(await search(q, 'UMB-EX1')), q).toContain(number);
    const row = async (as: string) => (await search(number, as)).matters[0];
    expect(await row('UMB-EX1')).toMatchObject({
      number,
      item: 'UMB-L05',
      status: 'accepted',
      light: expect.any(String),
      applicant: '陈晓梅',
    });
    expect((await row('clerk')).applicant).toBe('陈晓梅');
    expect((await row('drc-examiner')).applicant).toBe('陈**');
    expect((await search(told.food.number, 'drc-examiner')).matters[0].applicant).toBe('示范县青禾餐饮有限公司');
  });

  it('finds by an applicant’s whole name for those who may see the matter, for nobody else', async () => {
    expect(numbersOf(await search('陈晓梅', 'clerk'))).toEqual(expect.arrayContaining([told.sign.number, told.correction.number]));
    const umb = numbersOf(await search('陈晓梅', 'UMB-EX1'));
    expect(umb).toContain(told.sign.number);
    expect(umb).not.toContain(told.correction.number);
    expect(numbersOf(await search('陈晓梅', 'HUC-EX1'))).toContain(told.sign.number);
    expect(numbersOf(await search('陈晓梅', 'drc-examiner'))).toEqual([]);
    expect(numbersOf(await search('陈晓', 'clerk'))).toEqual([]);
  });

  it('finds items by their words, with the matters of one’s own organs', async () => {
    const found = await search('户外广告', 'UMB-EX1');
    expect(found.items[0]).toMatchObject({ id: 'UMB-L05', name: { en: expect.any(String) } });
    expect(numbersOf(found)).toContain(told.sign.number);
    expect((await search('户外广告', 'drc-examiner')).matters).toEqual([]);
    for (const nothing of ['', '   ', '%', '_', '\\', 'x'.repeat(500)])
      expect((await search(nothing, 'clerk')).matters, nothing).toEqual([]);
    expect((await search('1', 'clerk')).matters.length).toBeLessThanOrEqual(20);
  });
});
