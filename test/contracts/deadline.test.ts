import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { ClientBase } from 'pg';
import { describe, expect, it } from 'vitest';
import { lawHere } from '../../src/cli/deadline.ts';
import { walkClocks } from '../../src/cli/stored-clocks.ts';
import { openHouse } from '../../src/open-house.ts';
import { checkoutRoot } from '../../src/platform/checkout.ts';
import { readConfig } from '../../src/platform/config.ts';
import { application, call } from '../support/call.ts';
import { banjie, banjieHere } from '../support/command.ts';
import { dataFolders } from '../support/counties.ts';
import { openTestHouse } from '../support/house.ts';
import { tellAll } from '../support/story.ts';

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

describe('banjie verify --deadlines', () => {
  const { env, good, served } = dataFolders('deadlines');
  const { years, calendar } = lawHere();
  const named = (edition: string) => (edition === calendar.edition ? years : undefined);
  const walked = (db: ClientBase) => walkClocks(db, { years: named, ofSteps: named });

  it('walks every clock on record; one that was forged is named', async () => {
    await tellAll(h.house);
    const owner = await h.db.owner.connect();
    try {
      const { clocks, steps, matters, differ } = await walked(owner as never);
      expect(steps).toBeGreaterThan(3);
      expect(differ).toEqual([]);
      expect(clocks).toBeGreaterThan(10);
      expect(matters).toBeGreaterThan(3);
      await owner.query('BEGIN');
      await owner.query('ALTER TABLE journal.fact DISABLE TRIGGER USER');
      // The first clock of the first term of the first group: its due date is the third value, in days from day 0.
      const forged = await owner.query<{ matter: string; seq: number; body: string }>(
        `SELECT matter, seq, body FROM journal.fact WHERE kind = 'received' ORDER BY matter LIMIT 1`,
      );
      const { matter, seq, body } = forged.rows[0]!;
      const fact = JSON.parse(body);
      fact.clocks[0][4][3][2] += 1;
      await owner.query('UPDATE journal.fact SET body = $3 WHERE matter = $1 AND seq = $2', [matter, seq, JSON.stringify(fact)]);
      const after = await walked(owner as never);
      expect(after.differ).toMatchObject([{ matter, seq, faults: expect.arrayContaining([expect.stringMatching(/^due: says/)]) }]);
      const nowhere = { years: () => undefined, ofSteps: () => undefined };
      expect((await walkClocks(owner as never, nowhere)).differ).toHaveLength(clocks + steps);
      await owner.query('UPDATE journal.fact SET body = $3 WHERE matter = $1 AND seq = $2', [matter, seq, body]);

      // Of a step that was opened its day is the fourth value, in days from the acceptance.
      const opened = await owner.query<{ matter: string; seq: number; body: string }>(
        `SELECT matter, seq, body FROM journal.fact WHERE kind = 'accepted' AND body LIKE '%"assist"%' ORDER BY matter LIMIT 1`,
      );
      const accepted = opened.rows[0]!;
      const moved = JSON.parse(accepted.body);
      const at = moved.steps.findIndex(([id]: [string]) => id === 'assist');
      moved.steps[at][3] -= 1;
      const update = [accepted.matter, accepted.seq, JSON.stringify(moved)];
      await owner.query('UPDATE journal.fact SET body = $3 WHERE matter = $1 AND seq = $2', update);
      const steplike = expect.stringMatching(/^due: says "\d{4}-\d\d-\d\d", walking gives "\d{4}-\d\d-\d\d"$/);
      expect((await walked(owner as never)).differ[0]).toEqual({
        ...{ matter: accepted.matter, seq: accepted.seq },
        ...{ step: `assist:${moved.steps[at][1]}`, faults: [steplike] },
      });
    } finally {
      await owner.query('ROLLBACK');
      owner.release();
    }
  });

  it('says how many, with exit 0 where none differs, and 1 under another calendar', async () => {
    const own = env('deadlines');
    expect(await good(['verify', '--deadlines'], own)).toBe('0 clocks and 0 days of steps of 0 matters, 0 differ\n');
    await served(own, (house) => call(house, '/api/v1/matters', application()));
    const { clocks, matters, differ } = JSON.parse(await good(['verify', '--deadlines', '--json'], own));
    expect([clocks > 0, matters, differ]).toEqual([true, 1, []]);
    const folder = mkdtempSync(join(tmpdir(), 'banjie-calendar-'));
    writeFileSync(join(folder, 'c.json'), JSON.stringify({ edition: calendar.edition, years: years.map((y) => ({ ...y, makeup: [] })) }));
    const said = await banjieHere(['verify', '--deadlines', '--calendar', join(folder, 'c.json')], own);
    rmSync(folder, { recursive: true });
    expect([said.code, said.out]).toEqual([
      1,
      expect.stringMatching(/#1 \w+: due: says(?:.|\n)*\d+ clocks and \d+ days of steps of 1 matters, \d+ differ/),
    ]);

    // [X1] A matter whose clock could not be armed is named too, though every clock there is agrees.
    const opened = await openHouse(readConfig(own, checkoutRoot), own);
    const { rows } = await opened.pool.query("UPDATE matter.matter SET light = 'unarmed' RETURNING number");
    await opened.close();
    const unarmed = await banjieHere(['verify', '--deadlines'], own);
    expect([unarmed.code, unarmed.out]).toEqual([
      1,
      expect.stringMatching(`${rows[0].number}: no clock runs(?:.|\\n)*1 matters without a clock`),
    ]);
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
