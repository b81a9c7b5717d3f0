import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countTests, PARTS, readOptions, sum, totalLine } from './test-counts.mjs';

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
