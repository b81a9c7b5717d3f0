// A newcomer's wait: a clean clone, the first `npm start` (packages, build, database, model county) and the second, until the ready line.
//   node bench/start.mjs [--rounds 3]     writes bench/results/start.md
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { endLeftovers, MARK, signal } from '../scripts/leftovers.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const rounds = Number(parseArgs({ options: { rounds: { type: 'string', default: '3' } } }).values.rounds);
const GOALS = { first: 150, second: 6 };
const PATIENCE = 600_000;

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'banjie-start-')));
// The database's own account passes through.
chmodSync(folder, 0o711);
let server;
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(name, async () => {
    if (server) signal(-server.pid, 'SIGKILL');
    await clear();
    process.exit(1);
  });

try {
  const found = { first: [], second: [], load: [] };
  for (let round = 1; round <= rounds; round++) {
    const clone = join(folder, `round ${round}`);
    const data = join(folder, `data${round}`);
    mkdirSync(data);
    chmodSync(data, 0o711);
    const cloned = spawnSync('git', ['clone', '--quiet', root, clone], { encoding: 'utf8' });
    if (cloned.status !== 0) throw new Error(cloned.stderr);
    found.load.push(loadavg()[0]);
    for (const which of ['first', 'second']) {
      const seconds = await start(clone, data);
      found[which].push(seconds);
      console.log(`round ${round}, ${which}: ${seconds.toFixed(1)} s`);
    }
    await endLeftovers(folder);
    forget(data);
    rmSync(clone, { recursive: true, force: true });
  }
  const page = report(found);
  writeFileSync(join(root, 'bench/results/start.md'), page);
  console.log(`\n${page}`);
} finally {
  await clear();
}

/** Seconds from `npm start` to the ready line; then SIGTERM, and wait for its end. */
async function start(clone, data) {
  const { DATABASE_URL: _u, HOST: _h, BANJIE_COUNTY: _c, BANJIE_PG_PACKAGE: _p, ...rest } = process.env;
  const env = { ...rest, PORT: '0', BANJIE_DATA: data, [MARK]: folder };
  const began = performance.now();
  server = spawn('npm', ['start'], { cwd: clone, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let told = '';
  for (const stream of [server.stdout, server.stderr]) stream.setEncoding('utf8').on('data', (text) => (told += text));
  const ended = new Promise((resolve) => server.once('exit', resolve));
  while (!/^Banjie is ready at /m.test(told)) {
    if (server.exitCode !== null || performance.now() - began > PATIENCE) throw new Error(`It did not start:\n${told}`);
    await sleep(10);
  }
  const seconds = (performance.now() - began) / 1000;
  server.kill('SIGTERM');
  await Promise.race([ended, sleep(20_000, undefined, { ref: false })]);
  await endLeftovers(folder);
  server = undefined;
  return seconds;
}

function report({ first, second, load }) {
  const line = (what, list, goal) => {
    const median = list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
    const all = list.map((seconds) => seconds.toFixed(1)).join(', ');
    return `| ${what} | **${median.toFixed(1)}** | ${all} | ≤ ${goal}${median <= goal ? '' : ' ✗'} |`;
  };
  return `# Start

Seconds from \`npm start\` to \`Banjie is ready\`, by \`node bench/start.mjs\`. The first start of a clean clone installs the packages from a warm
npm cache, builds, makes the database and lives the model county; the second finds all of that. ${rounds} rounds, each with a clone and a data
folder of its own. Node ${process.version}, ${cpus().length} processors; load of the machine before each round: ${load.map((n) => n.toFixed(1)).join(', ')}.

| start | median s | all rounds | goal |
|---|---:|---|---:|
${line('first', first, GOALS.first)}
${line('second', second, GOALS.second)}
`;
}

/** Where the database's account cannot reach the data folder, its records stand elsewhere, and the folder says where. */
function forget(data) {
  const note = join(data, 'server.json');
  const cluster = existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')).cluster : undefined;
  if (cluster && !cluster.startsWith(data)) rmSync(dirname(cluster), { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true, maxRetries: 3 });
}

async function clear() {
  await endLeftovers(folder);
  for (let round = 1; round <= rounds; round++) forget(join(folder, `data${round}`));
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
