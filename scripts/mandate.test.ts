import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  compile,
  type Institution,
  json,
  markdown,
  ROWS_PER_DOCUMENT,
  type Row,
  readTree,
  type Title,
  type Tree,
  titlesIn,
} from './mandate.ts';

const fees: Institution = {
  code: 'C15',
  folder: 'fees',
  name: { zh: '收费', en: 'Fees' },
  duty: { zh: '统一收费。', en: 'Charges.' },
  doneWhen: { zh: '对账。', en: 'Reconciled.' },
};

const allRows = (): Row[] =>
  ROWS_PER_DOCUMENT.flatMap((count, s) =>
    Array.from({ length: count }, (_, i) => ({
      id: `S${s}-${String(i + 1).padStart(2, '0')}`,
      zh: '要求',
      en: 'A demand',
      force: 'must' as const,
      institutions: ['fees'],
    })),
  );

const tree = (change: Partial<Tree> = {}): Tree => ({
  rows: allRows(),
  institutions: [fees],
  titles: [],
  built: [],
  exists: () => false,
  ...change,
});

const withRow = (id: string, change: Partial<Row>): Row[] => allRows().map((row) => (row.id === id ? { ...row, ...change } : row));
const title = (words: string, ids: string[], live = true): Title => ({ file: 'src/a.test.ts', title: words, ids, live });
const stateOf = (id: string, given: Tree) => compile(given).mandate.rows.find((row) => row.id === id)?.state;

describe('titles', () => {
  const ids = (source: string, file = 'src/a.test.ts') => titlesIn(file, source).map((found) => [found.ids, found.live]);

  it('finds the ids in the titles of it, test and describe, however they are called', () => {
    expect(ids("it('[S3-30] tells all at once', () => {})")).toEqual([[['S3-30'], true]]);
    expect(ids('describe.sequential(`[S3-30, S3-31] notices`, () => { test(`plain`, f) })')).toEqual([[['S3-30', 'S3-31'], true]]);
    expect(ids("test.each<number>([1])('[S0-35] [S0-36] refuses %i', (n: number) => {})")).toEqual([[['S0-35', 'S0-36'], true]]);
    expect(ids("it.for`a`('[S1-98] monthly', () => {})")).toEqual([[['S1-98'], true]]);
    expect(ids("it('[S4-29] one trip', () => <p>it's done</p>)", 'src/a.test.tsx')).toEqual([[['S4-29'], true]]);
  });

  it('does not count a test that does not run', () => {
    expect(ids("it.skip('[S3-30] later', () => {})")).toEqual([[['S3-30'], false]]);
    expect(ids("it.todo('[S3-30] later')")).toEqual([[['S3-30'], false]]);
    expect(ids("describe.skip('all', () => { it('[S3-30] inside', () => {}) })")).toEqual([[['S3-30'], false]]);
  });

  it('sees nothing in comments, other calls and titles without ids', () => {
    expect(ids("// it('[S3-30] old')\nexpect('[S3-30] text').toBe(1); it('plain', () => {})")).toEqual([]);
  });

  it('names the file it cannot read', () => {
    expect(() => titlesIn('src/broken.test.ts', 'it(')).toThrow('src/broken.test.ts');
  });
});

describe('states', () => {
  it('calls a row tested when a live title names it, and later when only a skipped one does', () => {
    expect(stateOf('S0-36', tree({ titles: [title('[S0-36] refused', ['S0-36'])] }))).toBe('tested');
    expect(stateOf('S0-36', tree({ titles: [title('[S0-36] refused', ['S0-36'], false)] }))).toBe('later');
    expect(stateOf('S0-36', tree())).toBe('later');
  });

  it('calls a row shown or configured only where something stands, never for a plan alone', () => {
    const rows = (change: Partial<Row>) => tree({ rows: withRow('S0-07', change), exists: () => true });
    expect(stateOf('S0-07', rows({ planned: 'shown' }))).toBe('later');
    expect(stateOf('S0-07', rows({ planned: 'shown', where: 'src/page.tsx' }))).toBe('shown');
    expect(stateOf('S0-07', rows({ planned: 'configured', where: 'law/a.yaml' }))).toBe('configured');
  });

  it('counts each row once in the total, and the folders that exist', () => {
    const { mandate } = compile(tree({ titles: [title('[S0-01] a', ['S0-01']), title('[S0-01] b', ['S0-01'])], built: ['fees', 'other'] }));
    expect(mandate.summary).toMatchObject({ rows: 390, tested: 1, later: 389, tests: 2, institutions: 1, built: 1 });
    expect(mandate.institutions[0]?.count.tested).toBe(1);
  });
});

describe('faults', () => {
  const faults = (change: Partial<Tree>) => compile(tree(change)).faults;

  it('finds none when all is in order', () => {
    expect(faults({ titles: [title('[S0-01, S0-02, S0-03] three', ['S0-01', 'S0-02', 'S0-03'])] })).toEqual([]);
  });

  it('reports a missing, a double and an unknown row, all at once', () => {
    const rows = [...allRows().filter((row) => row.id !== 'S2-98'), { ...allRows()[0]!, id: 'S2-99' }, allRows()[1]!];
    expect(faults({ rows })).toEqual([
      'S2-98: the row is missing',
      'S0-02: the row stands twice',
      'S2-99: there is no such row in the mandate',
    ]);
  });

  it('reports an unknown institution and a place where nothing stands', () => {
    const rows = withRow('S0-01', { institutions: ['taxes'], planned: 'shown', where: 'src/gone.tsx' });
    expect(faults({ rows })).toEqual(['S0-01: unknown institution "taxes"', 'S0-01: nothing stands at src/gone.tsx']);
    expect(faults({ rows: withRow('S0-01', { where: 'x' }), exists: () => true })[0]).toContain('needs "planned');
  });

  it('reports a title with more than three ids or an unknown one, skipped or not', () => {
    const four = ['S0-01', 'S0-02', 'S0-03', 'S0-04'];
    expect(faults({ titles: [title('four', four, false)] })).toEqual(['src/a.test.ts: "four" names 4 rows; three at most']);
    expect(faults({ titles: [title('[S3-7] x', ['S3-7'])] })[0]).toContain('names S3-7, which is no row');
  });
});

describe('what is written', () => {
  it('keeps a title with a bar or a bracket inside its table cell', () => {
    const { mandate } = compile(tree({ titles: [title('[S0-01] a | b <c>', ['S0-01'])] }));
    expect(markdown(mandate)).toContain('[S0-01] a \\| b &lt;c> `src/a.test.ts` | tested |');
    expect(JSON.parse(json(mandate)).rows[0].tests).toEqual([{ title: '[S0-01] a | b <c>', file: 'src/a.test.ts' }]);
  });
});

describe('the real files', () => {
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
  const real = readTree(root);

  it('hold all 390 rows once, each in institutions that exist, with no title at fault', () => {
    expect(compile(real).faults).toEqual([]);
    expect(real.institutions.map((one) => one.code)).toEqual(Array.from({ length: 25 }, (_, i) => `C${String(i + 1).padStart(2, '0')}`));
  });

  it('say each demand in one plain sentence of fitting length', () => {
    for (const { id, zh, en } of real.rows) {
      expect([...zh].length, `${id} zh`).toSatisfy((n: number) => n >= 15 && n <= 40);
      expect(en.split(/\s+/).length, `${id} en`).toSatisfy((n: number) => n >= 8 && n <= 22);
      expect(zh, id).toMatch(/^[^。]+。$/);
      expect(en, id).toMatch(/^[A-Z].*\.$/);
    }
    expect(new Set(real.rows.flatMap(({ zh, en }) => [zh, en])).size).toBe(780);
  });
});
