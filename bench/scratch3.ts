import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { openDatabaseServer } from '../src/platform/database/supervisor.ts';
import { openPool } from '../src/platform/database/connection.ts';
import { metered } from './measure.ts';
const folder = mkdtempSync(join(tmpdir(), 'banjie-bench-'));
chmodSync(folder, 0o755);
const server = await openDatabaseServer({ dataDir: join(folder, 'data') });
const pool = openPool(server.url(), { max: 1, settings: { plan_cache_mode: 'force_generic_plan' } });
const owner = openPool(server.url(), { max: 1 });
const cols: [string, string][] = [['number','text'],['expected','int'],['kind','text'],['version','int'],['status','text'],['state','text'],['subject','text'],['organ','text'],['person','text'],['light','text'],['opened','float8'],['since','float8'],['closed','float8'],['account','text'],['holder','text'],['spent','text'],['next_change','date'],['head','bytea'],
['fmatter','text'],['seq','int'],['fkind','text'],['at','float8'],['actor','text'],['capacity','text'],['faccount','text'],['fholder','text'],['body','text'],['salt','bytea'],['leaf','bytea'],['chain','bytea']];
const state = JSON.stringify({ a: Array.from({ length: 12 }, (_, i) => ({ name: 'x' + i, due: '2026-02-0' + i, v: [1, 2, 'weekend'] })) });
const row = (i: number) => ['2026-SAM-00000' + i, i, 'licensing', i, 'accepted', state, 'SAM-L99', 'SAM', 'c-ABCDEFGHJKLM', 'in-time', 1770600000, 1770600000, null, 'organ', 'SAM', '{0,0,0,0,0,0,0}', '2026-03-01', randomBytes(32),
 '2026-SAM-00000' + i, i, 'approved', 1770600000, 'o-0012', 'SAM-DEP', 'organ', 'SAM', '{"opinion":"agree","step":"lead","text":"agreed on the spot"}', randomBytes(16), randomBytes(32), randomBytes(32)];
const pick = cols.map(([n]) => `max(length(x.${n}::text))`).join(', ');
const names = cols.map(([n]) => n).join(', ');
const A = { name: 'a', text: `SELECT ${pick} FROM unnest(${cols.map(([, t], i) => `$${i + 1}::${t}[]`).join(', ')}) AS x(${names})` };
const B = { name: 'b', text: `SELECT ${pick} FROM json_to_recordset($1) AS x(${cols.map(([n, t]) => `${n} ${t}`).join(', ')})` };
const C = { name: 'c', text: `SELECT ${pick} FROM (SELECT ${cols.map(([n, t], i) => t === 'bytea' ? `decode(j ->> ${i}, 'base64') AS ${n}` : `(j ->> ${i})::${t} AS ${n}`).join(', ')} FROM json_array_elements($1) j) x` };
const V = (n: number) => ({ name: 'v' + n, text: `SELECT ${pick} FROM (VALUES ${Array.from({ length: n }, (_, r) => `(${cols.map(([, t], i) => `$${r * cols.length + i + 1}::${t}`).join(',')})`).join(',')}) AS x(${names})` });
const forms: Record<string, (rows: any[][]) => any> = {
  unnest: (rows) => ({ ...A, values: cols.map((_, c) => rows.map((r) => r[c] ?? null)) }),
  recordset: (rows) => ({ ...B, values: [JSON.stringify(rows.map((r) => Object.fromEntries(cols.map(([n, t], i) => [n, t === 'bytea' ? (r[i] ? '\\x' + r[i].toString('hex') : null) : r[i]]))))] }),
  elements: (rows) => ({ ...C, values: [JSON.stringify(rows.map((r) => r.map((v) => Buffer.isBuffer(v) ? v.toString('base64') : v)))] }),
  values: (rows) => ({ ...V(rows.length), values: rows.flat() }),
};
for (const n of [1, 8, 64]) for (const round of [0, 1]) for (const [name, form] of Object.entries(forms)) {
  const rows = Array.from({ length: n }, (_, i) => row(i));
  const times = round ? Math.round(4000 / Math.sqrt(n)) : 200;
  const c0 = process.cpuUsage();
  const s = await metered(owner, async () => { const t = performance.now(); for (let i = 0; i < times; i++) await pool.query(form(rows)); return { actions: times, seconds: (performance.now() - t) / 1000, times: [] }; });
  const c = process.cpuUsage(c0); const node = (c.user + c.system) / times;
  if (round) console.log(n, name, 'wall us/stmt', Math.round(s.seconds / times * 1e6), 'node', Math.round(node), 'server', Math.round(s.cpu! / times * 1e6 - node), 'per row', Math.round(s.cpu! / times / n * 1e6));
}
await pool.end(); await owner.end(); await server.close(); rmSync(folder, { recursive: true, force: true });
