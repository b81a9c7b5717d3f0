import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { call } from '../support/call.ts';
import { banjie, banjieHere } from '../support/command.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();
const ZONES = ['Pacific/Kiritimati', 'America/New_York', 'Asia/Shanghai', 'UTC'];
const QUESTIONS: readonly (readonly [args: readonly string[], query: string, due: string])[] = [
  [['--amount', '20', '--unit', 'wd', '--from', '2026-02-13'], 'amount=20&unit=wd&from=2026-02-13', '2026-03-19'],
  [['--amount', '1', '--unit', 'mo', '--from', '2026-01-31'], 'amount=1&unit=mo&from=2026-01-31', '2026-02-28'],
  [
    ['--amount', '20', '--from', '2026-02-13', '--pause', '2026-03-02..2026-03-06:expert-review'],
    'amount=20&from=2026-02-13&pause=2026-03-02..2026-03-06:expert-review',
    '2026-03-26',
  ],
  [['--amount', '26', '--unit', 'h', '--from', '2026-04-29T10:30'], 'amount=26&unit=h&from=2026-04-29T10:30', '2026-04-30T12:30'],
  [['--amount', '20', '--from', '2026-12-04'], 'amount=20&from=2026-12-04', '2027-01-04'],
  // Counted back from a hearing, and to a rest day; a duty that comes back.
  [['--term', 'licensing.hearing-notice', '--from', '2026-03-12'], 'term=licensing.hearing-notice&from=2026-03-12', '2026-03-03'],
  [['--term', 'decision.hearing-papers', '--from', '2026-05-12'], 'term=decision.hearing-papers&from=2026-05-12', '2026-04-30'],
  [['--term', 'disclosure.report-county', '--from', '2026-03-31'], 'term=disclosure.report-county&from=2026-03-31', '2026-03-31'],
];

describe('one date for one question', () => {
  it.each(QUESTIONS)('by API, page and command, the very same: %s', async (args, query, due) => {
    const { status, body } = await call(h, `/api/v1/deadline?${query}`);
    expect([status, body.due]).toEqual([200, due]);
    const said = await banjieHere(['deadline', ...args, '--json'], {});
    expect(JSON.parse(said.out)).toEqual(body);
    const page = await (await fetch(`${h.url}/deadline?${query}`)).text();
    expect(page).toContain(`dateTime="${due}"`);
    const paper = await (await fetch(`${h.url}/deadline?${body.question}&view=paper&lang=en`)).text();
    expect(paper).toContain(`dateTime="${due}"`);
    // Where it can be asked again, and by whom and on which day it was worked out.
    expect(paper).toContain(`${h.url}/deadline?`);
    expect(paper).toMatch(/worked out on \w{3} \d+ \w{3} \d{4} by calendar edition/);
  });

  it('in whatever time zone the machine stands', async () => {
    const [args, , due] = QUESTIONS[0]!;
    const heard = await Promise.all(ZONES.map((TZ) => banjie(['deadline', ...args, '--json'], { TZ })));
    expect(heard.map(({ code }) => code)).toEqual(ZONES.map(() => 0));
    expect(new Set(heard.map(({ out }) => out)).size).toBe(1);
    expect(JSON.parse(heard[0]!.out).due).toBe(due);
  });

  it('is refused alike: code, place, and what the law lists', async () => {
    const query = 'amount=20&from=2026-02-13&pause=2026-03-02..2026-03-06:lunch';
    const { status, body } = await call(h, `/api/v1/deadline?${query}`, undefined, { headers: { 'accept-language': 'en' } });
    expect([status, body.code, body.errors[0].path]).toEqual([422, 'ground-not-listed', 'pause.0.ground']);
    expect(body.next).toContain('expert-review');
    const page = await fetch(`${h.url}/deadline?${query}`, { headers: { 'accept-language': 'en' } });
    const html = await page.text();
    expect(page.status).toBe(422);
    expect(html).toMatch(/id="f-pause-0-ground-error"[^>]*>.*lunch.* is no ground/);
  });
});

/** Questions with up to three pauses and two extensions, lawful or not. */
const LIMITS = ['amount=20', 'amount=45&unit=cd', 'term=licensing.decide', 'term=disclosure.reply', 'term=penalty.decide'];
const asking = fc.record({
  limit: fc.constantFrom(...LIMITS),
  from: fc.integer({ min: 0, max: 27 }).map((n) => `2026-02-${String(n + 1).padStart(2, '0')}`),
  pauses: fc.array(
    fc.tuple(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 0, max: 3 }), fc.constantFrom('testing', 'hearing', 'third-party-opinion')),
    {
      maxLength: 3,
    },
  ),
  extend: fc.array(fc.constantFrom('5', '10', '10@2026-03-02'), { maxLength: 2 }),
});

it('many a pause and an extension: one answer by API, page and command', async () => {
  const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}`;
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(asking, async ({ limit, from, pauses, extend }) => {
      const query = [limit, `from=${from}`, ...extend.map((one) => `extend=${one}`)];
      for (const [first, more, ground] of pauses) query.push(`pause=${day(first)}..${day(first + more)}:${ground}`);
      const { status, body } = await call(h, `/api/v1/deadline?${query.join('&')}`);
      const args = query
        .join('&')
        .split('&')
        .flatMap((part) => [`--${part.split('=')[0]}`, part.slice(part.indexOf('=') + 1)]);
      const said = JSON.parse((await banjieHere(['deadline', ...args, '--json'], {})).out);
      const page = await fetch(`${h.url}/deadline?${query.join('&')}`, { headers: { 'accept-language': 'en' } });
      const html = await page.text();
      expect(page.status).toBe(status);
      if (status === 200) {
        expect(said).toEqual(body);
        expect(html).toContain(`dateTime="${body.due}"`);
        // The page's own link to the same as JSON.
        const link = /href="(\/api\/v1\/deadline\?[^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&');
        expect((await call(h, link)).body).toEqual(body);
      } else
        expect(body.errors.map(({ code, path }: Record<string, string>) => [code, path])).toEqual(
          said.errors.map(({ code, path }: Record<string, string>) => [code, path]),
        );
      seen.add(status === 200 ? `${pauses.length} ${extend.length}` : body.code);
    }),
    { seed: 20260213, numRuns: 60 },
  );
  expect([...seen]).toEqual(expect.arrayContaining(['2 0', '0 1', 'extended-too-often', 'pauses-overlap']));
  expect(seen).not.toContain('parameter-repeated');
}, 60_000);

describe('the page of the calculator', () => {
  it('keeps every typed value where something is wrong', async () => {
    const typed = {
      term: '',
      amount: '-7',
      unit: 'weeks',
      from: '2026-02-30',
      whose: 'citizen',
      'pause.0.from': '2026-03-09',
      'pause.0.to': '2026-03-01',
      'pause.0.ground': 'lunch',
      'extend.0.amount': 'many',
      'extend.0.on': 'soon',
    };
    const html = await (await fetch(`${h.url}/deadline?${new URLSearchParams(typed)}`, { headers: { 'accept-language': 'en' } })).text();
    for (const value of ['-7', '2026-02-30', '2026-03-09', '2026-03-01', 'many', 'soon']) expect(html).toContain(`value="${value}"`);
    for (const value of ['weeks', 'lunch']) expect(html).toMatch(new RegExp(`<option value="${value}" selected=""`));
    expect(html).toMatch(/<input[^>]*value="citizen"[^>]*checked=""|checked=""[^>]*value="citizen"/);
    for (const id of ['amount', 'unit', 'from', 'pause-0-to', 'pause-0-ground', 'extend-0-amount', 'extend-0-on'])
      expect(html, id).toContain(id === 'pause-0-to' ? 'f-pause-0-to' : `id="f-${id}-error"`);
  });

  it('is led to from /law and from the foot of every page', async () => {
    for (const path of ['/law', '/']) expect(await (await fetch(`${h.url}${path}`)).text()).toContain('href="/deadline"');
  });
});

describe('a parameter is never dropped in silence', () => {
  const asked = 'amount=20&unit=wd&from=2026-02-13';

  it("one that nobody knows is named: 'parameter-unknown'; one that stands twice too: 'parameter-repeated'", async () => {
    for (const [more, code, path] of [
      ['&until=2026-05-01', 'parameter-unknown', 'until'],
      ['&view=paper', 'parameter-unknown', 'view'],
      ['&from=2026-02-16', 'parameter-repeated', 'from'],
      ['&pause=2026-03-02..2026-03-02:expert-review'.repeat(25), 'parameter-repeated', 'pause'],
    ] as const) {
      const { status, body } = await call(h, `/api/v1/deadline?${asked}${more}`);
      expect([status, body.code, body.errors[0].path], more).toEqual([422, code, path]);
    }
    expect((await call(h, `/api/v1/deadline?${asked}&lang=en`)).status).toBe(200);
  });

  it('and the page says so, and keeps its form', async () => {
    const page = await fetch(`${h.url}/deadline?${asked}&until=2026-05-01`, { headers: { 'accept-language': 'en' } });
    const html = await page.text();
    expect([page.status, html.includes('There is no parameter “until” here.'), html.includes('value="2026-02-13"')]).toEqual([
      ...[422, true, true],
    ]);
    expect((await fetch(`${h.url}/deadline?${asked}&large=1&lang=en&view=paper`)).status).toBe(200);
  });
});
