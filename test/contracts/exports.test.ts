import { parse } from 'csv-parse/sync';
import readExcel from 'read-excel-file/node';
import { beforeAll, expect, it } from 'vitest';
import { setClock } from '../../src/county-clock.ts';
import { call } from '../support/call.ts';
import { openTestHouse } from '../support/house.ts';
import { tellAll, tellMorning } from '../support/story.ts';
import { type Ask, addressOf, SCREENS } from './personas-table.ts';

const h = await openTestHouse();
let number: string;
beforeAll(async () => {
  const told = await tellAll(h.house);
  await tellMorning(h.house, told);
  number = told.sign.number;
  // Limits pass, and the lists of the morning say so.
  for (const day of ['24', '25', '26', '27']) await setClock(h.house, Date.parse(`2026-02-${day}T14:00+08:00`));
});

const asks = Object.entries(SCREENS).flatMap(([path, of]) => of.map((ask): [string, Ask] => [path, ask]));
/** Somebody who may see each. */
const LOOKERS = ['umb-chief', 'auditor', 'cashier', 'clerk'];
async function looker(ask: Ask): Promise<{ as: string; body: Record<string, unknown> }> {
  for (const as of LOOKERS) {
    const { status, body } = await call(h, addressOf(ask.get, number), undefined, { as });
    if (status === 200) return { as, body };
  }
  throw new Error(`nobody of ${LOOKERS.join(', ')} may see ${ask.get}`);
}

it('each list that a screen is given is taken away somewhere, or the table says why it is none', async () => {
  const [untold, gone]: [string[], string[]] = [[], []];
  for (const [path, ask] of asks) {
    const { body } = await looker(ask);
    const told = Object.keys({ ...ask.lists, ...ask.others });
    const several = Object.keys(body).filter((name) => Array.isArray(body[name]));
    const where = (name: string) => `${path} × ${ask.get}: ${name}`;
    untold.push(...several.filter((name) => !told.includes(name)).map(where));
    gone.push(...told.filter((name) => !several.includes(name)).map(where));
  }
  expect(untold, 'neither a file nor a reason').toEqual([]);
  expect(gone, 'no such list').toEqual([]);
});

const DAY = /^\d{4}-\d\d-\d\d( \d\d:\d\d)?$/;
const HAN = /\p{Script=Han}/u;

it('both files of each open elsewhere with the same heads and rows, in both languages, days as days and numbers as numbers', async () => {
  let rows = 0;
  for (const [, ask] of asks)
    for (const get of Object.values(ask.lists ?? {}))
      for (const lang of ['zh', 'en']) {
        const { as } = await looker(ask);
        const fetched = async (kind: string) => {
          const address = addressOf(get, number, kind);
          const answer = await fetch(`${h.url}${address}${address.includes('?') ? '&' : '?'}lang=${lang}`, { headers: h.as(as) });
          expect(answer.status, address).toBe(200);
          const name = decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(answer.headers.get('content-disposition')!)![1]!);
          expect([HAN.test(name), name.endsWith(kind)], name).toEqual([lang === 'zh', true]);
          return Buffer.from(await answer.arrayBuffer());
        };
        // How long somebody has waited goes on between the two: they are of one second where the first is still the same afterwards.
        let [lines, sheet] = [await fetched('.csv'), await fetched('.xlsx')];
        for (let n = 0; n < 20 && !lines.equals(await fetched('.csv')); n++)
          [lines, sheet] = [await fetched('.csv'), await fetched('.xlsx')];
        const csv = parse(lines, { bom: true }) as string[][];
        const read = (await readExcel(sheet))[0]!.data;
        const heads = read[0] as string[];
        const where = `${get} ${lang}`;
        expect(heads, where).toEqual(csv[0]);
        expect(new Set(heads).size, `${where}: ${heads}`).toBe(heads.length);
        for (const head of heads) expect([head.trim() !== '', lang === 'zh' || !HAN.test(head)], `${where}: ${head}`).toEqual([true, true]);
        expect(read.length, where).toBe(csv.length);
        for (const [i, line] of read.entries())
          for (const [j, cell] of i === 0 ? [] : line.entries()) {
            const written = csv[i]![j]!;
            if (DAY.test(written)) expect((cell as unknown) instanceof Date, `${where} ${heads[j]}: ${written}`).toBe(true);
            else if (typeof cell === 'number') expect(written, where).toBe(String(cell));
            else expect(written.replace(/[\p{Cc}]/gu, ' ').replace(/^'/, ''), `${where} ${heads[j]}`).toBe(cell ?? '');
          }
        rows += read.length - 1;
      }
  expect(rows).toBeGreaterThan(100);
});
