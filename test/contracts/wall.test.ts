import { parse } from 'csv-parse/sync';
import readExcel from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { byNumber, stepOrgans } from '../../src/institutions/licensing/queries/find.ts';
import { addDays } from '../../src/kernel/clock/index.ts';
import type { LocalDate } from '../../src/kernel/clock/types.ts';
import { liveThrough } from '../../src/living.ts';
import { call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';
import { fromFacts, keptPromise } from '../support/recount.ts';

const h = await openTestHouse();
const get = (path: string, as?: string) => call(h, `/api/v1${path}`, undefined, { as });
interface OnWall {
  readonly code: string;
  readonly institution: string;
  readonly name: { zh: string; en: string };
  readonly number: { readonly value: number; readonly label: { zh: string; en: string } } | null;
}
const wallOf = async (as = 'clerk'): Promise<OnWall[]> => (await get('/wall', as)).body.institutions;
const countOn = async (folder: string) => (await wallOf()).find(({ institution }) => institution === folder)?.number?.value;

beforeAll(async () => {
  const period = { matters: 150, from: '2025-12-22' as LocalDate, to: '2026-02-08' as LocalDate, seed: '7' };
  expect((await liveThrough(h.house, period)).ok).toBe(true);
}, 60_000);

const states = async () => (await fromFacts(h.db.app)).map(({ state }) => state);

/** What each number of the wall is, from the journal and the registers, in other words than the wall's own. */
const RECOUNTS: Readonly<Record<string, (today: LocalDate) => Promise<number>>> = {
  catalogue: async (today) => {
    const { rows } = await h.db.owner.query(
      `SELECT count(*)::int AS n FROM (SELECT DISTINCT ON (id) * FROM catalogue.item_version WHERE valid_from <= $1 ORDER BY id, version DESC) v
        WHERE coalesce(valid_to >= $1, true) AND status <> 'cancelled'`,
      [today],
    );
    return rows[0].n;
  },
  licensing: async () => (await states()).filter((s) => s.status !== 'closed').length,
  pledges: async (today) =>
    (await states()).filter((s) => s.decision && s.decision.on > addDays(today, -30) && s.decision.on <= today && !keptPromise(s)).length,
  fees: async () => (await states()).flatMap(({ bills = [] }) => bills.filter(({ state }) => state === 'due')).length,
};

describe('the wall', () => {
  it('has the 25 institutions in order; who is no officer does not see it', async () => {
    const wall = await wallOf('efficiency-inspector');
    expect(wall.map(({ code }) => code)).toEqual(Array.from({ length: 25 }, (_, i) => `C${String(i + 1).padStart(2, '0')}`));
    expect(wall.every(({ name }) => /\p{Script=Han}/u.test(name.zh) && /^[\x20-\x7e–’]+$/.test(name.en))).toBe(true);
    expect((await get('/wall')).body.code).toBe('sign-in-needed');
    expect((await get('/wall', 'citizen')).body.code).toBe('no-authority');
    expect((await get('/wall/licensing')).body.code).toBe('sign-in-needed');
    expect((await get('/wall/licensing.csv', 'citizen')).body.code).toBe('no-authority');
  });

  it('each number equals a recount from the facts, on every day one looks; what is not built has none, and no rows', async () => {
    const wall = await wallOf();
    const counted = wall.filter(({ number }) => number !== null).map(({ institution }) => institution);
    expect(counted.sort()).toEqual(Object.keys(RECOUNTS).sort());
    let some = 0;
    for (const day of ['2026-02-09', '2026-02-25', '2026-03-12']) {
      await setClock(h.house, Date.parse(`${day}T09:00+08:00`));
      for (const [institution, recount] of Object.entries(RECOUNTS)) {
        const value = await countOn(institution);
        expect(value, `${institution} ${day}`).toBe(await recount(day as LocalDate));
        some += value ?? 0;
      }
    }
    expect(some).toBeGreaterThan(300);
    for (const { institution, number } of wall) {
      const { status, body } = await get(`/wall/${institution}?lang=en`, 'clerk');
      expect([institution, status], institution).toEqual([institution, number ? 200 : 404]);
      if (!number) expect([body.code, body.title]).toEqual(['not-built', expect.stringContaining('is not built yet')]);
    }
    expect((await get('/wall/nothing', 'clerk')).body.code).toBe('not-found');
    expect((await get('/wall/establishment?lang=zh', 'clerk')).body.title).toMatch(/尚未建成/);
  });

  it('opens exactly as many rows as the number says, page by page and as a file, with the same cells and types', async () => {
    await setClock(h.house, Date.parse('2026-03-12T09:00+08:00'));
    for (const { institution, number } of await wallOf()) {
      if (!number) continue;
      const rows: { href: string; sign?: string; cells: (string | number | null)[] }[] = [];
      let columns: { head: string; kind: string }[] = [];
      for (let after = ''; ; ) {
        const { body } = await get(`/wall/${institution}?lang=en&after=${encodeURIComponent(after)}`, 'clerk');
        ({ columns } = body);
        rows.push(...body.rows);
        expect(body.total).toBe(number.value);
        if (!body.next) break;
        after = body.next;
      }
      expect(new Set(rows.map(({ cells }) => cells[0])).size, institution).toBe(number.value);
      // A light is drawn with its sign where the list tells of lights.
      const lit = columns.some(({ kind }) => kind === 'sign');
      expect([lit, rows.every(({ sign }) => (sign !== undefined) === lit)], institution).toEqual([institution === 'licensing', true]);
      const fetched = async (kind: string) =>
        Buffer.from(await (await fetch(`${h.url}/api/v1/wall/${institution}.${kind}?lang=en`, { headers: h.as('clerk') })).arrayBuffer());
      const local = (iso: string) => new Date(Date.parse(iso) + 28_800_000).toISOString().slice(0, 16).replace('T', ' ');
      const csv = parse(await fetched('csv'), { bom: true }) as string[][];
      expect(csv[0]).toEqual(columns.map(({ head }) => head));
      expect(csv.slice(1)).toEqual(
        rows.map(({ cells }) => cells.map((c, i) => (columns[i]!.kind === 'instant' && c ? local(String(c)) : String(c ?? '')))),
      );
      const sheet = (await readExcel(await fetched('xlsx')))[0]!.data;
      expect(sheet).toHaveLength(number.value + 1);
      for (const [n, { cells }] of rows.entries())
        for (const [i, { kind }] of columns.entries()) {
          const [read, shown] = [sheet[n + 1]![i], cells[i]];
          const where = `${institution} ${n} ${kind}`;
          if (shown === null) expect(read, where).toBeNull();
          else if (kind === 'number') expect([typeof read, read], where).toEqual(['number', shown]);
          else if (kind === 'day') expect((read as unknown as Date).toISOString().slice(0, 10), where).toBe(shown);
          else if (kind === 'instant') expect(Math.round(Number(read) / 1000), where).toBe(Date.parse(String(shown)) / 1000 + 28_800);
          else expect(read, where).toBe(shown);
        }
    }
  });
});

describe('a line of a list', () => {
  it('knows without folding what the whole matter says: lead, version of the item, and who was given a step', async () => {
    let given = 0;
    for (const { number, state } of await fromFacts(h.db.app)) {
      const [row] = await byNumber(h.db.app, number, 1);
      expect(stepOrgans(row!.given), number).toEqual(state.steps.map(({ organ }) => organ));
      expect([row!.number, row!.lead, row!.person, row!.version]).toEqual([number, state.lead, state.person, state.itemVersion]);
      given += state.steps.length;
    }
    expect(given).toBeGreaterThan(100);
  });
});

describe('the tour', () => {
  it('has six stops, each a page that answers, with what is really there', async () => {
    await setClock(h.house, Date.parse('2026-03-12T09:00+08:00'));
    for (const lang of ['zh', 'en']) {
      const { body, status } = await call(h, '/tour', undefined, { headers: { 'accept-language': lang } });
      expect(status).toBe(200);
      const stops = String(body).split('<li class="card"').slice(1);
      expect(stops).toHaveLength(6);
      const links = stops.map((stop) => [...stop.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&')));
      expect(links.every((of) => of.length > 0)).toBe(true);
      for (const href of links.flat()) {
        const page = await call(h, href);
        expect([href, page.status]).toEqual([href, 200]);
        const anchor = href.split('#')[1];
        if (anchor) expect(page.body).toContain(`id="${anchor}"`);
        if (href.includes('/verify?')) expect(page.body).toMatch(/<code class="address">[0-9a-f]{64}<\/code>/);
      }
      expect(links[1]![0]).toMatch(/^\/track\/20\d\d-\w+-\d{6}\?code=\w+$/);
      const late = links[4]!.find((href) => href.includes('/decisions?'))!;
      const { body: rows } = await call(h, late.replace('/workbench', '/api/v1'), undefined, { as: 'clerk' });
      // What the sentence counts is what its own button opens, of the period that it names.
      const days = new URLSearchParams(late.split('?')[1]).get('days');
      expect(stops[4]).toMatch(
        new RegExp(lang === 'zh' ? `近 ${days} 天.*有${rows.total}件` : `last ${days} days .* ${rows.total} of its`),
      );
    }
    expect((await call(h, '/')).body).toContain('href="/tour"');
  });

  it('shows nobody’s own application: only matters that were lived', async () => {
    const { rows } = await h.db.owner.query(
      'SELECT g.matter, p.value FROM licensing.guided g JOIN matter.matter m ON m.number = g.matter JOIN journal.person_data p ON p.person = m.person AND p.key = $1 || m.number',
      ['identity:'],
    );
    expect(rows.length).toBeGreaterThan(0);
    // Lived people have numbers that are given to nobody.
    for (const { value } of rows) expect(JSON.parse(value).phone).toMatch(/^1990000/);
    await h.db.owner.query('DELETE FROM licensing.guided');
    const { body } = await call(h, '/tour', undefined, { headers: { 'accept-language': 'en' } });
    expect(body).toContain('No matter has been lived in this county yet');
    expect(body).not.toContain('/track/20');
  });
});
