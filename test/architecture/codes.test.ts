import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { institutions } from '../../src/institutions.ts';
import { Refusals } from '../../src/platform/http/problem.ts';
import { fieldWords } from '../../src/platform/http/words.ts';
import { lines } from './rule.ts';
import { isTest, list, nodesOf, parse, read, root } from './source.ts';

/** What is wrong with a field has a code too; `invalid` stands for whatever has none of its own. */
const codes = [
  ...new Set([...new Refusals(institutions.map((one) => one.refusals)).all().map(([code]) => code), ...Object.keys(fieldWords)]),
].sort();

/** A test names a code by writing it as a string of its own, or as the type of a problem. */
const namedIn = (path: string, text: string): string[] =>
  [...nodesOf(parse(path, text))]
    .flatMap((node) => (node.type === 'Literal' && typeof node.value === 'string' ? [node.value] : []))
    .map((value) => value.replace(/^\/codes\//, ''));

const untested = (tests: readonly { path: string; text: string }[]): string[] => {
  const named = new Set(tests.flatMap(({ path, text }) => namedIn(path, text)));
  return codes.filter((code) => !named.has(code));
};

const LIST = 'test/architecture/untested-codes.txt';

/** `BANJIE_SHRINK=1 npx vitest run --project architecture` takes out the lines that can go; it never adds one. */
function shrink(found: readonly string[]): void {
  const kept = read(LIST)
    .split('\n')
    .filter((line) => line.startsWith('#') || line === '' || found.includes(line));
  writeFileSync(resolve(root, LIST), kept.join('\n'));
}

describe('refusal codes', () => {
  const tests = ['src', 'test']
    .flatMap((folder) => list(folder, isTest))
    .filter((path) => !path.startsWith('test/architecture/'))
    .map((path) => ({ path, text: read(path) }));

  it('each has a test that names it, save those of untested-codes.txt, which may only shrink', () => {
    expect(codes.length).toBeGreaterThanOrEqual(80);
    expect(tests.length).toBeGreaterThanOrEqual(25);
    const found = untested(tests);
    if (process.env.BANJIE_SHRINK) shrink(found);
    const listed = lines(LIST);
    expect(
      found.filter((code) => !listed.includes(code)),
      'no test names these',
    ).toEqual([]);
    expect(
      listed.filter((code) => !found.includes(code)),
      'these lines of untested-codes.txt can go',
    ).toEqual([]);
  });

  it('are kebab-case', () => {
    const refusals = codes.filter((code) => !(code in fieldWords));
    expect(refusals.filter((code) => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
  });

  it('a code that no test names, planted, is found', () => {
    const all = { path: 'x.test.ts', text: JSON.stringify(codes) };
    expect(untested([all])).toEqual([]);
    expect(untested([{ path: 'x.test.ts', text: `// 'stale'\n${JSON.stringify(codes.filter((code) => code !== 'stale'))}` }])).toEqual([
      'stale',
    ]);
  });
});
