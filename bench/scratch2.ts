import utils from 'pg/lib/utils.js';
const { prepareValue } = utils as any;
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse } from '../src/open-house.ts';
import { openPool } from '../src/platform/database/connection.ts';
import { ACTS, inProcess, officersOf, withJob } from './job.ts';
import { drive } from './measure.ts';
const folder = mkdtempSync(join(tmpdir(), 'banjie-bench-'));
chmodSync(folder, 0o755);
const config = { port: 0, host: '127.0.0.1', county: 'model', dataDir: join(folder, 'data') };
const real = await openHouse(config, { BANJIE_DATA: config.dataDir });
const owner = openPool(real.county.ownerUrl, { max: 2 });
const pool = openPool(real.county.appUrl, { max: 4 });
const house = await withJob({ ...real, pool });
const officers = await officersOf(house);
const perform = inProcess(house.engine, officers);
await drive(64, 2, perform);
await owner.query('VACUUM ANALYZE');
const q = pool.query.bind(pool) as any;
let label = '', on = false;
async function explain(s: any) {
  console.log('=====', label, s.name, s.values.length, 'bytes', s.values.reduce((n: number, v: any) => n + String(prepareValue(v) ?? '').length, 0));
  const c = await owner.connect();
  for (const mode of ['force_custom_plan', 'force_generic_plan']) {
   await c.query(`SET plan_cache_mode=${mode}`);
   await c.query('BEGIN');
   const name = s.name + mode.slice(6, 9);
   const lit = (x: any): string => { const v = prepareValue(x); return v === null || v === undefined ? 'NULL' : Buffer.isBuffer(v) ? `'\\x${v.toString('hex')}'` : `'${String(v).replaceAll("'", "''")}'`; };
   await c.query(`PREPARE ${name} AS ${s.text}`);
   for (let i = 0; i < 4; i++) {
    await c.query('SAVEPOINT a');
    const { rows } = await c.query(`EXPLAIN (ANALYZE, COSTS OFF, TIMING ${process.env.TIMING ? 'ON' : 'OFF'}, BUFFERS) EXECUTE ${name}(${s.values.map(lit).join(',')})`);
    await c.query('ROLLBACK TO a');
    const t = rows.map((r: any) => r['QUERY PLAN']);
    if (i === 3) { console.log(mode, t.filter((l: string) => /Planning Time|Execution Time|Trigger/.test(l)).join(' ')); if (process.env.PLAN && mode.includes('generic')) console.log(t.join('\n')); }
   }
   await c.query('ROLLBACK'); await c.query('DEALLOCATE ALL');
  }
  c.release();
}
(pool as any).query = async (s: any, v: any) => { if (on && s.name) await explain(s); return q(s, v); };
let m: string | undefined;
const order: string[] = [];
for (const act of ACTS) { on = !order.includes(act.name); label = act.name; m = await perform(m, act, 0); order.push(act.name); }
await pool.end(); await owner.end(); await house.close();
rmSync(folder, { recursive: true, force: true });
