import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { application, call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();
const get = (path: string, as?: string) => call(h, `/api/v1${path}`, undefined, { as });
const receipt = (as: string, key?: string, body: unknown = {}) => call(h, '/api/v1/urgings/receipt', body, { as, key });
const at = (moment: string) => setClock(h.house, Date.parse(`${moment}+08:00`));
let number: string;

beforeAll(async () => {
  await at('2026-03-02T09:00');
  number = (await call(h, '/api/v1/matters', application({ item: 'SAM-L02' }), { as: 'citizen' })).body.number;
  await h.act(number, 'clerk', 'accept');
  for (const day of ['10', '11', '12', '13']) await at(`2026-03-${day}T09:00`);
});

describe('my lists', () => {
  it('[P19] each person has his own, with the matter, the clock and whose limit it is; one receipt, with its time', async () => {
    const mine = (await get('/urgings/mine', 'section-head')).body;
    expect(mine.waiting).toEqual({ lists: 1, entries: 1 });
    expect(mine.lists[0].entries[0]).toMatchObject({
      matter: number,
      clock: 'promised',
      tier: 'promise',
      due: '2026-03-11',
      over: 2,
      rung: 'section-head',
      read: null,
    });
    const first = await receipt('section-head', 'one');
    expect([first.status, first.body]).toEqual([200, { read: 1 }]);
    // The same request again has the same answer; a new one finds nothing more; there is nothing to be said beside it.
    expect((await receipt('section-head', 'one')).body).toEqual({ read: 1 });
    expect((await receipt('section-head', 'two', { lists: 'all' })).body.code).toBe('invalid-input');
    const again = await receipt('section-head');
    expect([again.status, again.body.code]).toEqual([422, 'no-list-to-read']);
    expect((await get('/urgings/mine', 'section-head')).body.lists[0].read).toMatch(/^2026-03-13T/);
  });

  it('[X3] an unread list shows on the next rung, and at the efficiency office', async () => {
    const unread = (await get('/urgings/mine', 'section-head')).body.unread;
    expect(unread.map(({ lists, last }: { lists: number; last: string }) => [lists, last])).toEqual([
      [1, '2026-03-10'],
      [1, '2026-03-10'],
    ]);
    expect((await get('/urgings/mine', 'efficiency-inspector')).body.unread).toHaveLength(3);
    expect((await get('/urgings/mine', 'umb-section-head')).body.unread).toEqual([]);
  });

  it('[X3] however many lie unread, each person is told with all of his, the newest first', async () => {
    const before = (await get('/urgings/mine', 'section-head')).body.unread;
    const [{ person }] = before;
    await h.db.owner.query(
      `WITH made AS (INSERT INTO urging.list (id, person, day, kind, arrived)
         SELECT l.id || ' ' || n, l.person, l.day - n, l.kind, l.arrived FROM urging.list l, generate_series(1, 230) n
          WHERE l.person = $1 AND l.day = '2026-03-10' RETURNING id, day)
       INSERT INTO urging.entry SELECT e.matter, e.clock, made.day, e.rung, e.person, e.seat, e.stands, e.instead, e.tier, e.organ, made.id, made.day, made.day
         FROM made JOIN urging.entry e ON made.id LIKE e.list || ' %'`,
      [person],
    );
    const after = (await get('/urgings/mine', 'section-head')).body.unread;
    expect(after).toEqual(
      before.map((one: { person: string }) => (one.person === person ? { ...one, lists: 231, first: '2025-07-23' } : one)),
    );
    await h.db.owner.query(`DELETE FROM urging.entry WHERE list LIKE '% %' AND day < '2026-03-10'`);
    await h.db.owner.query(`DELETE FROM urging.list WHERE id LIKE '% %' AND day < '2026-03-10'`);
  });

  it('are for officers; a stranger signs in first, an applicant has none', async () => {
    for (const path of ['/urgings/mine', '/urgings', '/urgings/open', `/matters/${number}/urgings`, '/urgings/leaders'])
      expect([(await get(path)).status, (await get(path, 'citizen')).body.code], path).toEqual([401, 'no-authority']);
  });
});

describe('open urgings', () => {
  it('[X3] by organ and rung, each number the length of its list, as a file too', async () => {
    const { organs } = (await get('/urgings/open', 'efficiency-inspector')).body;
    // Beside the matter’s organ those whose duties are due soon.
    expect(organs.map(({ organ }: { organ: string }) => organ).sort()).toEqual(['EFF', 'GOV', 'JUS', 'SAM']);
    expect(organs.find(({ organ }: { organ: string }) => organ === 'SAM')).toMatchObject({
      organ: 'SAM',
      open: 6,
      unread: 2,
      rungs: { handler: 4, 'section-head': 1, chief: 1, 'portfolio-leader': 0 },
    });
    for (const [query, n] of [
      ['?organ=SAM', 6],
      ['?organ=SAM&rung=handler', 4],
      ['?organ=SAM&state=unread', 2],
      ['?organ=UMB', 0],
      ['?organ=SAM&state=all', 6],
    ] as const)
      expect((await get(`/urgings${query}`, 'efficiency-inspector')).body.total, query).toBe(n);
    const file = await fetch(`${h.url}/api/v1/urgings.csv?lang=zh&organ=SAM`, { headers: h.as('efficiency-inspector') });
    expect(parse(Buffer.from(await file.arrayBuffer()), { bom: true })).toHaveLength(7);
    expect((await get('/urgings?rung=king', 'chief')).body.errors[0].message).toContain('county-head');
    for (const [path, code] of [
      ['/urgings?colour=red', 'parameter-unknown'],
      ['/urgings?organ=SAM&organ=UMB', 'parameter-repeated'],
      ['/urgings/open?organ=SAM', 'parameter-unknown'],
      ['/urgings/mine?person=o-0001', 'parameter-unknown'],
    ] as const)
      expect((await get(path, 'chief')).body.code, path).toBe(code);
    for (const bad of ['?rung=king', '?state=lost']) expect((await get(`/urgings${bad}`, 'chief')).status, bad).toBe(422);
  });

  it("an organ or a person that nobody has is named, not answered with nothing: 'urging-code-unknown'", async () => {
    for (const [query, path, title] of [
      ['organ=XXX', 'organ', 'There is no organ XXX.'],
      ['person=o-9999', 'person', 'There is no person o-9999.'],
    ] as const)
      for (const kind of ['', '.csv', '.xlsx']) {
        const { status, body } = await get(`/urgings${kind}?${query}&lang=en`, 'efficiency-inspector');
        expect([status, body.code, body.title, body.errors[0].path]).toEqual([422, 'urging-code-unknown', title, path]);
      }
    const both = (await get('/urgings?organ=XXX&person=nobody', 'chief')).body;
    expect(both.errors.map(({ path }: { path: string }) => path)).toEqual(['organ', 'person']);
    expect((await get('/urgings?person=o-0008', 'efficiency-inspector')).body.total).toBe(0);
  });

  it('a head sees those of his organ, and nobody else’s', async () => {
    expect((await get('/urgings', 'chief')).body.total).toBe(6);
    expect((await get('/urgings', 'umb-chief')).body.total).toBe(0);
    expect((await get('/urgings', 'examiner-lead')).body.code).toBe('no-authority');
  });

  it('[X3] a matter tells who was urged of it, when, and who has read it', async () => {
    const { urgings } = (await get(`/matters/${number}/urgings`, 'auditor')).body;
    expect(urgings.map(({ rung }: { rung: string }) => rung)).toEqual([
      ...['handler', 'handler', 'section-head', 'chief'],
      // The legal limit's own: it is due soon as well.
      ...['handler', 'handler'],
    ]);
    expect(urgings.filter(({ read }: { read: string | null }) => read).map(({ rung }: { rung: string }) => rung)).toEqual(['section-head']);
  });
});

describe('a clock that cannot be armed', () => {
  it('[X1] is a light of its own on desk and board, a figure in /metrics, an error in the log', async () => {
    await h.db.owner.query("UPDATE matter.matter SET light = 'unarmed' WHERE number = $1", [number]);
    const { counts, work } = (await get('/desk?light=unarmed', 'examiner-lead')).body;
    expect([counts.unarmed, work[0].matter, work[0].light]).toEqual([1, number, 'unarmed']);
    expect((await get('/board', 'clerk')).body.totals.unarmed).toBe(1);
    expect((await get('/board/matters?light=unarmed', 'clerk')).body.total).toBe(1);
    expect(await (await fetch(`${h.url}/metrics`)).text()).toContain('banjie_matters_open{light="unarmed"} 1');
    const { startSweep } = await import('../../src/sweeping.ts');
    const said = await new Promise<string>((tell) => {
      const stop = startSweep(
        h.house,
        (error) => {
          stop();
          tell(String(error));
        },
        3_600_000,
      );
    });
    expect(said).toContain(`clock not armed: ${number}`);
  });
});
