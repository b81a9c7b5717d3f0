import { parse } from 'csv-parse/sync';
import readExcel from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { sweepNow } from '../../src/sweeping.ts';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';
import { tellAll } from '../support/story.ts';

const h = await openTestHouse();
// biome-ignore lint/suspicious/noExplicitAny: answers are looked into
type Any = any;
const get = (path: string, as: string, lang = 'en') =>
  call(h, `/api/v1${path}`, undefined, { headers: { ...h.as(as), 'accept-language': lang } });
const body = async (path: string, as = 'efficiency-inspector'): Promise<Any> => (await get(path, as)).body;
const fetched = (path: string, as = 'efficiency-inspector') =>
  fetch(`${h.url}/api/v1${path}`, { headers: { ...h.as(as), 'accept-language': 'en' } });
const EVER = 'from=2020-01-01&to=2030-12-31';

beforeAll(async () => {
  await tellAll(h.house);
  const opinion = { opinion: 'agree', text: '同意' };
  for (const _ of [1, 2, 3]) {
    const { number } = (await call(h, '/api/v1/matters', application({ item: 'SAM-L02' }))).body;
    await h.act(number, 'clerk', 'accept');
    await h.act(number, 'SAM-EX1', 'propose', opinion);
    await h.act(number, 'SAM-SH', 'check', opinion);
    await setClock(h.house, (await h.house.moment()).now * 1000 + 86_400_000);
    await h.act(number, 'SAM-DEP', 'approve', opinion);
    await h.act(number, 'SAM-CHF', 'decide', { outcome: 'granted', reason: '符合规定' });
    await h.act(number, 'delivery-clerk', 'deliver', { method: 'in-person', recipient: '王小满', proof: '签收' });
  }
  await setClock(h.house, Date.parse('2026-04-15T14:00+08:00'));
});

describe('time accounts as reports', () => {
  it('[S1-38] [S1-20] each second stands once: the report is the sum of the matters’ own accounts, before the sweep and after it', async () => {
    for (const of of ['closed', 'open']) {
      const asked = Date.now();
      const report = await body(`/accounts?${EVER}&of=${of}`);
      const { rows, total, seconds } = await body(`/accounts/matters?${EVER}&of=${of}&limit=200`);
      expect(total).toBe(report.total.matters);
      expect(total).toBeGreaterThan(2);
      expect(report.rows.reduce((n: number, r: Any) => n + r.seconds, 0)).toBe(report.total.seconds);
      if (of === 'open') {
        // What is open grows by a second a second, and the second question was asked later.
        const most = total * Math.ceil((Date.now() - asked) / 1000);
        expect(seconds).toBeGreaterThanOrEqual(report.total.seconds);
        expect(seconds - report.total.seconds).toBeLessThanOrEqual(most);
        continue;
      }
      expect(seconds).toBe(report.total.seconds);
      let own = 0;
      for (const { href } of rows) {
        const spells = await body(`/matters/${href.split('/').at(-1)}/accounts`);
        own += spells.reduce((n: number, one: Any) => n + one.seconds, 0);
      }
      expect(report.total.seconds).toBe(own);
      await sweepNow(h.house);
      expect((await body(`/accounts?${EVER}`)).rows).toEqual(report.rows);
    }
  });

  it('[S1-20] by organ, item, level and seat; every number has its rows', async () => {
    for (const by of ['organ', 'item', 'level', 'seat']) {
      const { rows, total, parts } = await body(`/accounts?${EVER}&by=${by}`);
      expect(rows.length, by).toBeGreaterThan(0);
      expect(parts.map(({ part }: Any) => part)).toContain('queue');
      for (const row of rows) {
        const behind = await body(`/accounts/matters?${EVER}&${by}=${row.key}&limit=200`);
        expect([behind.total, behind.seconds], `${by} ${row.key}`).toEqual([row.matters, row.seconds]);
        expect([row.name.zh, row.key].every(Boolean)).toBe(true);
      }
      expect(total.limits.kept).toBeLessThanOrEqual(total.limits.promised);
    }
    const [first] = (await body(`/accounts?${EVER}&by=item`)).rows;
    expect(first.item.legal).toMatchObject({ value: { unit: 'wd' }, confidence: expect.any(String) });
  });

  it('this month where no day is named; days out of order and words that are no option are refused with their field', async () => {
    expect(await body('/accounts')).toMatchObject({
      from: '2026-04-01',
      to: '2026-04-15',
      by: 'organ',
      of: 'closed',
      unit: 'clock',
      sort: 'seconds',
    });
    expect(await get('/accounts?from=2026-04-02&to=2026-04-01', 'auditor')).toMatchObject({
      status: 422,
      body: { code: 'accounts-reversed' },
    });
    for (const [query, path, code] of [
      ['from=soon', 'from', 'not-a-date'],
      ['to=2026-02-30', 'to', 'not-a-date'],
      ['by=person', 'by', 'not-an-option'],
      ['of=all', 'of', 'not-an-option'],
      ['unit=hours', 'unit', 'not-an-option'],
      ['level=boss', 'level', 'not-an-option'],
      ['part=lunch', 'part', 'not-an-option'],
      ['sort=beauty', 'sort', 'not-an-option'],
      ['after=zzz', 'after', 'not-an-option'],
    ])
      expect((await body(`/accounts?${query}`)).errors?.[0], query).toMatchObject({ path, code });
    for (const [query, path] of [
      ['matters?kept=maybe', 'kept'],
      ['matters?lawful=maybe', 'lawful'],
      ['matters?after=zzz', 'after'],
      ['signs?kind=odd', 'kind'],
      ['signs?after=zzz', 'after'],
    ])
      expect((await body(`/accounts/${query}`)).errors?.[0], query).toMatchObject({ path, code: 'not-an-option' });
  });

  it("a code that nobody has is named, not answered with nothing: 'accounts-code-unknown'; options are listed, parameters known", async () => {
    for (const [query, path, what] of [
      ['organ=ZZZ', 'organ', 'organ'],
      ['item=SAM-L99', 'item', 'item'],
      ['seat=SAM-KING', 'seat', 'seat'],
    ])
      expect(await get(`/accounts?${query}`, 'auditor'), query).toMatchObject({
        status: 422,
        body: { code: 'accounts-code-unknown', title: expect.stringContaining(`There is no ${what} `), errors: [{ path }] },
      });
    expect((await body('/accounts?by=planet')).errors).toEqual([
      { path: 'by', code: 'not-an-option', message: 'Choose one of organ, item, level, seat.' },
    ]);
    for (const [path, code] of [
      ['/accounts?colour=red', 'parameter-unknown'],
      ['/accounts?by=item&by=seat', 'parameter-repeated'],
      ['/accounts/matters?kind=pause', 'parameter-unknown'],
      ['/accounts/signs.csv?kept=yes', 'parameter-unknown'],
    ] as const)
      expect(await get(path, 'auditor'), path).toMatchObject({ status: 422, body: { code } });
  });

  it('the approval centre, which receives and delivers for all, shows no promise of theirs as its own', async () => {
    const { rows, total } = await body(`/accounts?${EVER}&by=organ`);
    expect(rows.find(({ key }: Any) => key === 'ASB').limits.promised).toBe(0);
    expect(rows.reduce((n: number, row: Any) => n + row.limits.promised, 0)).toBe(total.limits.promised);
    expect(total.limits.promised).toBeGreaterThan(0);
  });

  it('an officer sees her organs, the head also the seats, who supervises all; nobody a person’s name', async () => {
    const own = await body(`/accounts?${EVER}`, 'SAM-EX1');
    expect(own.scope.map(({ organ }: Any) => organ)).toEqual(['SAM']);
    expect([...new Set(own.rows.map(({ key }: Any) => key))]).toEqual(['SAM']);
    expect([own.seats, (await body('/accounts', 'SAM-CHF')).seats, (await body('/accounts', 'auditor')).scope]).toEqual([
      false,
      true,
      null,
    ]);
    expect(await get('/accounts?organ=UMB', 'SAM-CHF')).toMatchObject({ status: 403, body: { code: 'accounts-of-another-organ' } });
    for (const path of ['/accounts?by=seat', '/accounts/matters?seat=SAM-DEP', '/accounts.csv?by=seat'])
      expect(await get(path, 'SAM-EX1'), path).toMatchObject({ status: 403, body: { code: 'accounts-by-seat' } });
    const told = JSON.stringify(await body(`/accounts/matters?${EVER}`, 'SAM-EX1'));
    const { name: seat, organ } = (await h.house.moment()).directory.seat('SAM-DEP')!;
    const named = `${(await h.house.moment()).directory.organ(organ)!.name.en}: ${seat.en}`;
    expect(told).not.toContain(named);
    // A seat is told by its organ and post, never by its code.
    const chief = await body(`/accounts/matters?${EVER}&seat=SAM-DEP`, 'SAM-CHF');
    expect(chief.narrowed.seat.en).toBe(named);
    expect(chief.rows[0].cells.at(-1)).toContain(named);
    expect(JSON.stringify(chief.rows)).not.toContain('SAM-DEP');
    const { names } = h.house.model;
    const people = Object.entries(names)
      .filter(([person]) => person.startsWith('o-'))
      .map(([, name]) => (name as { zh: string }).zh);
    expect(people.filter((name) => told.includes(name))).toEqual([]);
    expect((await call(h, '/api/v1/accounts')).status).toBe(401);
    expect(await get('/accounts', 'citizen')).toMatchObject({ status: 403, body: { code: 'no-authority' } });
  });

  it('[S3-32] what was bounced and what was stopped just before due open their rows, and pages follow one another', async () => {
    for (const of of ['closed', 'open']) {
      const report = await body(`/accounts?${EVER}&of=${of}`);
      const bounces = await body(`/accounts/signs?${EVER}&of=${of}&limit=200`);
      const pauses = await body(`/accounts/signs?${EVER}&of=${of}&kind=pause&limit=200`);
      expect([bounces.total, pauses.total]).toEqual([report.bounces.times, report.pauses.times]);
      expect(report.pauses.days).toBe(3);
      const leaders = await body(`/accounts/matters?${EVER}&of=${of}&level=leader&part=held`);
      expect(leaders.total).toBe(report.leaders.matters);
    }
    const whole = await body(`/accounts/matters?${EVER}&limit=200`);
    const found: string[] = [];
    for (let after = ''; ; ) {
      const page = await body(`/accounts/matters?${EVER}&limit=2${after && `&after=${after}`}`);
      found.push(...page.rows.map(({ cells }: Any) => cells[0]));
      if (!page.next) break;
      after = page.next;
    }
    expect(found).toEqual(whole.rows.map(({ cells }: Any) => cells[0]));
    const first = await body(`/accounts?${EVER}&limit=1&sort=name`);
    const second = await body(`/accounts?${EVER}&limit=1&sort=name&after=${first.next}`);
    expect([first.rows.length, second.rows.length, first.rows[0].key === second.rows[0].key]).toEqual([1, 1, false]);
  });

  it('a page of no rows or of fewer is none: 422 with the field', async () => {
    for (const path of ['', '/matters', '/signs'])
      for (const limit of ['-1', '0', '1.5', 'ten']) {
        const answer = await fetched(`/accounts${path}?${EVER}&limit=${limit}`);
        expect([path, limit, answer.status, ((await answer.json()) as Any).errors?.[0]?.path]).toEqual([path, limit, 422, 'limit']);
      }
  });

  it('is taken away as a spreadsheet and as text, with the sums exact in seconds', async () => {
    const report = await body(`/accounts?${EVER}&by=level`);
    const sheet = (await readExcel(Buffer.from(await (await fetched(`/accounts.xlsx?${EVER}&by=level`)).arrayBuffer())))[0]!
      .data as Any[][];
    expect(sheet[0]!.slice(0, 3)).toEqual(['Level of seat', 'Matters', 'Total (seconds)']);
    expect(sheet.slice(1).map((line) => line[2])).toEqual([...report.rows, report.total].map(({ seconds }: Any) => seconds));
    const rows = parse(await (await fetched(`/accounts/matters.csv?${EVER}`)).text(), { bom: true }) as string[][];
    expect(rows).toHaveLength(report.total.matters + 1);
    expect(rows[0]).toContain('Each spell (days)');
    for (const path of ['/accounts/signs.csv', '/accounts/signs.xlsx?kind=pause', '/accounts/matters.xlsx'])
      expect((await fetched(path)).status, path).toBe(200);
  });
});
