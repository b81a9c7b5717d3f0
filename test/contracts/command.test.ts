import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MODEL_FOLDER } from '../../src/county-files.ts';
import { withClient } from '../../src/platform/database/connection.ts';
import { application, call } from '../support/call.ts';
import { banjieHere, type Env } from '../support/command.ts';
import { dataFolders } from '../support/counties.ts';

const { at, env: envOf, good: goodIn, served } = dataFolders('data');
const env = envOf('data');
const good = (args: readonly string[], more: Env = env) => goodIn(args, more);
const json = async (args: readonly string[], more: Env = env) => JSON.parse(await good(args, more));
const lines = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n');
type Page = { readonly items: readonly { readonly id: string; readonly live: boolean }[]; readonly next?: string };
const items = async (house: Parameters<typeof call>[0], after: string): Promise<Page> =>
  (await call(house, `/api/v1/items?limit=300&after=${encodeURIComponent(after)}`)).body;

describe('every command', () => {
  it('has --help with an example, and says what it does not understand with exit 2', async () => {
    const commands = `| start | county | county create | clock | clock show | clock set | clock advance | db | db url | personas | token | codes | catalogue
      | calendar | calendar show | calendar preview | calendar apply | calendar undo | deadlines | duties
      | catalogue check | catalogue import | catalogue authority | terms | deadline | export | import | verify | rebuild | person | person erase
      | password | password set | password remove | secret | secret rotate | accounts | demo | urgings`;
    for (const command of commands.split('|').map((c) => c.trim().split(' ').filter(Boolean))) {
      const heard = await banjieHere([...command, '--help'], {});
      expect(heard.code, command.join(' ')).toBe(0);
      const example = heard.out.split('Example:\n')[1]?.split(/\n(?! )/)[0];
      expect(example, command.join(' ')).toContain(command.join(' ') === 'start' ? 'npm start' : ['banjie', ...command].join(' '));
      expect(example, 'an example does something').not.toContain('--help');
    }
    for (const wrong of [
      ['frobnicate'],
      ['clock', 'set', 'nonsense'],
      ['clock', 'set', '2026-02-30'],
      ['clock', 'advance', '6x'],
      ['token'],
      ['verify', '--loudly'],
      ['county', 'create', 'A B', '--name', 'x'],
      ...['', '   ', 'x'.repeat(61), 'a\nb', 'a\u200bb'].map((name) => ['county', 'create', '119999', '--name', name]),
      ['county', 'create', '119999', '--name', '县', '--name-en', ' '],
    ])
      expect((await banjieHere(wrong, env)).code, wrong.join(' ')).toBe(2);
    const back = await banjieHere(['clock', 'advance', '-3d'], env);
    expect([back.code, back.err]).toEqual([2, expect.stringContaining('Time only passes forward here')]);
    expect((await banjieHere(['clock', 'advance', '3d', '--loudly'], env)).code).toBe(2);
  });

  it('says in a sentence what is wrong with the environment', async () => {
    const faults: [Env, string][] = [
      [{ PORT: 'abc' }, 'PORT is "abc". Write a number from 0 to 65535'],
      [{ PORT: '70000' }, 'PORT is "70000"'],
      [{ HOST: 'my host' }, 'HOST is "my host". Write an address'],
      [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL is not an address of a PostgreSQL server. Write postgresql://'],
      [{ BANJIE_DATA: '/tmp/a,b' }, 'A comma in the path is not possible'],
      [{ BANJIE_DATA: '/proc/x' }, 'Choose a folder on a disk'],
      [{ BANJIE_DATA: join(import.meta.dirname, 'command.test.ts') }, 'is no folder. Choose a folder'],
      [{ BANJIE_COUNTY: 'Guang An' }, 'BANJIE_COUNTY is "Guang An". Use small letters'],
    ];
    for (const [bad, sentence] of faults) {
      const heard = await banjieHere(['start'], { ...env, ...bad });
      expect([heard.code, heard.out]).toEqual([2, '']);
      expect(heard.err).toContain(sentence);
    }
    const unknown = await banjieHere(['clock', 'show'], { ...env, BANJIE_COUNTY: '511062' });
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('banjie county create 511062')]);
  });

  it('makes no house where there is none: it says which folder it looked in, and what to do', async () => {
    const nowhere = { ...env, BANJIE_DATA: at('no-house') };
    for (const args of [['token', '--persona', 'clerk'], ['clock', 'advance', '1d'], ['db', 'url'], ['rebuild', '--check'], ['personas']]) {
      const said = await banjieHere(args, nowhere);
      expect([said.code, said.out], args.join(' ')).toEqual([1, '']);
      expect(said.err).toContain(`There is no house in ${at('no-house')}. Set BANJIE_DATA`);
    }
    expect(existsSync(at('no-house'))).toBe(false);
  });

  it('codes lists every refusal in both languages', async () => {
    const codes = JSON.parse((await banjieHere(['codes', '--json'], {})).out);
    expect(codes.length).toBeGreaterThan(60);
    for (const { code, status, title, next } of codes) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(status).toBeGreaterThanOrEqual(400);
      for (const text of [title, next]) {
        expect(text.zh).toMatch(/\p{Script=Han}/u);
        expect(text.en).toMatch(/^[^\p{Script=Han}]*[a-z][^\p{Script=Han}]*$/u);
        // Title and way forward are read one after the other.
        expect(text.zh).toMatch(/[。？！]$/);
        expect(text.en).toMatch(/[.?!]$/);
      }
    }
  });
});

describe('the model county', () => {
  it('[S3-40] its catalogue counts as the register says, and has no fault', async () => {
    expect(await json(['catalogue', 'check', '--json'])).toEqual({
      departments: 31,
      items: 223,
      core: 136,
      charges_and_convenience: 62,
      faults: [],
      explained: [],
    });
  });

  it('has a clock of its own, personas and tokens', async () => {
    expect(await json(['clock', 'set', '2026-02-13T09:00', '--json'])).toMatchObject({
      county: 'model',
      model: true,
      now: '2026-02-13T09:00',
      today: '2026-02-13',
    });
    expect(await json(['clock', 'advance', '6d', '--json'])).toMatchObject({ today: '2026-02-19' });
    const personas = await json(['personas', '--json']);
    expect(personas.map((p: { name: string }) => p.name)).toEqual(expect.arrayContaining(['citizen', 'clerk', 'arbiter', 'county-head']));
    expect(await good(['token', '--persona', 'UMB-EX1'])).toMatch(/^[\w-]+\.[\w-]+\n$/);
    expect((await banjieHere(['token', '--persona', 'nobody'], env)).code).toBe(1);
  });

  it('sets its clock back to the last record, and no further', async () => {
    const set = (instant: string) => banjieHere(['clock', 'set', instant], env);
    expect((await set('2026-02-12T09:00')).code).toBe(0);
    expect((await set('2026-02-14T09:00')).code).toBe(0);
    await served(env, async (house) => {
      expect((await call(house, '/api/v1/matters', application())).status).toBe(201);
    });
    // The sweep records the duties of a county that has begun; six days later it finds nothing more.
    expect((await set('2026-02-14T09:01')).code).toBe(0);
    expect((await set('2026-02-20T09:00')).code).toBe(0);
    const behind = await set('2026-02-14T08:59');
    expect([behind.code, behind.err]).toEqual([1, expect.stringContaining('clock-behind-records')]);
    expect(behind.err).toMatch(/records up to 2026-02-14T09:\d\d; .* Set it to 2026-02-14T09:\d\d or later/);
    expect(JSON.parse(await good(['clock', 'show', '--json'])).today).toBe('2026-02-20');
    expect(await good(['clock', 'show'])).toMatch(/^Model County 2026-02-20T/);
    expect((await set('2026-02-14T10:00')).code).toBe(0);
    for (const far of [await set('2151-06-01T09:00'), await banjieHere(['clock', 'advance', '1900w'], env)])
      expect([far.code, far.err]).toEqual([1, expect.stringContaining('clock-too-far')]);
    expect(JSON.parse(await good(['clock', 'show', '--json'])).today).toBe('2026-02-14');
  });

  it('takes in a list whole or not at all, and tells every fault with its row', async () => {
    const before = await good(['export', '-']);
    const [header, ...rows] = lines(join(MODEL_FOLDER, 'catalogue/service-items.csv')) as [string, ...string[]];
    const columns = header.split(',');
    const changed = (id: string, column: string, value: string) => {
      const cells = (rows.find((r) => r.startsWith(`${id},`)) as string)
        .match(/("([^"]|"")*"|[^,]*)(,|$)/g)
        ?.map((c) => c.replace(/,$/, '')) as string[];
      cells[columns.indexOf(column)] = value;
      return cells.slice(0, columns.length).join(',');
    };
    const bad = [
      changed('DRC-L01', 'promised_days_wd', '30'),
      changed('DRC-L02', 'department_code', 'XXX'),
      changed('SAM-L01', 'department_code', 'SAM;DRC'),
      rows.find((r) => r.startsWith('SAM-L02,')),
    ];
    writeFileSync(at('bad.csv'), [header, ...bad].join('\n'));
    const said = await banjieHere(['catalogue', 'import', at('bad.csv')], env);
    expect(said.code).toBe(1);
    for (const told of ['row 2 promised_days_wd DRC-L01', 'row 3 department_code DRC-L02', 'row 4 department_code SAM-L01'])
      expect(said.out).toContain(told);
    expect(said.err).toContain('nothing was changed');
    expect((await good(['export', '-'])).replace(/"clock_offset" : -?\d+/, '')).toBe(before.replace(/"clock_offset" : -?\d+/, ''));
  });
});

describe('a second county', () => {
  const guangan = { ...env, BANJIE_COUNTY: '511602' };

  it('is made, takes in its real list, and says of each item why it is not live', async () => {
    await good(['county', 'create', '511602', '--name', '广安区', '--name-en', "Guang'an District"]);
    expect((await banjieHere(['county', 'create', '511602', '--name', '别名'], env)).code).toBe(1);
    expect(await json(['catalogue', 'import', '--json'], guangan)).toMatchObject({ ok: true, added: 1135 });
    const seen = await served(guangan, async (house) => {
      expect((await call(house, '/healthz')).body.county).toBe('511602');
      const ids: string[] = [];
      for (let page = await items(house, ''); ; page = await items(house, page.next ?? '')) {
        expect(page.items.filter((i) => i.live)).toEqual([]);
        ids.push(...page.items.map((i) => i.id));
        if (!page.next) break;
      }
      const { body } = await call(house, `/api/v1/items/${encodeURIComponent(ids[0] ?? '')}`);
      expect(body.faults.map((f: { code: string }) => f.code)).toEqual(expect.arrayContaining(['no-pledge']));
      const refused = await call(house, '/api/v1/matters', application({ item: ids[0] }), { headers: { 'accept-language': 'en' } });
      expect([refused.status, refused.body.code]).toEqual([422, 'item-not-live']);
      expect(refused.body.title).not.toMatch(/\{|\p{Script=Han}/u);
      return new Set(ids).size;
    });
    expect(seen).toBe(1135);
    const whys = (await json(['catalogue', 'check', '--json'], guangan)) as { items: number };
    expect(whys.items).toBe(1135);
  });

  it('has no clock of its own, and a role that may connect to no other county', async () => {
    const set = await banjieHere(['clock', 'set', '2026-02-13T09:00'], guangan);
    expect([set.code, set.err]).toEqual([1, expect.stringContaining('not-a-model-county')]);
    expect((await banjieHere(['personas'], guangan)).code).toBe(1);
    const [mine, theirs] = [(await good(['db', 'url'], guangan)).trim(), (await good(['db', 'url'])).trim()];
    const as = (url: string, database: string) => withClient(url.replace(/[^/]+$/, database), (db) => db.query('SELECT 1'));
    await expect(as(mine, 'banjie_model')).rejects.toThrow(/permission denied for database/);
    await expect(as(theirs, 'banjie_511602')).rejects.toThrow(/permission denied for database/);
    await as(mine, 'banjie_511602');
    const owner = (await good(['db', 'url', '--owner'])).trim();
    for (const url of [theirs, owner])
      for (const sql of ["UPDATE journal.fact SET kind = 'x' WHERE false", 'DELETE FROM journal.fact WHERE false', 'TRUNCATE journal.fact'])
        await expect(
          withClient(url, (db) => db.query(url === owner ? `SET session_replication_role = replica; ${sql}` : sql)),
          sql,
        ).rejects.toThrow(/permission denied|appended, never changed/);
  });
});
