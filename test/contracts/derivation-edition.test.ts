import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { CORRECTED_2026 } from '../support/calendars.ts';
import { banjieHere } from '../support/command.ts';
import { dataFolders } from '../support/counties.ts';
import { removeFolder, temporaryFolder } from '../support/folders.ts';

const { env: envOf, good } = dataFolders('county');
const env = envOf('county');
const folder = temporaryFolder();
const json = async (...args: string[]) => JSON.parse(await good([...args, '--json'], env));
const written = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

describe('by the calendar and the clock of the county', () => {
  beforeAll(async () => {
    await good(['demo', '--matters', '5', '--from', '2026-02-09', '--to', '2026-02-25', '--seed', '17'], env);
    return () => removeFolder(folder);
  });

  it('every open date is taken away as a table, the register of what comes back too', async () => {
    const path = join(folder, 'deadlines.csv');
    await good(['deadlines', '--csv', path], env);
    const [heads, ...rows] = readFileSync(path, 'utf8').trim().split('\r\n');
    expect([heads, rows.length]).toEqual(['办件,期限,最后一天,谁的,暂定,有条件,暂停中，告知的结束日', (await json('deadlines')).length]);
    expect(await json('duties')).toContainEqual(
      expect.objectContaining({ id: 'disclosure.report-county', due: '2026-03-31', light: 'in-time' }),
    );
    expect(await good(['duties'], env)).toContain('2026-03-31  disclosure.report-county');
    // By the county's clock, not this machine's: on 25 February 2026.
    const terms = join(folder, 'terms.csv');
    await good(['terms', '--csv', terms], env);
    expect(readFileSync(terms, 'utf8')).toMatch(/disclosure\.report-county,[^\r]*2026年3月31日/);
  });

  it('a derivation is verified by the edition that it names, also when another is in force or it was taken back', async () => {
    const derived = async (name: string) =>
      written(name, await good(['deadline', '--amount', '20', '--from', '2026-02-13', '--json'], env));
    const verified = (path: string) => banjieHere(['verify', '--derivation', path], env);
    const corrected = written('moved.json', CORRECTED_2026);
    const first = await derived('first.json');
    const { edition } = await json('calendar', 'apply', corrected);
    const moved = await verified(first);
    expect([moved.code, moved.out.split('\n')]).toEqual([
      0,
      [
        `by edition ${edition.before}; in force is ${edition.name}`,
        'agrees',
        expect.stringMatching(/^by edition .* it would be otherwise: due: says "2026-03-19", must be "2026-03-20"/),
        '',
      ],
    ]);
    const forged = written('forged.json', { ...JSON.parse(readFileSync(first, 'utf8')), due: '2026-03-20' });
    expect(await verified(forged)).toMatchObject({ code: 1, out: expect.stringContaining('due: says "2026-03-20", must be "2026-03-19"') });
    const second = await derived('second.json');
    await json('calendar', 'undo', corrected);
    expect(await verified(first)).toMatchObject({ code: 0, out: 'agrees\n' });
    expect(await verified(second)).toMatchObject({ code: 0, out: expect.stringContaining(`by edition ${edition.name}; in force is`) });
    expect(await json('verify', '--derivation', second)).toMatchObject({ agrees: true, edition: edition.name, inForce: edition.before });
    const strange = written('strange.json', readFileSync(first, 'utf8').replaceAll(edition.before, '1999.1'));
    expect(await verified(strange)).toMatchObject({
      code: 1,
      out: expect.stringMatching(
        /^calendar\.edition: the derivation rests on edition 1999\.1, which this county has not; give --calendar\n/,
      ),
    });
  });
});
