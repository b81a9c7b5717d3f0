import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { shaped } from '../kernel/shape.ts';
import { type DataFile, dataFile } from './data-file.ts';

const NAME = 'county/x/y.yaml';
const schema = z.strictObject({
  since: z.iso.date(),
  hours: z.number().int().min(1).max(24).multipleOf(2).optional(),
  rows: z.array(z.strictObject({ id: z.string().min(1), kind: z.enum(['a', 'b']), of: z.union([z.string(), z.array(z.string()).min(1)]) })),
});
const GOOD = 'since: 2026-01-05\nrows:\n  - { id: one, kind: a, of: x }\n  - { id: two, kind: b, of: [y] }\n';
const read = (text: string | Uint8Array) => dataFile(Buffer.from(text), NAME);
const faultsOf = (file: DataFile) => {
  const shape = shaped(schema, file.value);
  return [...file.faults, ...(shape.ok ? [] : file.told(shape.faults))];
};
const of = (text: string | Uint8Array) => faultsOf(read(text)).map(({ line, text: said }) => `${line} ${said.en}`);
const instead = (from: string, to: string) => of(GOOD.replace(from, to));
const gb = (text: string) => Uint8Array.from([...text].flatMap((letter) => (letter === '县' ? [0xcf, 0xd8] : [letter.charCodeAt(0)])));

describe('a file that people write', () => {
  it('is read with a mark at its head, with the ends of lines of Windows, and as JSON', () => {
    for (const text of [GOOD, `\uFEFF${GOOD}`, GOOD.replaceAll('\n', '\r\n'), `# 县\n---\n${GOOD}`, JSON.stringify(read(GOOD).value)])
      expect(of(text), text).toEqual([]);
    expect(of(GOOD.replaceAll('\n', '\r\n').replace('kind: b', 'kind: c'))).toEqual([expect.stringMatching(/^4 rows #2 kind: is “c”/)]);
  });

  it.each([
    ['', '1 the file is empty'],
    ['# nothing\n', '1 the file is empty'],
    ['just words\n', '1 must be a group of “name: value” and is a text'],
    ['- 1\n', '1 must be a group of “name: value” and is a list'],
    [`${GOOD}---\nsince: 2026-01-05\n`, '5 a second document begins here'],
    [gb(`# 县\n${GOOD}`), '1 is not written in UTF-8 (it looks like GB18030)'],
    [Buffer.from(`\uFEFF${GOOD}`, 'utf16le'), '1 is not written in UTF-8 (it looks like UTF-16LE)'],
  ])('as a whole: %j', (text, said) => expect(of(text)).toEqual([expect.stringContaining(said)]));

  it.each([
    ['kind: a', 'kind: c', '3 rows #1 kind: is “c”; write one of: a, b'],
    ['kind: a', 'kind: 1', '3 rows #1 kind: is “1”; write one of: a, b'],
    [', kind: a', '', '3 rows #1 kind: is missing; add it'],
    ['kind: a', 'kind: a, more: 1', '3 rows #1 more: does not belong here; remove or correct it. What may stand here: id, kind, of'],
    ['id: one', 'id: [one]', '3 rows #1 id: must be a text and is a list'],
    ['id: one', 'id: ', '3 rows #1 id: must be a text and is empty'],
    ['id: one', 'id: ""', '3 rows #1 id: must not be empty'],
    ['of: x', 'of: 5', '3 rows #1 of: must be a text or a list and is a number'],
    ['of: [y]', 'of: []', '4 rows #2 of: must have at least 1'],
    ['of: [y]', 'of: [y, 5]', '4 rows #2 of #2: must be a text and is a number'],
    ['of: [y]', 'of: { a: b }', '4 rows #2 of: must be a text or a list and is a group of “name: value”'],
    ['2026-01-05', '2026-02-30', '1 since: “2026-02-30” must be a day that exists; write it YYYY-MM-DD'],
    ['2026-01-05', '5.1.2026', '1 since: “5.1.2026” must be a day that exists'],
    ['2026-01-05', '20260105', '1 since: must be a text and is a number'],
    ['since: 2026-01-05', 'from: 2026-01-05', '1 from: does not belong here'],
    ['2026-01-05', '2026-01-05\nhours: 0', '2 hours: must be at least 1'],
    ['2026-01-05', '2026-01-05\nhours: 26', '2 hours: must be at most 24'],
    ['2026-01-05', '2026-01-05\nhours: 3', '2 hours: must be a multiple of 2'],
    ['2026-01-05', '2026-01-05\nhours: 2.5', '2 hours: must be a whole number'],
    ['2026-01-05', '2026-01-05\nhours: yes', '2 hours: must be a number and is a text'],
    ['2026-01-05', '2026-01-05\nsince: 2026-01-06', '2 Map keys must be unique'],
    ['2026-01-05', '2026-01-05\nrows: []', '3 Map keys must be unique'],
    ['id: one', 'id: !foo one', '3 a tag (“!…”) cannot be used'],
    ['id: one', 'id: *two', '3 the alias *two names nothing before it'],
    ['  - { id: one', '\t- { id: one', '3 the line is indented with a tab'],
    ['kind: a, of: x }', 'kind: a, of: x', '4 reading breaks off here'],
    ['id: one', 'id: "one', '5 reading breaks off here'],
    ['rows:\n', 'rows\n', '2 reading breaks off here'],
    ['id: one', 'id: @one', '3 reading breaks off here'],
    ['id: one,', 'id: one, id: two,', '3 Map keys must be unique'],
    ['2026-01-05', '2026-01-05\n   hours: 2', '1 reading breaks off here'],
  ])('a part of it: %s written %s', (from, to, said) => {
    const found = instead(from, to);
    expect(found, found.join('\n')).toContainEqual(expect.stringContaining(said));
  });

  it('every fault is told, in Chinese too, with its line', () => {
    const text = GOOD.replace('kind: a', 'kind: c').replace('id: two, ', '').replace('2026-01-05', '2026-02-30\nsince: x\nhours: 3');
    expect(of(text)).toHaveLength(5);
    for (const { line, text: said } of faultsOf(read(text))) {
      expect(line).toBeGreaterThan(0);
      expect(said.zh).toMatch(/请/);
      expect(said.zh).toMatch(/。$/);
      expect(said.en).toMatch(/\.$/);
    }
  });

  it('what stands before the place where reading breaks off is told with it, and nothing is guessed of the rest', () => {
    const found = instead('  - { id: two, kind: b, of: [y] }', '  - { id: two, kind: b, of: [y }\n  - { id: 5 }').map((one) =>
      one.slice(0, 40),
    );
    expect(found).toEqual([expect.stringMatching(/^[45] reading breaks off/)]);
    expect(of(`${GOOD.replace('kind: a', 'kind: c')}  - { id: [\n`).map((one) => one.slice(0, 20))).toEqual([
      expect.stringMatching(/^[56] reading breaks/),
      expect.stringMatching(/^3 rows #1 kind: is/),
    ]);
  });
});
