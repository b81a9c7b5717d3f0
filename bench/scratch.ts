import { Session } from 'node:inspector/promises';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHouse } from '../src/open-house.ts';
import { openPool } from '../src/platform/database/connection.ts';
import { inProcess, officersOf, withJob } from './job.ts';
import { drive, metered, percentile } from './measure.ts';
const folder = mkdtempSync(join(tmpdir(), 'banjie-bench-'));
chmodSync(folder, 0o755);
const config = { port: 0, host: '127.0.0.1', county: 'model', dataDir: join(folder, 'data') };
const real = await openHouse(config, { BANJIE_DATA: config.dataDir });
const owner = openPool(real.county.ownerUrl, { max: 2 });
if (process.env.SETUP) await owner.query(process.env.SETUP);
const pool = openPool(real.county.appUrl, { max: 4 });
const house = await withJob({ ...real, pool }, { lanes: Number(process.env.LANES ?? 2), batch: Number(process.env.BATCH ?? 128) });
const officers = await officersOf(house);
const perform = inProcess(house.engine, officers);
await drive(64, 1, perform);
await owner.query('VACUUM ANALYZE');
const session = new Session(); session.connect();
await session.post('Profiler.enable'); 
for (const n of (process.env.N ?? '1,16,128').split(',').map(Number)) {
  await drive(n, 0.5, perform);
  const cpu0 = process.cpuUsage();
  if (process.env.PROF) { await session.post('Profiler.setSamplingInterval', { interval: 200 }); await session.post('Profiler.start'); }
  const s = await metered(owner, () => drive(n, Number(process.env.S ?? 2), perform));
  if (process.env.PROF) { const { profile } = await session.post('Profiler.stop'); writeFileSync(`/tmp/prof/p${n}.cpuprofile`, JSON.stringify(profile)); }
  const c = process.cpuUsage(cpu0);
  const node = (c.user + c.system) / 1e6 / s.actions * 1000;
  console.log(n, Math.round(s.actions / s.seconds), '/s  p50', percentile(s.times, .5).toFixed(2), 'cpu/1000 node', node.toFixed(3), 'server', (s.cpu! / s.actions * 1000 - node).toFixed(3), 'wal', Math.round(s.wal / s.actions * 8));
}
if (process.env.POST) { for (const q of process.env.POST.split(';;')) console.log(JSON.stringify((await owner.query(q)).rows, null, 1)); }
await pool.end(); await owner.end(); await house.close();
rmSync(folder, { recursive: true, force: true });
