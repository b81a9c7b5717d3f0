import { describe, expect, it } from 'vitest';
import { type Rule, testRules } from './rule.ts';
import { isProduct, isTest, list, read, type Source } from './source.ts';

const uses = (file: Source, bad: (use: string) => boolean) => [...new Set(file.uses.filter(bad))];
const isRoot = (path: string) => /^src\/(cli\/|[^/]+\.ts$)/.test(path);
const MOST_LINES = 250;

const rules: readonly Rule[] = [
  {
    name: 'chinese-stands-in-words',
    broken: (file) =>
      isProduct(file.path) && !/\/(words|words\/[^/]+|seed[^/]*)\.ts$/.test(file.path)
        ? file.texts.filter((text) => /\p{Script=Han}/u.test(text)).map((text) => JSON.stringify(text.trim().slice(0, 60)))
        : [],
    planted: ['src/portal/x.tsx', `export const Title = () => <h1>办结</h1>;`],
    fine: ['src/portal/x.tsx', `/** 行政许可法 art. 32. */ export const title = 'Handled to the end'; // 办结`],
  },
  {
    name: 'a-file-fits-in-the-head',
    broken: (file) => (file.lines > MOST_LINES && !file.path.endsWith('/words.ts') ? [`${file.lines} lines`] : []),
    planted: ['src/kernel/x.ts', 'export {};\n'.repeat(MOST_LINES + 1)],
    fine: ['src/kernel/x.ts', 'export {};\n'.repeat(MOST_LINES)],
  },
  {
    name: 'rules-make-no-instants',
    broken: (file) =>
      isProduct(file.path) &&
      /^src\/(kernel\/|institutions\/[^/]+\/(rules|permissions|permits|definition|projection|schema))/.test(file.path)
        ? uses(file, (use) => /^(new Date\(|Date\(\)|Date\.(?!UTC)|performance\.|Math\.random)/.test(use))
        : [],
    planted: ['src/kernel/clock/x.ts', `export const day = new Date('2026-02-13').getDay();`],
    fine: ['src/kernel/clock/x.ts', `export const ms = Date.UTC(2026, 1, 13);`],
  },
  {
    name: 'nobody-asks-for-the-time',
    broken: (file) =>
      isProduct(file.path) && !isRoot(file.path) && !file.path.startsWith('src/platform/')
        ? uses(file, (use) => /^(new Date\(\)|Date\(\)|Date\.now|performance\.now)/.test(use))
        : [],
    planted: ['src/institutions/licensing/view.ts', `export const now = () => new Date().toISOString();`],
    fine: ['src/institutions/licensing/view.ts', `export const iso = (s: number) => new Date(s * 1000).toISOString();`],
  },
  {
    name: 'no-console',
    broken: (file) => (isTest(file.path) ? [] : uses(file, (use) => use.startsWith('console.'))),
    planted: ['src/main.ts', `console.log('ready');`],
  },
  {
    name: 'only-roots-and-platform-see-the-process',
    broken: (file) =>
      isProduct(file.path) && /^src\/(kernel|institutions|portal|pictures|workbench)\//.test(file.path)
        ? uses(file, (use) => use.startsWith('process.'))
        : [],
    planted: ['src/portal/x.ts', `export const port = process.env.PORT;`],
  },
];

testRules('style', rules);

describe('the temporary folder', () => {
  it('is left as it was: who makes a folder there removes it', () => {
    const makers = ['src', 'test', 'scripts', 'bench']
      .flatMap((folder) => list(folder, (path) => /\.(tsx?|mjs)$/.test(path)))
      .filter((path) => /mkdtempSync\(/.test(read(path)));
    expect(makers.length).toBeGreaterThan(15);
    expect(makers.filter((path) => !/rmSync\(|removeFolder\(/.test(read(path)))).toEqual([]);
  });
});

describe('outside src', () => {
  it('no file of ours is longer either', () => {
    const files = ['bin', 'scripts', 'test', '.ci'].flatMap((folder) => list(folder, (path) => /\.([cm]?[jt]sx?)$/.test(path)));
    expect(files.length).toBeGreaterThanOrEqual(20);
    const long = files.map((path) => ({ path, lines: read(path).trimEnd().split('\n').length })).filter(({ lines }) => lines > MOST_LINES);
    expect(long).toEqual([]);
  });
});
