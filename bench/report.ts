import { cpus } from 'node:os';
import { median, percentile, type Sample } from './measure.ts';

export interface Form {
  readonly name: string;
  /** Share of `pgbench` that issue and design ask for. */
  readonly goal?: number;
  readonly run: () => Promise<{ actions: number; seconds: number; times: number[]; cpu?: number }>;
  readonly samples: (Sample & { readonly ratio?: number; readonly batches: readonly number[] })[];
}

interface Findings {
  readonly version: string;
  readonly seconds: number;
  readonly rounds: number;
  readonly forms: readonly Form[];
  readonly references: readonly Sample[];
  readonly stored: readonly { readonly table: string; readonly lying: number; readonly packed: number }[];
  readonly matters: number;
  readonly pgbench: boolean;
}

const ACTS_A_MATTER = 8;
const STORED_GOAL = 5_000;
const REPEATS = 'matter.request';
const whole = (n: number) => Math.round(n).toLocaleString('en').replaceAll(',', ' ');
const rate = (s: Sample) => s.actions / s.seconds;
const cpuOf = (s: Sample) => (s.cpu === undefined ? Number.NaN : (s.cpu / s.actions) * 1000);
const walOf = (s: Sample) => (s.wal / s.actions) * ACTS_A_MATTER;
const mean = (n: readonly number[]) => n.reduce((a, b) => a + b, 0) / n.length;

/** What was found, as a page. */
export function report(f: Findings): string {
  const stored = f.stored.filter((t) => t.table !== REPEATS);
  const lying = stored.reduce((sum, t) => sum + t.lying, 0);
  const packed = stored.reduce((sum, t) => sum + t.packed, 0);
  return `# Actions

Eight human actions a matter (file, accept, five parallel approvals, decide) through the real licensing kind, its rules, its journal and
its read tables, beside \`pgbench\` writing the minimal same rows, one prepared statement an action, on the same server in the same run.
PostgreSQL ${f.version} (embedded, \`synchronous_commit=on\`), Node ${process.version}, ${cpus().length} processors shared by all that takes part. ${f.rounds} rounds of ${f.seconds} s after one that is not counted; medians, all rounds in
brackets. One at a time: each action reads and writes for itself, sixteen under way; 1: one user alone, who waits for each answer. A ratio is to the mean of the \`pgbench\` runs just before and just after. Absolute numbers are this machine's: read the ratios.

${f.pgbench ? referenceLine(f.references) : 'There is no `pgbench` on this machine (Debian: package postgresql), so no ratios.'}

| form, in flight | ÷ pgbench | goal | actions/s | p50 / p95 / p99 ms | CPU s / 1000 | acts a batch | WAL bytes a matter |
|---|---|---|---:|---:|---:|---:|---:|
${f.forms.map(line).join('\n')}

CPU is that of this process, the database and, for HTTP, the client.

## Stored

Bytes a matter with all indexes, ${whole(f.matters)} matters and more: as they lie after a plain \`VACUUM\`, and packed (\`VACUUM FULL\`). Goal: ${whole(STORED_GOAL)}, packed.
\`${REPEATS}\` holds the answers for callers who send an \`Idempotency-Key\`, a tenth of the acts here; it is not counted.

| table | lying | packed |
|---|---:|---:|
${stored.map((t) => `| ${t.table} | ${whole(t.lying)} | ${whole(t.packed)} |`).join('\n')}
| **all** | **${whole(lying)}** | **${whole(packed)}** |
`;
}

function referenceLine(references: readonly Sample[]): string {
  const rates = references.map(rate);
  return `\`pgbench\`: ${whole(median(rates))} actions/s (${whole(Math.min(...rates))}–${whole(Math.max(...rates))} in ${rates.length} runs), ${median(references.map(cpuOf)).toFixed(3)} CPU s / 1000 (server only), ${whole(median(references.map(walOf)))} bytes of WAL a matter.`;
}

function line({ name, goal, samples }: Form): string {
  const ratios = samples.map((s) => s.ratio ?? Number.NaN);
  const times = (p: number) => median(samples.map((s) => percentile(s.times, p))).toFixed(2);
  const sizes = samples.flatMap((s) => s.batches);
  const met = goal === undefined ? '' : median(ratios) >= goal ? `${goal} ✓` : `${goal} ✗`;
  return `| ${name} | **${median(ratios).toFixed(2)}** (${ratios.map((r) => r.toFixed(2)).join(' ')}) | ${met} | ${whole(median(samples.map(rate)))} | ${times(0.5)} / ${times(0.95)} / ${times(0.99)} | ${median(samples.map(cpuOf)).toFixed(3)} | ${sizes.length > 0 ? mean(sizes).toFixed(1) : ''} | ${whole(median(samples.map(walOf)))} |`;
}
