// What `npm test` was asked, and what came of it: pure but for reading one report.
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

export const PARTS = ['mandate', 'types', 'lint', 'rules', 'rules-tz', 'architecture', 'db', 'contracts', 'journeys'];

export const usage = `usage: npm test [-- [--only ${PARTS.join(',')}] [--pg 15]]

Example:
  npm test -- --only rules,db --pg 15`;

/** `--only a,b` some parts, in the usual order; `--pg 15` the oldest PostgreSQL instead of the usual one. */
export function readOptions(args) {
  const options = { only: PARTS, pg: undefined };
  for (let i = 0; i < args.length; i++) {
    const [name, given] = args[i].split('=', 2);
    if (name === '--help' || name === '-h') return { help: true };
    if (name !== '--only' && name !== '--pg') return { error: `${args[i]} is no option.\n${usage}` };
    const value = given ?? args[++i];
    if (!value) return { error: `${name} needs a value.\n${usage}` };
    if (name === '--pg') {
      if (value !== '15' && value !== '18') return { error: `--pg takes 15 or 18, not ${value}.\n${usage}` };
      options.pg = value === '18' ? undefined : value;
      continue;
    }
    const asked = value.split(',');
    const unknown = asked.find((part) => !PARTS.includes(part));
    if (unknown !== undefined) return { error: `There is no part "${unknown}".\n${usage}` };
    options.only = PARTS.filter((part) => asked.includes(part));
  }
  return options;
}

/** A file that does not load and an error outside any test count as one failure each: neither may pass for green. */
export function countTests(reportFile, exitCode, mayBeEmpty) {
  if (!existsSync(reportFile)) {
    // Without a test file vitest writes no report; a project may only be empty where that is said.
    return { passed: 0, failed: exitCode === 0 && mayBeEmpty ? 0 : 1, skipped: 0 };
  }
  const { testResults } = JSON.parse(readFileSync(reportFile, 'utf8'));
  const of = (...states) => testResults.flatMap((f) => f.assertionResults).filter((t) => states.includes(t.status)).length;
  const broken = testResults.filter((f) => f.status === 'failed' && !f.assertionResults.some((t) => t.status === 'failed')).length;
  const counts = { passed: of('passed'), failed: of('failed') + broken, skipped: of('skipped', 'pending', 'todo', 'disabled') };
  const empty = counts.passed + counts.failed + counts.skipped === 0 && !mayBeEmpty;
  const silent = exitCode !== 0 && counts.failed === 0;
  return { ...counts, failed: counts.failed + (empty || silent ? 1 : 0) };
}

/** What failed, a line each: file, test, the first line of what was said; of an error outside any test, what the run printed last. */
export function failuresOf(reportFile, counts, printed) {
  if (counts.failed === 0) return [];
  const files = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')).testResults : [];
  const line = (file, test, message = '') =>
    [file.name && relative(process.cwd(), file.name), test, message.trim().split('\n')[0].slice(0, 300)].filter(Boolean).join(' › ');
  const named = files.flatMap((file) => {
    const failed = file.assertionResults.filter((t) => t.status === 'failed');
    if (failed.length > 0) return failed.map((t) => line(file, t.fullName, t.failureMessages?.[0]));
    return file.status === 'failed' ? [line(file, 'outside any test', file.message)] : [];
  });
  return named.length > 0
    ? named
    : ['an error outside any test; last printed:', ...printed.filter((said) => said.trim() !== '').slice(-30)];
}

export const sum = (results) =>
  results.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

export const totalLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
