/**
 * Proves that the tests of the rules can fail: turns the refusals off one by one, in a copy of the tree, and expects red.
 *
 *   npm run bite                                 all of them; tens of minutes
 *   npm run bite -- --only paused                one code, or all of a part of the tree: --only rules/fees.ts
 *   npm run bite -- --sample 12 --seed 7         a few, drawn by the seed
 *   npm run bite -- --record                     all of them, and docs/bite.md says what came of it
 *
 * Only the pure tests of the same room run, those that name the code first and the nearest before the others.
 * Exit 1 where a refusal can be turned off and nobody notices.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createVitest, type TestModule, type TestSpecification, type Vitest } from 'vitest/node';
import { chosen, isRule, record, refusalsIn, type Site, testsInOrder, turnedOff } from './bite-sites.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
/** Longer than any test of a rule takes: the rule that was turned off goes round in circles. */
const PATIENCE = 180_000;

const options = parseArgs({
  options: { only: { type: 'string' }, sample: { type: 'string' }, seed: { type: 'string', default: '1' }, record: { type: 'boolean' } },
});
const { only, sample, seed } = options.values;
const recorded = options.values.record && only === undefined && sample === undefined;

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'banjie-bite-')));
const copy = path.join(folder, 'tree');
/** Test files that were seen to be green on the untouched tree. */
const green = new Set<string>();
let vitest: Vitest | undefined;
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => process.exit(130));

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
} finally {
  await vitest?.close();
}

async function main(): Promise<number> {
  const files = copyTree();
  const sites = chosen(
    files.flatMap((file) => (isRule(file, read(file)) ? refusalsIn(file, read(file)) : [])),
    { only, sample: sample === undefined ? undefined : Number(sample), seed: Number(seed) },
  );
  if (sites.length === 0) {
    console.error('No such refusal.');
    return 2;
  }
  vitest = await createVitest('test', { root: copy, watch: false, project: ['rules'], bail: 1, reporters: [{}] });
  const tests = new Map<string, TestSpecification>();
  for (const spec of await vitest.globTestSpecifications()) {
    const file = path.relative(copy, spec.moduleId).replaceAll('\\', '/');
    if (/^src\/(institutions|kernel)\//.test(file)) tests.set(file, spec);
  }
  const sources = new Map([...tests.keys()].map((file) => [file, read(file)]));
  const results: { site: Site; by?: string }[] = [];
  for (const [i, site] of sites.entries()) {
    const began = Date.now();
    const by = await bitten(site, testsInOrder(site, sources), tests);
    results.push({ site, by });
    const where = `${site.file}:${site.line} ${site.code}`;
    console.log(
      `[${i + 1}/${sites.length}] ${by === undefined ? 'NOT bitten' : 'bitten'} ${where} (${by ?? 'no test noticed'}, ${tenths(began)} s)`,
    );
  }
  if (recorded) writeFileSync(path.join(root, 'docs/bite.md'), record(results));
  const caught = results.filter(({ by }) => by !== undefined).length;
  console.log(`${sites.length} refusals, ${caught} caught, ${sites.length - caught} not`);
  return caught === sites.length ? 0 : 1;
}

/** The test that noticed, or undefined. A test that is red before anything is turned off notices nothing: that is an error. */
async function bitten(site: Site, groups: readonly (readonly string[])[], tests: ReadonlyMap<string, TestSpecification>) {
  const file = path.join(copy, site.file);
  const source = read(site.file);
  for (const group of groups) {
    const untouched = await red(group.filter((name) => !green.has(name)).flatMap((name) => tests.get(name) ?? []));
    if (untouched !== undefined) throw new Error(`Before anything was turned off there is red: ${untouched}`);
    for (const name of group) green.add(name);
    write(file, turnedOff(source, site));
    const by = await red(group.flatMap((name) => tests.get(name) ?? []));
    write(file, source);
    if (by !== undefined) return by;
  }
  return undefined;
}

/** The first test that fails; a file that does not even load fails too. */
async function red(specs: TestSpecification[]): Promise<string | undefined> {
  if (!vitest || specs.length === 0) return undefined;
  const overdue = setTimeout(() => {
    console.error('A test does not end; stopped.');
    process.exit(2);
  }, PATIENCE);
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specs);
  clearTimeout(overdue);
  const run = testModules.filter((one) => specs.some((spec) => spec.moduleId === one.moduleId));
  const failed = run.find((one) => one.state() === 'failed');
  if (failed) return `${path.basename(failed.moduleId)}: ${firstFailure(failed)}`;
  return unhandledErrors.length > 0 ? String(unhandledErrors[0]) : undefined;
}

function firstFailure(module: TestModule): string {
  for (const test of module.children.allTests('failed')) return test.name;
  return module.errors()[0]?.message ?? 'fails as a whole';
}

/** What git knows, as it stands on the disk now. */
function copyTree(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'], {
    cwd: root,
    encoding: 'utf8',
  });
  const gone = execFileSync('git', ['ls-files', '-z', '--deleted'], { cwd: root, encoding: 'utf8' }).split('\0');
  const files = listed.split('\0').filter((file) => file !== '' && file !== 'node_modules' && !gone.includes(file));
  for (const file of files) cpSync(path.join(root, file), path.join(copy, file));
  symlinkSync(realpathSync(path.join(root, 'node_modules')), path.join(copy, 'node_modules'));
  return files;
}

function read(file: string): string {
  return readFileSync(path.join(copy, file), 'utf8');
}

function write(file: string, source: string): void {
  writeFileSync(file, source);
  vitest?.invalidateFile(file);
}

function tenths(began: number): string {
  return ((Date.now() - began) / 1000).toFixed(1);
}
