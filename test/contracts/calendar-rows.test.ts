import { parse } from 'csv-parse/sync';
import readExcel from 'read-excel-file/node';
import { beforeAll, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { ETHNIC_AREA } from '../support/calendars.ts';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

// biome-ignore lint/suspicious/noExplicitAny: any JSON
type Any = any;
const h = await openTestHouse();
const at = '/api/v1/calendar';
const file = (content: unknown) => ({ file: JSON.stringify(content) });

beforeAll(async () => {
  await setClock(h.house, Date.parse('2026-02-26T09:00+08:00'));
  for (let n = 0; n < 5; n++) {
    const { number } = (await call(h, '/api/v1/matters', application({ item: 'SAM-L02' }))).body;
    await h.act(number, 'clerk', 'accept');
  }
});

it('a rehearsal is told page by page, and taken away whole in both forms', async () => {
  const as = 'administrator';
  const whole = (await call(h, `${at}/preview?lang=en`, file(ETHNIC_AREA), { as })).body;
  expect([whole.moves.length, whole.next]).toEqual([whole.total, undefined]);
  expect(whole.total).toBeGreaterThan(4);
  const found: unknown[] = [];
  for (let next: string | undefined = ''; next !== undefined; ) {
    const page: Any = (await call(h, `${at}/preview?limit=2&after=${next}&lang=en`, file(ETHNIC_AREA), { as })).body;
    expect([page.counts, page.total, page.moves.length <= 2]).toEqual([whole.counts, whole.total, true]);
    found.push(...page.moves);
    next = page.next;
  }
  expect(found).toEqual(whole.moves);
  const taken = (kind: string, who = as) =>
    fetch(`${h.url}${at}/preview.${kind}?lang=en`, {
      method: 'POST',
      body: JSON.stringify(file(ETHNIC_AREA)),
      headers: { ...h.as(who), 'content-type': 'application/json' },
    });
  const csv = parse(await (await taken('csv')).text(), { bom: true }) as string[][];
  expect(csv[0]).toEqual(['Matter', 'Date of', 'Now', 'Then', 'Would have been', 'Whose', 'What turns']);
  expect(csv.slice(1).map(([matter, , from, to]) => [matter, from, to])).toEqual(whole.moves.map((m: Any) => [m.matter, m.from, m.to]));
  const [sheet] = await readExcel(Buffer.from(await (await taken('xlsx')).arrayBuffer()));
  expect(sheet!.data).toHaveLength(csv.length);
  expect((sheet!.data[1] as unknown[])[2]).toBeInstanceOf(Date);
  expect((await taken('csv', 'clerk')).status).toBe(403);
  const refused = async (query: string) => (await call(h, `${at}/preview?${query}`, file(ETHNIC_AREA), { as })).body.errors?.[0];
  expect(await refused('limit=201')).toMatchObject({ path: 'limit', code: 'too-large-number' });
  expect(await refused('after=zzz')).toMatchObject({ path: 'after', code: 'not-an-option' });
  const faulty = await call(h, `${at}/preview.csv`, { file: 'no calendar' }, { as });
  expect([faulty.status, faulty.body.code]).toEqual([422, 'calendar-file-faulty']);
});

it('the days of an edition are taken away by anybody, as its page shows them', async () => {
  const years = '/api/v1/law/calendar/2026.1/years';
  const page = String((await call(h, '/law/calendar/2026.1?lang=en')).body);
  expect(page).toContain(`href="${years}.csv?lang=en"`);
  const csv = parse((await call(h, `${years}.csv?lang=en`)).body, { bom: true }) as string[][];
  const shown = [...page.matchAll(/<tr>\s*<t[hd][^>]*>(?:<[^>]+>)*(\d{4})/g)].map(([, year]) => year);
  expect(csv.slice(1).map(([year]) => year)).toEqual(shown);
  expect(csv.find(([year]) => year === '2026')!.join()).toContain('2026-02-15..2026-02-23 Spring Festival');
  expect((await readExcel(Buffer.from(await (await fetch(`${h.url}${years}.xlsx`)).arrayBuffer())))[0]!.data).toHaveLength(csv.length);
  expect((await call(h, '/api/v1/law/calendar/none/years.csv')).status).toBe(404);
});
