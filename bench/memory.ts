// Memory of the served product under load: node --import tsx bench/memory.ts [--seconds 120] [--matters 3000]   writes bench/results/memory.md
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { figure, readExposition } from '../test/support/exposition.ts';
import { benchFolder } from './folder.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '120' }, matters: { type: 'string', default: '3000' } } });
const seconds = Number(values.seconds);
const GOAL_MB = 300;
const IN_FLIGHT = 32;
const MB = 2 ** 20;

const root = join(import.meta.dirname, '..');
const folder = benchFolder();
const env = { ...process.env, BANJIE_DATA: join(folder, 'data'), PORT: '0', BANJIE_LOG: 'info' };
const banjie = (...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/banjie.js', ...args], { cwd: root, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return stdout.trim();
};

banjie('demo', '--matters', values.matters);
const token = banjie('token', '--persona', 'clerk');
const server = spawn(process.execPath, ['bin/banjie.js', 'start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'ignore'] });
const url = await new Promise<string>((ready) => {
  let said = '';
  server.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    const at = /ready at (http:\S+)/.exec(said)?.[1];
    if (at) ready(at);
  });
});
try {
  write(await measure(url, token, () => server.pid as number));
} finally {
  server.kill('SIGTERM');
  await new Promise((ended) => server.once('exit', ended));
}

interface Measured {
  readonly idle: number;
  readonly samples: readonly number[];
  readonly peak: number | undefined;
  readonly after: number;
  readonly requests: number;
  readonly failed: number;
}

async function measure(url: string, token: string, pid: () => number): Promise<Measured> {
  const now = async () => (figure(readExposition(await (await fetch(`${url}/metrics`)).text()), 'process_resident_memory_bytes') ?? 0) / MB;
  const idle = await now();
  const until = Date.now() + seconds * 1000;
  const counts = { requests: 0, failed: 0 };
  const samples: number[] = [];
  const load = Array.from({ length: IN_FLIGHT }, (_, i) => drive(url, token, i, until, counts));
  while (Date.now() < until) {
    await sleep(1000);
    samples.push(await now());
  }
  await Promise.all(load);
  await sleep(10_000);
  const status = process.platform === 'linux' ? readFileSync(`/proc/${pid()}/status`, 'utf8') : '';
  const high = /VmHWM:\s+(\d+)/.exec(status)?.[1];
  return { idle, samples, peak: high === undefined ? undefined : Number(high) / 1024, after: await now(), ...counts };
}

/** What a busy day asks: pages of the portal, the officers' lists, files, acts, lists to take away, wrong addresses. */
async function drive(url: string, token: string, i: number, until: number, counts: { requests: number; failed: number }): Promise<void> {
  const officer = { authorization: `Bearer ${token}` };
  const json = { 'content-type': 'application/json' };
  const paper = Buffer.alloc(200_000, `%PDF-1.4 ${i}`).toString('base64');
  const paths = [
    '/',
    '/items',
    '/items/UMB-L05',
    `/items?q=${encodeURIComponent('开饭店')}`,
    '/decisions',
    '/mandate',
    '/law',
    '/apply/SAM-L01',
    '/nothing',
  ];
  const lists = [
    'desk',
    'board',
    'board/matters',
    'matters',
    `search?q=${encodeURIComponent('食品')}`,
    'desk.xlsx',
    'desk.csv',
    'openapi.json',
  ];
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${url}${path}`, init);
    counts.requests++;
    if (answer.status >= 500) counts.failed++;
    const text = await answer.text();
    return { status: answer.status, text };
  };
  for (let n = i; Date.now() < until; n++) {
    await ask(paths[n % paths.length]!);
    await ask(`/api/v1/${lists[n % lists.length]}`, { headers: officer });
    const body = {
      item: 'SAM-L02',
      applicant: { kind: 'person', name: '王小满', idType: 'resident-id', idNumber: '110101199003070003' },
      form: { subject: `第${n}家店` },
      ...(n % 5 === 0 && { files: [{ material: 'M1', name: 'a.pdf', content: paper }] }),
    };
    const filed = await ask('/api/v1/matters', { method: 'POST', headers: json, body: JSON.stringify(body) });
    if (filed.status !== 201) continue;
    const { number, queryCode } = JSON.parse(filed.text);
    const seen = ['M1', 'M3', 'M4', 'M5', 'M6', 'M7'].filter((code) => n % 5 !== 0 || code !== 'M1');
    const papers = { method: 'POST', headers: { ...officer, ...json }, body: JSON.stringify({ seen }) };
    await ask(`/api/v1/matters/${number}/actions/check-papers`, papers);
    await ask(`/api/v1/matters/${number}/actions/accept`, { method: 'POST', headers: { ...officer, ...json }, body: '{}' });
    await ask(`/track/${number}?code=${queryCode}`);
    await ask(`/api/v1/matters/${number}`, { headers: officer });
  }
}

function write({ idle, samples, peak, after, requests, failed }: Measured): void {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (q: number) => (sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0).toFixed(0);
  const quarters = [0, 1, 2, 3].map((q) => samples.slice((q * samples.length) / 4, ((q + 1) * samples.length) / 4));
  const means = quarters.map((part) => (part.reduce((a, b) => a + b, 0) / Math.max(1, part.length)).toFixed(0));
  const most = Math.max(peak ?? 0, ...samples);
  const text = `# Memory under load

${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), load average ${loadavg()[0]?.toFixed(1)}; client, server and PostgreSQL on
the same machine. A county of ${values.matters} lived matters; ${IN_FLIGHT} callers for ${seconds} s: portal pages, desk, board, search, lists as CSV and XLSX, filing (one in
five with a paper of 200 kB), acting, tracking. Resident memory of the server's process, PostgreSQL not counted.

| | MB |
|---|---:|
| at rest | ${idle.toFixed(0)} |
| under load, median | ${at(0.5)} |
| under load, 95 % | ${at(0.95)} |
| by quarters of the time | ${means.join(', ')} |
| most | ${most.toFixed(0)} (goal: at most ${GOAL_MB}) |
| ten seconds after | ${after.toFixed(0)} |

${requests} requests (${Math.round(requests / seconds)}/s), ${failed} answered with 5xx.

\`node --import tsx bench/memory.ts --seconds ${seconds} --matters ${values.matters}\`
`;
  writeFileSync(join(import.meta.dirname, 'results/memory.md'), text);
  process.stdout.write(text);
}
