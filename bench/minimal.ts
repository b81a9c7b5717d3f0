import { execFile } from 'node:child_process';
import { accessSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { Pool } from 'pg';
import type { Perform } from './measure.ts';

export const MINIMAL_SCHEMA = readFileSync(join(import.meta.dirname, 'minimal.sql'), 'utf8');

const journal = (seq: string, kind: string, matter = '$1') =>
  `INSERT INTO bench.journal (matter, seq, kind, actor, at, note) SELECT ${matter}, ${seq}, '${kind}', 'o-0012', now(), 'checked on the spot, the conditions are met' FROM m`;
const sql = {
  file: `WITH m AS (INSERT INTO bench.matter (item, status, version, owner, since, due) VALUES ('SAM-L99', 0, 1, 'ASB', now(), current_date + 5) RETURNING id),
    j AS (${journal('1', 'received', 'id')}) SELECT id FROM m`,
  accept: `WITH m AS (UPDATE bench.matter SET status = 1, version = 2, owner = 'SAM', since = now(), due = current_date + 20 WHERE id = $1 RETURNING id),
    s AS (INSERT INTO bench.step (matter, organ, status, due) SELECT id, o, 0, current_date + 5 FROM m, unnest('{SAM,UMB,FRS,HUC,HCB}'::text[]) o),
    j AS (${journal('2', 'accepted')}) SELECT id FROM m`,
  approve: `WITH m AS (UPDATE bench.matter SET version = version + 1, since = now() WHERE id = $1 RETURNING id, version),
    s AS (UPDATE bench.step SET status = 1 WHERE matter = $1 AND organ = $2), j AS (${journal('version', 'approved')}) SELECT id FROM m`,
  decide: `WITH m AS (UPDATE bench.matter SET status = 2, version = 8, owner = 'ASB', since = now(), due = current_date + 10 WHERE id = $1 RETURNING id),
    j AS (${journal('8', 'decided')}) SELECT id FROM m`,
} as const;
const READ = `SELECT m.*, (SELECT array_agg(s.organ || s.status) FROM bench.step s WHERE s.matter = m.id) AS steps FROM bench.matter m WHERE id = $1`;

/** Bare `pg`: one trip to read, one to write, no logic between them. */
export const bare =
  (pool: Pool): Perform =>
  async (matter, act) => {
    await pool.query({ name: 'bare_read', text: READ, values: [matter ?? 0] });
    const name = act.name as keyof typeof sql;
    const organ = act.seat.split('-')[0];
    const values = name === 'file' ? [] : name === 'approve' ? [matter, organ] : [matter];
    const { rows } = await pool.query({ name: `bare_${name}`, text: sql[name], values });
    return String(rows[0].id);
  };

/** PostgreSQL's own `pgbench`, on the path or where distributions keep it. */
export function findPgbench(): string | undefined {
  const debian = (() => {
    try {
      return readdirSync('/usr/lib/postgresql').map((major) => `/usr/lib/postgresql/${major}/bin`);
    } catch {
      return [];
    }
  })();
  for (const folder of [...(process.env.PATH ?? '').split(delimiter), ...debian]) {
    try {
      accessSync(join(folder, 'pgbench'));
      return join(folder, 'pgbench');
    } catch {
      // Not here.
    }
  }
  return undefined;
}

/** One matter per turn: eight prepared statements, each its own commit. */
export function writePgbenchScript(file: string): void {
  const one = (statement: string, organ = '') => statement.replaceAll('$1', ':id').replaceAll('$2', `'${organ}'`).replace(/\s+/g, ' ');
  const approvals = ['SAM', 'UMB', 'FRS', 'HUC', 'HCB'].map((organ) => `${one(sql.approve, organ)};`);
  writeFileSync(file, [`${one(sql.file)} \\gset`, `${one(sql.accept)};`, ...approvals, `${one(sql.decide)};`, ''].join('\n'));
}

export const PGBENCH_CLIENTS = 16;

/** Actions a second and the mean milliseconds of one. */
export async function runPgbench(
  program: string,
  url: string,
  script: string,
  seconds: number,
): Promise<{ actions: number; seconds: number; times: number[] }> {
  const args = ['-n', '-M', 'prepared', '-c', String(PGBENCH_CLIENTS), '-j', '2', '-T', String(seconds), '-f', script, url];
  const { stdout } = await promisify(execFile)(program, args);
  const done = Number(/transactions actually processed: (\d+)/.exec(stdout)?.[1]);
  const tps = Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
  const failed = Number(/number of failed transactions: (\d+)/.exec(stdout)?.[1] ?? 0);
  if (!done || !tps || failed > 0) throw new Error(`pgbench: ${stdout}`);
  return { actions: done * 8, seconds: done / tps, times: [] };
}
