import readExcel from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { type Column, toCsv, toXlsx } from './sheets.ts';

interface Row {
  readonly name: string | undefined;
  readonly count: number | null;
  readonly due?: string;
  readonly at?: string;
}
const columns: readonly Column<Row>[] = [
  { head: { zh: '名称', en: 'Name' }, text: (r) => r.name },
  { head: { zh: '数量', en: 'Count' }, number: (r) => r.count },
  { head: { zh: '到期日', en: 'Due' }, day: (r) => r.due },
  { head: { zh: '时间', en: 'At' }, instant: (r) => r.at },
];
const rows: readonly Row[] = [
  { name: '示范县青禾, "餐饮"\n有限公司', count: 3, due: '2026-02-13', at: '2026-02-12T16:05:30Z' },
  { name: '=HYPERLINK("http://x")', count: 0 },
  { name: undefined, count: null },
];
const sheet = { name: { zh: '清单', en: 'list' }, day: '2026-02-13', columns, rows };

describe('a list taken away', () => {
  it('as CSV: a byte order mark, the county’s time, and no text that would run as a formula', () => {
    expect(toCsv({ ...sheet, lang: 'zh' })).toBe(
      '\uFEFF名称,数量,到期日,时间\r\n"示范县青禾, ""餐饮""\n有限公司",3,2026-02-13,2026-02-13 00:05\r\n"\'=HYPERLINK(""http://x"")",0,,\r\n,,,\r\n',
    );
  });

  it('as XLSX: numbers are numbers and days are days, by another reader', async () => {
    const [found] = await readExcel(await toXlsx({ ...sheet, lang: 'en' }));
    expect(found?.sheet).toBe('list');
    expect(found?.data).toEqual([
      ['Name', 'Count', 'Due', 'At'],
      ['示范县青禾, "餐饮" 有限公司', 3, new Date('2026-02-13T00:00:00Z'), new Date('2026-02-13T00:05:30Z')],
      ['=HYPERLINK("http://x")', 0, null, null],
    ]);
  });

  it('as XLSX: an instant is read back to the very second', async () => {
    const start = Date.parse('2026-02-12T16:00:00Z');
    // Steps of a prime number of seconds: every minute and second comes up.
    const instants = Array.from({ length: 3000 }, (_, i) => new Date(start + i * 86_477 * 1000).toISOString());
    const many = instants.map((at) => ({ name: undefined, count: null, at }));
    const [found] = await readExcel(await toXlsx({ ...sheet, rows: many, lang: 'zh' }));
    const back = found!.data.slice(1).map((row) => new Date(Number(row[3]) - 8 * 3_600_000).toISOString());
    expect(back).toEqual(instants);
  });
});
