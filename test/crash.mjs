// Kills a running load at random moments and counts what was lost: `node test/crash.mjs --kills 50 [--seed 7]`.
// Half of the time only the Node process dies, half of the time PostgreSQL dies with it. Prints
// `acknowledged A, lost 0, half-written 0` and exits 0, or 1 where anything was lost.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({ options: { kills: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' } } });
const kills = Number(values.kills);
const data = mkdtempSync(join(tmpdir(), 'banjie-crash-'));
const child = (mode, ...args) =>
  spawn(process.execPath, ['--import', 'tsx', join(here, 'support', 'crash-load.ts'), mode, ...args], {
    cwd: dirname(here),
    env: { ...process.env, BANJIE_DATA: data, DATABASE_URL: '', BANJIE_COUNTY: 'model' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** A small seeded generator (mulberry32): the same seed kills at the same moments. */
let state = Number(values.seed) >>> 0;
const random = () => {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

const acknowledged = [];
async function liveAndDie(withServer) {
  const load = child('load');
  let first = true;
  const died = new Promise((done) => load.on('exit', done));
  let records = '';
  for await (const line of createInterface({ input: load.stdout })) {
    if (line.startsWith('records ')) records = line.slice(8);
    if (!line.startsWith('ack ')) continue;
    acknowledged.push(line.slice(4));
    if (!first) continue;
    first = false;
    setTimeout(
      () => {
        const server = withServer ? Number(readFileSync(join(records, 'postmaster.pid'), 'utf8').split('\n')[0]) : 0;
        load.kill('SIGKILL');
        if (server > 0) process.kill(server, 'SIGKILL');
      },
      20 + random() * 900,
    ).unref();
  }
  await died;
  if (first) throw new Error('the load never began; the lines above say why');
}

let failed = true;
try {
  for (let k = 0; k < kills; k++) await liveAndDie(random() < 0.5);
  const list = join(data, 'acknowledged.txt');
  writeFileSync(list, acknowledged.join('\n'));
  const check = child('check', list);
  let result = '';
  check.stdout.on('data', (d) => {
    result += d;
  });
  const code = await new Promise((done) => check.on('exit', done));
  const { lost, halfWritten, faults } = JSON.parse(result.trim().split('\n').at(-1));
  console.log(`acknowledged ${acknowledged.length}, lost ${lost}, half-written ${halfWritten}`);
  failed = code !== 0 || lost + halfWritten + faults > 0;
  if (faults > 0) console.log(`the journal shows ${faults} faults`);
} finally {
  rmSync(data, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
