import { readdirSync, readFileSync } from 'node:fs';
import type { Pool } from 'pg';
import { ACTS, type Act } from './job.ts';

/** One measurement: how much was done, how long each act took, what it cost. */
export interface Sample {
  readonly actions: number;
  readonly seconds: number;
  /** Milliseconds, sorted. */
  readonly times: readonly number[];
  /** CPU seconds of everything that took part; undefined where the machine does not tell. */
  readonly cpu?: number;
  readonly wal: number;
}

export type Perform = (matter: string | undefined, act: Act, worker: number) => Promise<string>;

/** So many matters in progress, each one's acts one after another; a matter begun is finished. */
export async function drive(
  inFlight: number,
  seconds: number,
  perform: Perform,
): Promise<{ actions: number; seconds: number; times: number[] }> {
  const times: number[] = [];
  const begin = performance.now();
  const end = begin + seconds * 1000;
  const worker = async (_: unknown, w: number): Promise<void> => {
    while (performance.now() < end) {
      let matter: string | undefined;
      for (const act of ACTS) {
        const from = performance.now();
        matter = await perform(matter, act, w);
        times.push(performance.now() - from);
      }
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return { actions: times.length, seconds: (performance.now() - begin) / 1000, times: times.sort((a, b) => a - b) };
}

export const percentile = (sorted: readonly number[], p: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;

/** Of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}

/** The machine's and the server's meters around a piece of work. */
export async function metered(
  pool: Pool,
  work: () => Promise<{ actions: number; seconds: number; times: number[]; cpu?: number }>,
): Promise<Sample> {
  const before = await meters(pool);
  const done = await work();
  const after = await meters(pool);
  const cpu = before.cpu === undefined || after.cpu === undefined ? undefined : after.cpu - before.cpu + (done.cpu ?? 0);
  return { ...done, cpu, wal: after.wal - before.wal };
}

async function meters(pool: Pool): Promise<{ cpu?: number; wal: number }> {
  const { rows } = await pool.query("SELECT pg_backend_pid() AS pid, (pg_current_wal_insert_lsn() - '0/0')::float8 AS wal");
  const { user, system } = process.cpuUsage();
  const server = serverCpu(rows[0].pid);
  return { wal: rows[0].wal, cpu: server === undefined ? undefined : (user + system) / 1e6 + server };
}

/** CPU seconds of the server: its processes, and those it has already buried. Linux only; proc(5), 100 ticks a second. */
function serverCpu(backend: number): number | undefined {
  try {
    const postmaster = statOf(backend).parent;
    const own = statOf(postmaster);
    const children = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [maybeStat(Number(name))] : []));
    const living = children.reduce((sum, c) => sum + (c?.parent === postmaster ? c.cpu : 0), 0);
    return (own.cpu + own.buried + living) / 100;
  } catch {
    return undefined;
  }
}

const maybeStat = (pid: number): ReturnType<typeof statOf> | undefined => {
  try {
    return statOf(pid);
  } catch {
    return undefined;
  }
};

function statOf(pid: number): { parent: number; cpu: number; buried: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const f = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  return { parent: f[1]!, cpu: f[11]! + f[12]!, buried: f[13]! + f[14]! };
}

/** Bytes per table with its indexes, as they lie and packed. */
export async function storedBytes(pool: Pool, schemas: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ name: string; bytes: number }>(
    `SELECT schemaname || '.' || relname AS name, pg_total_relation_size(relid)::float8 AS bytes FROM pg_stat_user_tables WHERE schemaname = ANY($1) ORDER BY 1`,
    [schemas],
  );
  return new Map(rows.map((r) => [r.name, r.bytes]));
}
