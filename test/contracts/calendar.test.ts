import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { AS_IT_IS_2026, CORRECTED_2026, ETHNIC_AREA, NOTICE_2027, STOP_OF_WORK } from '../support/calendars.ts';
import { call, whole } from '../support/call.ts';
import { banjieHere } from '../support/command.ts';
import { dataFolders } from '../support/counties.ts';
import { removeFolder, temporaryFolder } from '../support/folders.ts';

interface Deadline {
  readonly matter: string;
  readonly clock: string;
  readonly due: string;
  readonly whose: string;
  readonly provisional: boolean;
}
interface Move {
  readonly matter: string;
  readonly clock: string;
  readonly from: string;
  readonly to: string;
  readonly whose: string;
  readonly turns: readonly string[];
}

const { env: envOf, good, served } = dataFolders('county');
const env = envOf('county');
const folder = temporaryFolder();
const json = async (...args: string[]) => JSON.parse(await good([...args, '--json'], env));
const written = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const deadlines = (): Promise<Deadline[]> => json('deadlines');
const changed = (before: Deadline[], after: Deadline[]) =>
  after.flatMap((d) => {
    const was = before.find((b) => b.matter === d.matter && b.clock === d.clock);
    return was && was.due !== d.due ? [`${d.matter} ${d.clock} ${was.due} ${d.due}`] : [];
  });

describe('banjie calendar', () => {
  beforeAll(async () => {
    await good(['demo', '--matters', '60', '--from', '2026-02-09', '--to', '2026-02-25', '--seed', '17'], env);
    return () => removeFolder(folder);
  });

  /** Rehearsed, entered, taken back: the dates after are those rehearsed, the dates at the end those of before. */
  const there = async (name: string, file: unknown): Promise<{ moves: Move[]; settled: Move[]; after: Deadline[] }> => {
    const path = written(`${name}.json`, file);
    const before = await deadlines();
    const preview = await json('calendar', 'preview', path);
    expect(await deadlines()).toEqual(before);
    const applied = await json('calendar', 'apply', path);
    expect(applied).toEqual(preview);
    const after = await deadlines();
    expect(applied.moves.map((m: Move) => `${m.matter} ${m.clock} ${m.from} ${m.to}`).sort()).toEqual(changed(before, after).sort());
    for (const move of applied.moves) expect(Object.keys(move)).toEqual(['matter', 'clock', 'from', 'to', 'whose', 'turns']);
    await good(['verify'], env);
    await good(['verify', '--deadlines'], env);
    await good(['rebuild', '--check'], env);
    // Whoever asks for a date is answered by the calendar in force, at the command as at the page.
    const asked = await served(env, (house) => call(house, '/api/v1/deadline?amount=60&from=2026-02-13'));
    expect(await json('deadline', '--amount', '60', '--from', '2026-02-13')).toEqual(asked.body);
    const other = await banjieHere(['calendar', 'undo', written('other.json', { ...ETHNIC_AREA, year: 2031 }), '--json'], env);
    expect([other.code, JSON.parse(other.out).code, other.err]).toEqual([
      1,
      'calendar-other-edition',
      expect.stringContaining(applied.edition.name),
    ]);
    expect((await json('calendar', 'undo', path)).moves).toHaveLength(applied.moves.length);
    expect(await deadlines()).toEqual(before);
    await good(['verify'], env);
    await good(['verify', '--deadlines'], env);
    await good(['rebuild', '--check'], env);
    return { moves: applied.moves, settled: applied.settled, after };
  };

  it('[S1-38] a corrected make-up day: what counts it moves, and back', async () => {
    const { moves } = await there('corrected', CORRECTED_2026);
    expect(moves.length).toBeGreaterThan(10);
    expect(moves.every(({ from, to }) => to > from)).toBe(true);
  });

  it('the holiday of an ethnic area: later by its days, and back', async () => {
    const { moves } = await there('area', ETHNIC_AREA);
    expect(moves.some(({ clock }) => clock === 'legal')).toBe(true);
    expect(moves.every(({ from, to }) => to > from)).toBe(true);
  });

  it('a stop of work by the county: promises move, what the law sets an organ does not, and back', async () => {
    const { moves } = await there('stop', STOP_OF_WORK);
    expect(moves.some(({ clock }) => clock === 'promised')).toBe(true);
    expect(moves.filter(({ clock }) => ['legal', 'acceptance', 'delivery'].includes(clock))).toEqual([]);
  });

  it('the notice of 2027: what was provisional is certain', async () => {
    await good(['clock', 'set', '2026-12-14T09:00'], env);
    const headers = { authorization: `Bearer ${(await good(['token', '--persona', 'clerk'], env)).trim()}` };
    await served(env, async (house) => {
      for (const item of ['SAM-L02', 'UMB-L01', 'DRC-L01']) {
        const { number } = (await call(house, '/api/v1/matters', whole(item))).body;
        expect((await call(house, `/api/v1/matters/${number}/actions/accept`, {}, { headers })).status).toBe(200);
      }
    });
    expect((await deadlines()).filter(({ provisional }) => provisional).length).toBeGreaterThanOrEqual(2);
    const { settled, after } = await there('2027', NOTICE_2027);
    expect(settled.filter(({ turns }) => turns.includes('no-longer-provisional')).length).toBeGreaterThanOrEqual(2);
    // Duties that come back in later years stay provisional.
    expect(after.filter(({ provisional, due }) => provisional && due < '2028')).toEqual([]);
  });

  it('[S3-38] shows the years with status, document and edition, and nothing of a year nobody knows', async () => {
    const shown = await json('calendar', 'show', '2026');
    expect(shown.years).toMatchObject([{ year: 2026, layer: 'national', status: 'official', number: 0, sealed: false }]);
    expect((await json('calendar', 'show')).editions.length).toBeGreaterThanOrEqual(2);
    expect(await good(['calendar', 'show', '2026'], env)).toContain('2026-02-15 2026-02-23');
    // In both languages, and once: a document that stood in for a cause is not told again.
    const entry = (await good(['calendar', 'show'], env))
      .split('\n')
      .find((line) => line.startsWith('entry') && line.includes(NOTICE_2027.document.zh))!;
    expect([entry.split(NOTICE_2027.document.zh).length, entry.includes(NOTICE_2027.document.en)]).toEqual([2, true]);
    const unknown = await banjieHere(['calendar', 'show', '2031'], env);
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('Nothing is known of 2031')]);
    expect((await banjieHere(['calendar', 'show', 'soon'], env)).code).toBe(2);
  });

  it('a file with faults is refused whole, each fault by its place; so is one that says nothing new', async () => {
    const bad = written('bad.csv', 'date,kind,name,weekday\n2027-03-08,off,a,周二\n2027-03-08,off,a,\n2027-03-10,work,,\n');
    const before = await deadlines();
    for (const act of ['preview', 'apply']) {
      const refused = await banjieHere(['calendar', act, bad, '--document', 'x', '--layer', 'regional', '--json'], env);
      expect([refused.code, JSON.parse(refused.out).faults.map((f: { place: string; code: string }) => `${f.place} ${f.code}`)]).toEqual([
        1,
        ['line 2 wrong-weekday', 'line 3 duplicate', 'line 4 not-a-weekend'],
      ]);
    }
    const same = await banjieHere(['calendar', 'apply', written('same.json', AS_IT_IS_2026)], env);
    expect([same.code, same.err]).toEqual([1, expect.stringContaining('(calendar-unchanged)')]);
    expect((await banjieHere(['calendar', 'apply', join(folder, 'nowhere.json')], env)).code).toBe(2);
    expect((await banjieHere(['calendar', 'undo', '--json'], env)).code).toBe(1);
    expect(await deadlines()).toEqual(before);
  });
});
