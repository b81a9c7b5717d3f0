import { parse } from 'csv-parse/sync';
import readExcel from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();
const api = '/api/v1';
const get = (path: string, as?: string) => call(h, `${api}${path}`, undefined, { as });
const FOOD = encodeURIComponent('食品');

interface Page {
  readonly matters: { number: string }[];
  readonly items: { id: string }[];
  readonly totalItems: number;
  readonly more: Record<'matters' | 'items', boolean>;
  readonly next?: string;
}
const searched = async (query: string): Promise<Page> => (await get(`/search?q=${FOOD}${query}`, 'clerk')).body;
/** Every page, one after the other. */
async function toTheEnd(query: string): Promise<Page[]> {
  const pages = [await searched(query)];
  for (let next = pages[0]!.next; next; next = pages.at(-1)!.next) pages.push(await searched(`${query}&after=${next}`));
  return pages;
}

beforeAll(async () => {
  for (let n = 0; n < 25; n++) expect((await call(h, `${api}/matters`, application({ item: 'SAM-L01' }), { as: 'firm' })).status).toBe(201);
});

describe('the search', () => {
  it('stops at no twenty: it says that there is more, and goes on page by page, in one order whatever the size', async () => {
    const first = await searched('');
    expect([first.matters.length, first.more.matters, first.next]).toEqual([20, true, expect.any(String)]);
    const pages = await toTheEnd('');
    const numbers = pages.flatMap(({ matters }) => matters.map(({ number }) => number));
    expect(numbers.length).toBeGreaterThanOrEqual(25);
    expect(new Set(numbers).size).toBe(numbers.length);
    const last = pages.at(-1)!;
    expect([last.more, last.next]).toEqual([{ matters: false, items: false }, undefined]);
    const small = await toTheEnd('&limit=7&what=matters');
    expect(small.flatMap(({ matters }) => matters.map(({ number }) => number))).toEqual(numbers);
    expect(small.flatMap(({ items }) => items)).toEqual([]);
    const items = await toTheEnd('&limit=1&what=items');
    expect(items.map(({ items }) => items.length)).toEqual(items.map(() => 1));
    expect(items).toHaveLength(first.totalItems);
    expect(items.length).toBeGreaterThan(1);
  });

  it('is whole as a file', async () => {
    const numbers = (await searched('&limit=200')).matters.map(({ number }) => number);
    const csv = parse((await get(`/search.csv?q=${FOOD}`, 'clerk')).body, { bom: true }) as string[][];
    expect(csv.slice(1).map(([number]) => number)).toEqual(numbers);
    const file = await fetch(`${h.url}${api}/search.xlsx?q=${FOOD}`, { headers: h.as('clerk') });
    const [sheet] = await readExcel(Buffer.from(await file.arrayBuffer()));
    expect(sheet!.data.slice(1).map(([number]) => number)).toEqual(numbers);
  });
});

describe('an address that asks for what there is not', () => {
  const refused = async (path: string, as = 'efficiency-inspector') => {
    const { status, body } = await get(path, as);
    return [status, body.code, body.errors?.[0]?.path, body.errors?.[0]?.code];
  };

  it('a cursor that no list gave is refused by each in the same words', async () => {
    const far = Buffer.from('["99999"]').toString('base64url');
    const nowhere = Buffer.from('["soon","2026-SAM-000001","x"]').toString('base64url');
    for (const path of [
      '/desk?after=zzz',
      '/matters?after=zzz',
      '/board/matters?after=zzz',
      '/board/decisions?after=zzz',
      '/board/refilings?after=zzz',
      `/search?q=1&after=zzz`,
      `/search?q=1&after=${far}`,
      '/accounts?after=zzz',
      '/urgings?after=zzz',
      '/items?after=zzz',
      '/wall/licensing?after=zzz',
      '/wall/pledges?after=zzz',
      '/wall/fees?after=zzz',
      `/wall/fees?after=${nowhere}`,
      '/wall/catalogue?after=zzz',
    ])
      expect(await refused(path), path).toEqual([422, 'invalid-input', 'after', 'not-an-option']);
    for (const bad of ['zz', 'zz_2026-SAM-000001', '2026-03-01'])
      expect(await refused(`/decisions?before=${bad}`), bad).toEqual([422, 'invalid-input', 'before', 'not-an-option']);
    // Decisions are asked for by `before`.
    expect((await refused('/decisions?after=zzz')).slice(0, 2)).toEqual([422, 'parameter-unknown']);
    for (const good of ['/matters?after=2026-SAM-000001', '/board/matters?after=2026-SAM-000001', '/decisions?before=2026-03-01_x'])
      expect((await get(good, 'efficiency-inspector')).status, good).toBe(200);
  });

  it('a page has a whole number of rows, and more than it holds is refused by each with the most it holds, in both languages', async () => {
    const LISTS = {
      ...Object.fromEntries(['/desk', '/decisions', '/matters', '/board/matters', '/board/decisions'].map((list) => [list, 200])),
      ...Object.fromEntries(
        ['/board/refilings', '/search?q=1', '/accounts', '/accounts/matters', '/accounts/signs'].map((list) => [list, 200]),
      ),
      ...Object.fromEntries(
        ['/review/deciders', '/review/items', '/urgings', '/wall/licensing', '/wall/catalogue'].map((list) => [list, 200]),
      ),
      '/items': 300,
    };
    const at = (list: string, limit: string | number) => `${list}${list.includes('?') ? '&' : '?'}limit=${limit}`;
    for (const [list, most] of Object.entries(LISTS)) {
      for (const bad of ['-1', '0', '1.5', 'many'])
        expect(await refused(at(list, bad)), `${list} ${bad}`).toEqual([422, 'invalid-input', 'limit', 'not-an-option']);
      expect((await get(at(list, most), 'efficiency-inspector')).status, list).toBe(200);
      for (const [lang, message] of [
        ['zh', `最多 ${most}。`],
        ['en', `At most ${most}.`],
      ] as const) {
        const { status, body } = await get(`${at(list, most + 1)}&lang=${lang}`, 'efficiency-inspector');
        expect([list, status, body.code, body.errors]).toEqual([
          list,
          422,
          'invalid-input',
          [{ path: 'limit', code: 'too-large-number', message }],
        ]);
      }
    }
    expect((await get('/fees?limit=201', 'cashier')).body.errors).toMatchObject([{ path: 'limit', code: 'too-large-number' }]);
  });

  it('a code that nobody has, and a field that means nothing there, are refused, on the screen and as a file', async () => {
    expect((await get('/board/matters?organ=XXX&lang=en', 'efficiency-inspector')).body.next).toContain('a row of the board');
    for (const list of ['matters', 'decisions', 'refilings'])
      for (const kind of ['', '.csv', '.xlsx']) {
        const path = `/board/${list}${kind}`;
        expect((await refused(`${path}?organ=XXX`)).slice(0, 2), path).toEqual([422, 'accounts-code-unknown']);
        expect((await refused(`${path}?item=SAM-L01`)).slice(0, 2), path).toEqual([422, 'parameter-unknown']);
        expect((await get(`${path}?organ=SAM`, 'efficiency-inspector')).status, path).toBe(200);
        // A file is whole: it has no pages.
        expect((await get(`${path}?limit=1`, 'efficiency-inspector')).status, path).toBe(kind ? 422 : 200);
      }
    for (const file of [
      '/search.csv?q=1&limit=1',
      '/accounts.csv?limit=1',
      '/accounts/matters.xlsx?after=x',
      '/accounts/signs.csv?limit=1',
    ])
      expect((await refused(file)).slice(0, 2), file).toEqual([422, 'parameter-unknown']);
  });

  it('the API book tells of each list and file exactly what it takes', async () => {
    const { paths } = (await get('/openapi.json')).body;
    const told = (path: string) =>
      paths[`${api}${path}`].get.parameters
        .filter((p: { in: string }) => p.in === 'query')
        .map((p: { name: string }) => p.name)
        .filter((name: string) => name !== 'lang')
        .sort();
    for (const [path, fields] of Object.entries({
      '/board': ['sort'],
      '/board/matters': ['light', 'organ'],
      '/board/decisions': ['days', 'decider', 'kept', 'organ'],
      '/board/refilings': ['days', 'organ'],
      '/search': ['q', 'what'],
    })) {
      for (const kind of ['csv', 'xlsx']) expect(told(`${path}.${kind}`), path).toEqual(fields);
      expect(told(path), path).toEqual(path === '/board' ? fields : [...fields, 'after', 'limit'].sort());
    }
    const body = JSON.stringify(Object.entries(paths).filter(([path]) => path.endsWith('/notify-hearing')));
    expect(body).toContain('岗位的编号，不是人员编号，例如 SAM-CHF');
  });
});
