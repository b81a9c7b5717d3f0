import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { AS_IT_IS_2026, CORRECTED_2026, ETHNIC_AREA, NOTICE_2027, STOP_OF_WORK } from '../support/calendars.ts';
import { application, call } from '../support/call.ts';
import { banjieHere } from '../support/command.ts';
import { dataFolders } from '../support/counties.ts';
import { removeFolder, temporaryFolder } from '../support/folders.ts';
import { openTestHouse } from '../support/house.ts';

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
        const { number } = (await call(house, '/api/v1/matters', application({ item }))).body;
        expect((await call(house, `/api/v1/matters/${number}/actions/accept`, {}, { headers })).status).toBe(200);
      }
    });
    expect((await deadlines()).filter(({ provisional }) => provisional).length).toBeGreaterThanOrEqual(2);
    const { settled, after } = await there('2027', NOTICE_2027);
    expect(settled.filter(({ turns }) => turns.includes('no-longer-provisional')).length).toBeGreaterThanOrEqual(2);
    expect(after.filter(({ provisional }) => provisional)).toEqual([]);
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
    expect((await banjieHere(['calendar', 'apply', join(folder, 'nowhere.json')], env)).code).toBe(1);
    expect((await banjieHere(['calendar', 'undo', '--json'], env)).code).toBe(1);
    expect(await deadlines()).toEqual(before);
  });
});

describe('/api/v1/calendar', async () => {
  const h = await openTestHouse();
  const at = '/api/v1/calendar';
  const file = (content: unknown) => ({ file: JSON.stringify(content) });
  let number = '';
  beforeAll(async () => {
    await setClock(h.house, Date.parse('2026-02-26T09:00+08:00'));
    number = (await call(h, '/api/v1/matters', application({ item: 'SAM-L02' }))).body.number;
    await h.act(number, 'clerk', 'accept');
  });

  it('is looked at by every officer, rehearsed by the government office, and changed by the administrator alone', async () => {
    const tried = async (path: string, body: unknown) => {
      const found: Record<string, unknown> = {};
      for (const as of [undefined, 'citizen', 'clerk', 'chief', 'auditor', 'office-director', 'county-head'])
        found[as ?? 'stranger'] = (await call(h, `${at}${path}`, body, { as })).body.code ?? 'yes';
      return found;
    };
    const nobody = {
      stranger: 'sign-in-needed',
      citizen: 'no-authority',
      clerk: 'no-authority',
      chief: 'no-authority',
      auditor: 'no-authority',
    };
    const office = { 'office-director': 'no-authority', 'county-head': 'no-authority' };
    const officers = { clerk: 'yes', chief: 'yes', auditor: 'yes', 'office-director': 'yes', 'county-head': 'yes' };
    expect(await tried('', undefined)).toEqual({ ...nobody, ...officers });
    expect(await tried('/preview', file(ETHNIC_AREA))).toEqual({ ...nobody, 'office-director': 'yes', 'county-head': 'yes' });
    expect(await tried('/apply', file(ETHNIC_AREA))).toEqual({ ...nobody, ...office });
    expect(await tried('/undo', {})).toEqual({ ...nobody, ...office });
    expect((await call(h, at, undefined, { as: 'administrator' })).body).toMatchObject({
      edition: '2026.1',
      mayEnter: true,
      editions: [{ number: 0, names: ['2026.1'], years: [] }],
      last: null,
    });
    expect((await call(h, `${at}/undo`, {}, { as: 'administrator' })).body.code).toBe('calendar-nothing-to-undo');
  });

  it('rehearses, enters, tells it in the matter’s story, and takes back', async () => {
    const as = 'administrator';
    const preview = await call(h, `${at}/preview`, file(ETHNIC_AREA), { as });
    expect(preview.body).toMatchObject({ counts: { later: preview.body.moves.length, citizens: 0, matters: 1 } });
    expect(preview.body.moves[0]).toMatchObject({ matter: number, clock: 'legal', clockName: { en: 'legal limit' } });
    expect((await call(h, `${at}/apply`, { ...file(ETHNIC_AREA), cause: '州庆' }, { as })).body).toEqual(preview.body);
    const told = await call(h, `/api/v1/matters/${number}/story`, undefined, { as: 'auditor', headers: { 'accept-language': 'en' } });
    expect(JSON.stringify(told.body)).toContain('The calendar changed (edition 2026.2)');
    expect(JSON.stringify(told.body)).toContain('Third Month Fair');
    const shown = (await call(h, at, undefined, { as })).body;
    const [entered] = shown.editions;
    expect(entered).toMatchObject({ number: 1, names: ['2026.2'], by: 'o-0008', cause: '州庆', undone: false });
    expect(entered.byName.zh).toMatch(/^\p{Script=Han}+$/u);
    expect(shown.years.find((y: { layer: string }) => y.layer === 'regional')).toMatchObject({ year: 2026, number: 1 });
    expect((await call(h, `${at}/preview`, { undo: true }, { as })).body.moves).toHaveLength(preview.body.moves.length);
    expect((await call(h, `${at}/undo`, {}, { as })).body).toMatchObject({ edition: { number: 2, undoes: 1, name: '2026.1' } });
    const [undone] = (await call(h, at, undefined, { as })).body.editions;
    expect(undone).toMatchObject({ number: 2, undoes: 1, names: ['2026.1'], years: [{ document: ETHNIC_AREA.document }] });
  });

  it('opens each edition that a derivation can name, also one taken back, for officers and on a public page', async () => {
    const as = 'administrator';
    const stopped = (await call(h, `${at}/apply`, file(STOP_OF_WORK), { as })).body.edition;
    const { editions } = (await call(h, at, undefined, { as })).body;
    const names: string[] = editions.flatMap((one: { names: string[] }) => one.names);
    expect([...names.slice(0, 2), names.at(-1)]).toEqual([stopped.name, `${stopped.name}+county`, '2026.1']);
    for (const name of names) {
      const opened = await call(h, `${at}/editions/${encodeURIComponent(name)}`, undefined, { as });
      expect([opened.status, opened.body.name]).toEqual([200, name]);
      const page = await h.app.inject({ url: `/law/calendar/${encodeURIComponent(name)}` });
      expect([page.statusCode, page.body.includes(STOP_OF_WORK.document.zh)]).toEqual([200, name.endsWith('+county')]);
    }
    const overWeekend = { ...STOP_OF_WORK, off: [{ ...STOP_OF_WORK.off[0], to: '2026-03-07' }] };
    const { warnings } = (await call(h, `${at}/preview`, file(overWeekend), { as })).body;
    expect(warnings).toMatchObject([{ code: 'stop-on-rest-day', text: { zh: expect.stringContaining('2026-03-07本来就是休息日') } }]);
    const past = { ...STOP_OF_WORK, off: [{ from: '2026-02-25', to: '2026-02-25', name: '停止办公' }] };
    expect((await call(h, `${at}/preview`, file(past), { as })).body.errors).toMatchObject([{ code: 'stop-past' }]);
    const empty = (await call(h, `${at}/preview`, { file: '' }, { as })).body;
    expect(empty.errors).toMatchObject([{ path: 'file', code: 'required' }]);
    expect((await call(h, `${at}/editions/1999.1`, undefined, { as })).body.code).toBe('not-found');
    expect((await h.app.inject({ url: '/law/calendar/1999.1' })).statusCode).toBe(404);
    await call(h, `${at}/undo`, {}, { as });
  });

  it('refuses a file with every fault under errors, in the reader’s language', async () => {
    const body = file({ ...NOTICE_2027, makeup: ['2027-02-19', '2027-02-20', '2027-02-20'] });
    const refused = await call(h, `${at}/apply`, body, { as: 'administrator', headers: { 'accept-language': 'en' } });
    expect([refused.status, refused.body.code]).toEqual([422, 'calendar-file-faulty']);
    expect(refused.body.errors).toEqual([
      { path: 'makeup[0]', code: 'not-a-weekend', message: 'the make-up day 2027-02-19 is a Friday, no weekend' },
      { path: 'makeup[2]', code: 'duplicate', message: '2027-02-20 is given twice (makeup[1])' },
    ]);
    expect((await call(h, `${at}/apply`, {}, { as: 'administrator' })).body).toMatchObject({
      code: 'invalid-input',
      errors: [{ path: 'file' }],
    });
    expect((await call(h, `${at}/preview`, { file: 'x', layer: 'village' }, { as: 'administrator' })).body.code).toBe('invalid-input');
  });
});
