// A newcomer's first minutes: a clean clone in a folder with a space in its name, `npm start`, a question, SIGTERM; then once more.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { endLeftovers, leftovers, MARK, signal } from '../scripts/leftovers.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'banjie-clean-')));
chmodSync(folder, 0o711);
const clone = join(folder, 'a b');
const data = join(folder, 'data');
mkdirSync(data);
chmodSync(data, 0o711);

const say = (line) => process.stdout.write(`${line}\n`);
const counts = { passed: 0, failed: 0 };
function check(what, good, detail = '') {
  counts[good ? 'passed' : 'failed']++;
  say(`${good ? '✓' : '✗'} ${what}${detail && ` (${detail})`}`);
  return good;
}

let server;
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(name, async () => {
    if (server) signal(-server.pid, 'SIGKILL');
    await clear();
    process.exit(1);
  });

try {
  const cloned = git('clone', '--quiet', root, clone);
  if (check('clones into a folder with a space in its name', cloned.status === 0, cloned.stderr.trim())) {
    await startAndStop('first', 300_000);
    await startAndStop('second', 60_000);
    const changed = git('-C', clone, 'status', '--porcelain').stdout.trim();
    check('a start changes no file that git knows', changed === '', changed.split('\n').slice(0, 5).join(', '));
  }
} catch (error) {
  check('no surprise', false, error instanceof Error ? error.message : String(error));
} finally {
  await clear();
}
if (process.env.BANJIE_COUNTS) writeFileSync(process.env.BANJIE_COUNTS, `${counts.passed} ${counts.failed} 0\n`);
say(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;

async function startAndStop(which, patience) {
  const began = Date.now();
  const { DATABASE_URL: _u, HOST: _h, BANJIE_COUNTY: _c, BANJIE_PG_PACKAGE: _p, ...rest } = process.env;
  const env = { ...rest, PORT: '0', BANJIE_DATA: data, [MARK]: folder };
  server = spawn('npm', ['start'], { cwd: clone, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let told = '';
  for (const stream of [server.stdout, server.stderr]) stream.setEncoding('utf8').on('data', (text) => (told += text));
  const ended = new Promise((resolve) => server.once('exit', (code, name) => resolve(code ?? name)));
  const ready = /^Banjie is ready at (http:\/\/127\.0\.0\.1:\d+)$/m;
  while (!ready.test(told) && server.exitCode === null && Date.now() - began < patience) await sleep(20);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const url = ready.exec(told)?.[1];
  if (!check(`the ${which} start is ready`, url !== undefined, `${seconds} s`)) {
    say(told);
    signal(-server.pid, 'SIGKILL');
    return;
  }
  const response = await fetch(`${url}/healthz`);
  const health = await response.json();
  const { applied, known } = health.migrations ?? {};
  const well = response.status === 200 && health.status === 'ready' && health.county === 'model' && applied > 0 && applied === known;
  check('healthz says ready', well, JSON.stringify(health));

  const asked = Date.now();
  server.kill('SIGTERM');
  const code = await Promise.race([ended, sleep(10_000, 'nothing within 10 s', { ref: false })]);
  check('SIGTERM ends it with exit 0 within 10 s', code === 0, `exit ${code} after ${((Date.now() - asked) / 1000).toFixed(1)} s`);
  const left = leftovers(folder);
  check('no process is left', left.length === 0, left.join(' '));
  await endLeftovers(folder);
  server = undefined;
}

function git(...args) {
  return spawnSync('git', args, { encoding: 'utf8', env: { ...process.env, GIT_TERMINAL_PROMPT: '0' } });
}

/** Where the database's account cannot reach the data folder, its records stand elsewhere, and the folder says where. */
async function clear() {
  await endLeftovers(folder);
  const note = join(data, 'server.json');
  const cluster = existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')).cluster : undefined;
  if (cluster && !cluster.startsWith(data)) rmSync(dirname(cluster), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
