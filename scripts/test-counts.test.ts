import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countTests, failuresOf, PARTS, readOptions, sum, totalLine } from './test-counts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'banjie-counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

let reports = 0;
function report(...files: { status: string; tests: readonly string[] }[]): string {
  const file = join(folder, `${++reports}.json`);
  const testResults = files.map(({ status, tests }) => ({ status, assertionResults: tests.map((state) => ({ status: state })) }));
  writeFileSync(file, JSON.stringify({ testResults }));
  return file;
}

describe('what npm test counts', () => {
  it('passed, failed and skipped tests', () => {
    const file = report({ status: 'passed', tests: ['passed', 'passed', 'skipped'] }, { status: 'failed', tests: ['passed', 'failed'] });
    expect(countTests(file, 1)).toEqual({ passed: 3, failed: 1, skipped: 1 });
  });

  it('a file that does not load as one failure', () => {
    expect(countTests(report({ status: 'passed', tests: ['passed'] }, { status: 'failed', tests: [] }), 1)).toMatchObject({
      passed: 1,
      failed: 1,
    });
  });

  it('an error outside any test as one failure', () => {
    expect(countTests(report({ status: 'passed', tests: ['passed'] }), 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('no tests at all as one failure, unless that is allowed', () => {
    expect(countTests(join(folder, 'none.json'), 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(countTests(report(), 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(countTests(join(folder, 'none.json'), 0, true)).toMatchObject({ passed: 0, failed: 0 });
    expect(countTests(join(folder, 'none.json'), 1, true)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('and says them in one line', () => {
    expect(
      totalLine(
        sum([
          { passed: 2, failed: 0, skipped: 0 },
          { passed: 1, failed: 1, skipped: 0 },
        ]),
      ),
    ).toBe('3 passed, 1 failed');
    expect(totalLine({ passed: 3, failed: 0, skipped: 2 })).toBe('3 passed, 0 failed, 2 skipped');
  });
});

describe('what failed, said again at the end', () => {
  const none = { passed: 0, failed: 0, skipped: 0 };
  const one = { ...none, failed: 1 };

  it('names the file, the test and the first line of what was said', () => {
    const file = join(folder, 'named.json');
    const failed = { status: 'failed', fullName: 'a list › keeps its row', failureMessages: ['Error: gone\n    at …'] };
    const testResults = [
      { name: join(process.cwd(), 'src/a.test.ts'), status: 'failed', assertionResults: [{ status: 'passed' }, failed] },
      { name: join(process.cwd(), 'src/b.test.ts'), status: 'failed', assertionResults: [], message: 'does not load' },
    ];
    writeFileSync(file, JSON.stringify({ testResults }));
    expect(failuresOf(file, { ...one, failed: 2 }, [])).toEqual([
      'src/a.test.ts › a list › keeps its row › Error: gone',
      'src/b.test.ts › outside any test › does not load',
    ]);
  });

  it('of an error outside any test, what was printed last', () => {
    expect(failuresOf(report({ status: 'passed', tests: ['passed'] }), one, ['Unhandled Error', '', 'read ECONNRESET'])).toEqual([
      'an error outside any test; last printed:',
      'Unhandled Error',
      'read ECONNRESET',
    ]);
    expect(failuresOf(join(folder, 'none.json'), none, ['noise'])).toEqual([]);
  });
});

describe('what npm test is asked', () => {
  it('runs everything when nothing is said', () => {
    expect(readOptions([])).toEqual({ only: PARTS, pg: undefined });
  });

  it('runs some parts in the usual order, on the oldest PostgreSQL when asked', () => {
    expect(readOptions(['--only', 'db,rules', '--pg=15'])).toEqual({ only: ['rules', 'db'], pg: '15' });
  });

  it('refuses what it does not know, with the way forward', () => {
    expect(readOptions(['--only', 'rulez']).error).toMatch(/no part "rulez"[\s\S]*usage: npm test/);
    expect(readOptions(['--pg', '14']).error).toMatch(/takes 15 or 18/);
    expect(readOptions(['--fast']).error).toMatch(/is no option/);
    expect(readOptions(['--only']).error).toMatch(/needs a value/);
  });
});
