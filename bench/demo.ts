import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { liveThrough, USUAL } from '../src/living.ts';
import { openHouse } from '../src/open-house.ts';
import { openPool } from '../src/platform/database/connection.ts';
import { benchFolder } from './folder.ts';
import { metered } from './measure.ts';

/** `node --import tsx bench/demo.ts`: how fast a county is lived, and what of it is whose work. Writes `bench/results/demo.md`. */
const { values } = parseArgs({ options: { matters: { type: 'string', default: '2000' }, seed: { type: 'string', default: '7' } } });
const matters = Number(values.matters);
const GOAL = 300;

const folder = benchFolder();
const config = { port: 0, host: '127.0.0.1', county: 'model', dataDir: join(folder, 'data') };
const house = await openHouse(config, { BANJIE_DATA: config.dataDir, BANJIE_PG_PACKAGE: process.env.BANJIE_PG_PACKAGE });
const owner = openPool(house.county.ownerUrl, { max: 2 });
try {
  let own = 0;
  const load = loadavg()[0]!;
  const sample = await metered(owner, async () => {
    const from = performance.now();
    const before = process.cpuUsage();
    const done = await liveThrough(house, { ...USUAL, matters, seed: values.seed });
    if (!done.ok) throw new Error(done.refusal.code);
    const used = process.cpuUsage(before);
    own = (used.user + used.system) / 1e6;
    return { actions: done.lived.acts, seconds: (performance.now() - from) / 1000, times: [] };
  });
  const act = (seconds: number) => ((seconds / sample.actions) * 1000).toFixed(2);
  const text = `# Living a county

\`node --import tsx bench/demo.ts\`: ${matters.toLocaleString('en')} matters from seed ${values.seed}, in process. Node ${process.version}, ${cpus().length} processors; load of the machine when it began
${load.toFixed(1)}. Goal: ${GOAL} matters a second.

| | |
|---|---:|
| matters a second | **${(matters / sample.seconds).toFixed(0)}** |
| acts a second | ${(sample.actions / sample.seconds).toFixed(0)} |
| acts a matter | ${(sample.actions / matters).toFixed(1)} |
| ms of this process's processor an act | ${act(own)} |
| ms of the database's processor an act | ${sample.cpu === undefined ? 'unknown' : act(sample.cpu - own)} |
| matters a second, were this process's processor all that is waited for | ${(matters / own).toFixed(0)} |

Every act goes through the engine's own rules, alone: read, permit, parse, decide, fold, hash, chain, project. That is a matter's ${(sample.actions / matters).toFixed(1)}
acts one after another, on one processor; the spike that reached 650 wrote ready-made facts in batches, without rules or search rows. What one day
brings is too little to fill a batch: about ${Math.round(sample.actions / 77)} acts a day, in turns.
`;
  const results = join(import.meta.dirname, 'results');
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, 'demo.md'), text);
  console.log(text);
} finally {
  await owner.end();
  await house.close();
}
