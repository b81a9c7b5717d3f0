import { parse } from 'csv-parse/sync';
import readExcel from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import type { LocalDate } from '../../src/kernel/clock/types.ts';
import type { LightState } from '../../src/pictures/index.ts';
import { say } from '../../src/pictures/say.ts';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';
import { boardFrom, boardOf, daysTaken, fromFacts, keptPromise } from '../support/recount.ts';
import { tellAll } from '../support/story.ts';

const h = await openTestHouse();
const api = '/api/v1';
const get = (path: string, as?: string) => call(h, `${api}${path}`, undefined, { as });
const deskOf = async (
  as: string,
  query = '',
): Promise<{ work: { matter: string; due: string | null; applicant: string; light: LightState }[] }> =>
  (await get(`/desk${query}`, as)).body;

beforeAll(async () => {
  await tellAll(h.house);
  await call(h, `${api}/matters`, application({ item: 'SAM-L02' }));
  await setClock(h.house, Date.parse('2026-03-11T09:00:00+08:00'));
});

describe('the board', () => {
  it('equals a recount from the facts, and each number opens its rows', async () => {
    const { body } = await get('/board', 'efficiency-inspector');
    const counted = boardFrom(await fromFacts(h.db.app), '2026-03-11' as LocalDate);
    expect(counted.get('county')?.['over-promise']).toBeGreaterThan(0);
    expect(boardOf(body)).toEqual(counted);
    const open = body.organs.filter((o: { open: number }) => o.open > 0);
    for (const row of open)
      for (const light of ['over-law', 'over-promise', 'step-overdue', 'due-soon'] as const) {
        const { matters } = (await get(`/board/matters?organ=${row.organ}&light=${light}&limit=200`, 'clerk')).body;
        expect(matters.length, `${row.organ} ${light}`).toBe(row[light]);
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

  it('median, decided and kept open the very decisions they count, from the facts too, and by page', async () => {
    const { organs } = (await get('/board', 'efficiency-inspector')).body;
    const facts = new Map((await fromFacts(h.db.app)).map((m) => [m.number, m.state]));
    interface Decisions {
      readonly rows: { cells: (string | number)[]; href: string }[];
      readonly total: number;
      readonly median: number | null;
      readonly next?: string;
    }
    const decisions = async (query: string): Promise<Decisions> => (await get(`/board/decisions?${query}`, 'clerk')).body;
    let seen = 0;
    for (const { organ, median, decided30, kept30 } of organs) {
      const [all, kept, not, long] = [
        await decisions(`organ=${organ}`),
        await decisions(`organ=${organ}&kept=yes`),
        await decisions(`organ=${organ}&kept=no`),
        await decisions(`organ=${organ}&days=90`),
      ];
      expect([all.rows.length, all.total, kept.rows.length, not.rows.length], organ).toEqual([
        decided30,
        decided30,
        kept30,
        decided30 - kept30,
      ]);
      expect(long.median, organ).toBe(median);
      for (const { cells, href } of long.rows) {
        const s = facts.get(String(cells[0]))!;
        expect([s.lead, s.decision?.on, daysTaken(s)]).toEqual([organ, cells[4], cells[5]]);
        expect(href).toBe(`/workbench/matters/${cells[0]}`);
      }
      for (const { cells } of kept.rows) expect(keptPromise(facts.get(String(cells[0]))!)).toBe(true);
      seen += long.rows.length;
    }
    expect(seen).toBeGreaterThan(1);
    const first = await decisions('days=90&limit=1');
    const second = await decisions(`days=90&limit=1&after=${first.next}`);
    expect(first.rows[0]!.cells[0]).not.toBe(second.rows[0]!.cells[0]);
    for (const [bad, path] of [
      ['days=7', 'days'],
      ['kept=perhaps', 'kept'],
      ['after=x', 'after'],
    ])
      expect((await get(`/board/decisions?${bad}`, 'clerk')).body.errors[0]).toMatchObject({
        path,
        code: 'not-an-option',
        message: expect.not.stringContaining('列出的选项'),
      });
    expect((await get('/board?sort=beauty', 'clerk')).body.errors[0].message).toContain('organ, open, unarmed');
  });

  it('stands in the order one asks for, what is worst first, on the screen and in the file', async () => {
    for (const sort of [
      'organ',
      'open',
      'unarmed',
      'over-law',
      'over-promise',
      'step-overdue',
      'due-soon',
      'in-time',
      'paused',
      'median',
      'decided30',
      'kept30',
    ]) {
      const organs: Record<string, number>[] = (await get(`/board?sort=${sort}`, 'clerk')).body.organs;
      const values = organs.map((o) => (sort === 'kept30' ? -(o.decided30 ? o.kept30! / o.decided30 : 2) : Number(o[sort] ?? -1)));
      if (sort !== 'organ') expect(values, sort).toEqual([...values].sort((a, b) => b - a));
      const csv = parse((await get(`/board.csv?sort=${sort}`, 'clerk')).body, { bom: true }) as string[][];
      expect(
        csv.slice(1, -1).map(([code]) => code),
        sort,
      ).toEqual(organs.map((o) => o.organ));
    }
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
    // The file names a light as its chip does on the screen.
    expect(read.map((row) => row.状态灯)).toEqual(work.map((w) => say(w.light, 'zh')));

    const board = (await get('/board', 'clerk')).body;
    const sheet = (await readExcel((await fetched('/board.xlsx')).bytes))[0]!.data;
    expect(sheet.slice(1, -1).map((row) => [row[0], row[2]])).toEqual(
      board.organs.map((o: { organ: string; open: number }) => [o.organ, o.open]),
    );
    expect(sheet.at(-1)?.slice(1, 3)).toEqual(['全县', board.totals.open]);
    expect((await fetched('/board.csv?lang=en')).bytes.toString('utf8')).toContain('The county');
    expect((await get('/desk.exe', 'clerk')).status).toBe(404);

    // What is behind a number of the board, and what was found, with the same filters.
    const { matters } = (await get('/board/matters?light=over-promise&limit=200', 'clerk')).body;
    const held = (await readExcel((await fetched('/board/matters.xlsx?light=over-promise')).bytes))[0]!.data;
    // A sheet keeps an instant as a fraction of a day.
    const second = (cell: unknown) => Math.round(Number(cell as Date) / 1000);
    expect(held.slice(1).map((row) => [row[0], row[3] && second(row[3]), second(row[4])])).toEqual(
      matters.map((m: { number: string; due: string | null; received: string }) => [
        m.number,
        m.due && second(new Date(m.due)),
        second(new Date(m.received)) + 28_800,
      ]),
    );
    const heldCsv = parse((await fetched('/board/matters.csv?light=over-promise')).bytes, { bom: true }) as string[][];
    expect(heldCsv.slice(1).map(([number]) => number)).toEqual(held.slice(1).map(([number]) => number));
    const query = `q=${encodeURIComponent('食品')}`;
    const found = (await get(`/search?${query}`, 'clerk')).body;
    expect(found.matters.length * found.items.length).toBeGreaterThan(0);
    for (const [what, ids] of [
      ['matters', found.matters.map((m: { number: string }) => m.number)],
      ['items', found.items.map((i: { id: string }) => i.id)],
    ]) {
      const inSheet = (await readExcel((await fetched(`/search.xlsx?${query}&what=${what}`)).bytes))[0]!.data;
      const inCsv = parse((await fetched(`/search.csv?${query}&what=${what}`)).bytes, { bom: true }) as string[][];
      expect(inSheet.slice(1).map(([id]) => id)).toEqual(ids);
      expect(inCsv.slice(1).map(([id]) => id)).toEqual(ids);
    }
    expect((await get('/search.csv?q=1&what=people', 'clerk')).body.errors[0]).toMatchObject({ path: 'what', code: 'not-an-option' });
    expect((await get('/board/matters.csv?light=pink', 'clerk')).body.errors[0]).toMatchObject({ path: 'light', code: 'not-an-option' });
  });
});
