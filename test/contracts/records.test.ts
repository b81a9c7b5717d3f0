import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { application, call, WANG } from '../support/call.ts';
import { banjie, banjieHere, type Env, type Said } from '../support/command.ts';
import { dataFolders } from '../support/counties.ts';

const { at, env: envOf, good: goodIn, served } = dataFolders('data', 'second', 'third', 'old');
const [env, elsewhere, third] = [envOf('data'), envOf('second'), envOf('third')];
const good = (args: readonly string[], more: Env = env) => goodIn(args, more);
const lines = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n');
const both = (said: Said) => `${said.out}${said.err}`;

/** A paper handed in: it goes with the person, and its fact still verifies. */
const SCAN = { material: 'M1', name: 'plan.pdf', content: Buffer.from('%PDF-1.4\n%%EOF\n').toString('base64') };

describe('export and import', () => {
  it('give the same county again, to the byte; erased people leave no name', async () => {
    const made = await served(env, (house) =>
      Promise.all(
        ['诸葛待删', '欧阳留下'].map(
          async (name) =>
            (await call(house, '/api/v1/matters', application({ applicant: { ...WANG, name }, form: { note: name }, files: [SCAN] })))
              .body as {
              person: string;
              number: string;
            },
        ),
      ),
    );
    const asked = ['person', 'erase', made[0]?.person ?? ''];
    const warned = await banjieHere(asked, env);
    expect([warned.code, warned.out]).toEqual([1, '']);
    for (const said of [made[0]?.number ?? '', '1 matter still open', '--also-open']) expect(warned.err).toContain(said);
    expect((await banjieHere(['person', 'erase', `t-${made[0]?.number}`], env)).err).toContain('1 matter still open');
    await good(['export', at('before.ndjson')]);
    expect(readFileSync(at('before.ndjson'), 'utf8')).toContain('诸葛待删');
    const erased = await good([...asked, '--also-open']);
    expect(erased).toContain('1 person erased');
    expect(erased).toContain(`Still open, and without them: ${made[0]?.number}.`);
    expect((await banjieHere(['person', 'erase', 'c-nobody'], env)).code).toBe(1);
    await good(['export', at('a.ndjson')]);
    const text = readFileSync(at('a.ndjson'), 'utf8');
    expect([text.includes('诸葛待删'), text.includes('欧阳留下')]).toEqual([false, true]);

    // A process of its own, with a data folder of its own.
    const taken = await banjie(['import', at('a.ndjson')], elsewhere);
    expect([taken.code, taken.err]).toEqual([0, expect.stringMatching(/^\d+ records imported\.\n$/)]);
    expect(await good(['verify'], elsewhere)).toBe('0 faults in 2 facts\n');
    await good(['export', at('b.ndjson')], elsewhere);
    expect(readFileSync(at('b.ndjson')).equals(readFileSync(at('a.ndjson')))).toBe(true);
    expect(await good(['rebuild', '--check'], elsewhere)).toMatch(/^0 rows differ in \d+ tables\n$/);
    const full = await banjieHere(['import', at('a.ndjson')], elsewhere);
    expect([full.code, full.err]).toEqual([1, expect.stringContaining('This house holds 2 facts')]);
  });

  it('erasing who acted for another takes his part and leaves the applicant’s', async () => {
    const agent = { name: '司马代办', idType: 'resident-id', idNumber: '110101198508120008', phone: '13000000009' };
    const applicant = { ...WANG, name: '上官自己' };
    const made = await served(env, async (house) => {
      const { body } = await call(house, '/api/v1/matters', application({ applicant, agent, form: { note: '一间店' } }));
      return body as { number: string; queryCode: string };
    });
    expect((await banjieHere(['person', 'erase', agent.idNumber], env)).err).toContain(made.number);
    expect(await good(['person', 'erase', agent.idNumber, '--also-open'])).toBe(
      'Erased as an agent in 1 matters; what the applicants gave stays.\n',
    );
    expect((await banjieHere(['person', 'erase', agent.idNumber], env)).code).toBe(1);
    await good(['export', at('agent.ndjson')]);
    const text = readFileSync(at('agent.ndjson'), 'utf8');
    for (const gone of [agent.name, agent.idNumber, agent.phone]) expect(text).not.toContain(gone);
    expect(text).toContain('上官自己');
    expect(await good(['verify'])).toMatch(/^0 faults in \d+ facts\n$/);
    expect(await good(['rebuild', '--check'])).toMatch(/^0 rows differ/);
    await served(env, async (house) => {
      const { body } = await call(house, `/api/v1/matters/${made.number}`, undefined, { code: made.queryCode });
      expect(body).toMatchObject({ applicant: { name: '上官自己' }, form: { note: '一间店' }, state: 'received' });
      expect(body.applicant.agent).toBeUndefined();
    });
  });

  it('an officer in office is not erased: the name belongs to the acts of the office', async () => {
    const { person } = (JSON.parse(await good(['personas', '--json'])) as { name: string; person: string }[]).find(
      ({ name }) => name === 'clerk',
    )!;
    const said = await banjieHere(['person', 'erase', person, '--also-open'], env);
    expect([said.code, said.out]).toEqual([1, '']);
    expect(said.err).toMatch(/Nothing was erased: .* holds the seat ASB-W01 .*End the appointment first/);
    await good(['export', at('officer.ndjson')]);
    expect(readFileSync(at('officer.ndjson'), 'utf8')).not.toMatch(new RegExp(`"journal.erasure".*"${person}"`));
  });

  it('find an altered register: the fault names the edition, its table, the row and the field; without seals it is told as not sealed', async () => {
    const all = lines(at('a.ndjson'));
    const item = all.findIndex((line) => line.startsWith('{"t":"catalogue.item_version"'));
    const altered = [...all];
    altered[item] = altered[item]!.replace(/(localCode\\":\\"[^\\]*)/, '$19');
    expect(altered[item]).not.toBe(all[item]);
    const organ = all.findIndex((line) => line.startsWith('{"t":"organisation.organ"'));
    altered[organ] = altered[organ]!.replace(/"name_en" : "/, '"name_en" : "New ');
    writeFileSync(at('altered.ndjson'), `${altered.join('\n')}\n`);
    const found = await banjieHere(['import', at('altered.ndjson')], third);
    const rowOf = (at: number) => JSON.parse(all[at]!).r;
    const named = [
      `catalogue #1: edition-changed (catalogue.item_version ${rowOf(item).id} 1: body.localCode)`,
      `organisation #1: edition-changed (organisation.organ ${rowOf(organ).code}: name_en)`,
    ];
    expect([found.code, found.out.trimEnd().split('\n').sort()]).toEqual([1, named]);

    // Of a seal of an earlier release, which keeps no rows, the table alone is known; a row taken away or added is told as such.
    const bare = altered.map((line) =>
      line.startsWith('{"t":"journal.edition_seal"')
        ? JSON.stringify({ t: JSON.parse(line).t, r: { ...JSON.parse(line).r, lines: undefined } })
        : line,
    );
    writeFileSync(at('bare.ndjson'), `${bare.join('\n')}\n`);
    expect((await banjieHere(['import', at('bare.ndjson')], third)).out.trimEnd().split('\n').sort()).toEqual([
      'catalogue #1: edition-changed (catalogue.item_version)',
      'organisation #1: edition-changed (organisation.organ)',
    ]);
    const charge = all.findLastIndex((line) => line.startsWith('{"t":"catalogue.charge"'));
    writeFileSync(at('gone.ndjson'), `${all.filter((_, i) => i !== charge).join('\n')}\n`);
    expect((await banjieHere(['import', at('gone.ndjson')], third)).out).toBe(
      `catalogue #1: edition-changed (catalogue.charge ${rowOf(charge).id}: gone)\n`,
    );

    const seal = (line: string) => line.startsWith('{"t":"journal.edition_seal"');
    writeFileSync(at('one-gone.ndjson'), `${all.filter((line, i) => !seal(line) || i !== all.findIndex(seal)).join('\n')}\n`);
    expect((await banjieHere(['import', at('one-gone.ndjson')], third)).out).toBe('catalogue #1: seal-missing\n');

    const earlier = `${all.filter((line) => !seal(line)).join('\n')}\n`;
    writeFileSync(at('earlier.ndjson'), earlier);
    const old = envOf('old');
    await good(['import', at('earlier.ndjson')], old);
    const told = (await good(['verify'], old)).trimEnd().split('\n');
    expect(told.at(-1)).toBe('0 faults in 2 facts');
    expect(told).toContain('catalogue #1: not sealed, recorded by an earlier release');
    await good(['export', at('again.ndjson')], old);
    expect(readFileSync(at('again.ndjson'), 'utf8')).toBe(earlier);
  });

  it('report every bad line and change nothing', async () => {
    const good_ = lines(at('a.ndjson'));
    const fact = good_.findIndex((l) => l.startsWith('{"t":"journal.fact"'));
    const bad = [...good_];
    bad[1] = 'not json';
    bad[2] = bad[2]?.replace(/"t":"[^"]+"/, '"t":"no.table"') ?? '';
    bad[fact] = bad[fact]?.replace('"kind" : ', '"kinds" : ') ?? '';
    bad[fact + 1] = bad[fact + 1]?.replace(/"account" : "\w+"/, '"account" : "nobody"') ?? '';
    bad.push(good_.at(-1) ?? '');
    writeFileSync(at('bad.ndjson'), bad.join('\n'));
    const said = await banjieHere(['import', at('bad.ndjson')], third);
    expect(said.code).toBe(1);
    for (const line of [2, 3, fact + 1, fact + 2, bad.length]) expect(both(said)).toContain(`line ${line}: `);
    expect(said.out.match(/^line /gm)).toHaveLength(5);
    expect(said.err).toContain('Nothing was imported.');

    writeFileSync(at('forged.ndjson'), good_.map((l, i) => (i === fact ? l.replace('"actor" : "', '"actor" : "x') : l)).join('\n'));
    const forged = await banjieHere(['import', at('forged.ndjson')], third);
    expect([forged.code, forged.out]).toEqual([1, expect.stringContaining('#1: chain')]);
    expect(await good(['verify'], third)).toBe('0 faults in 0 facts\n');

    // A matter taken out whole, its data too: the register has a gap.
    const number = /"matter" : "([^"]+)"/.exec(good_[fact] ?? '')?.[1] ?? '';
    writeFileSync(at('less.ndjson'), good_.filter((l) => !l.includes(number)).join('\n'));
    const less = await banjieHere(['import', at('less.ndjson')], third);
    expect([less.code, less.out]).toEqual([1, expect.stringContaining(`${number.slice(-6)} #1: number-missing`)]);
    for (const name of ['nowhere/x.ndjson', '.']) expect((await banjieHere(['import', at(name)], third)).code).toBe(2);
    const unwritable = await banjieHere(['export', at('nowhere/x.ndjson')], third);
    expect([unwritable.code, unwritable.err]).toEqual([2, expect.stringContaining('there is no such file or folder')]);
  });

  it('of the first release, whose facts said their leaf too, are taken in', async () => {
    const old = lines(at('a.ndjson')).map((l) =>
      l.startsWith('{"t":"journal.fact"') ? l.replace('"kind" : ', `"leaf" : "\\\\x${'0'.repeat(64)}", "kind" : `) : l,
    );
    writeFileSync(at('old.ndjson'), old.join('\n'));
    expect(old.filter((l) => l.includes('"leaf"')).length).toBeGreaterThan(1);
    await good(['import', at('old.ndjson')], third);
    expect(await good(['verify'], third)).toMatch(/^0 faults in [1-9]/);
  });
});
