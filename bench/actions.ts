import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '../src/main.ts';
import { openHouse } from '../src/open-house.ts';
import { openPool } from '../src/platform/database/connection.ts';
import { makeToken } from '../src/platform/http/session.ts';
import type { Errand } from './client.ts';
import { benchFolder } from './folder.ts';
import { inProcess, officersOf, withJob } from './job.ts';
import { drive, metered, type Sample, storedBytes } from './measure.ts';
import { bare, findPgbench, MINIMAL_SCHEMA, PGBENCH_CLIENTS, runPgbench, writePgbenchScript } from './minimal.ts';
import { type Form, report } from './report.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    full: { type: 'boolean' },
  },
});
const seconds = Number(values.seconds);
const rounds = Number(values.rounds);

const folder = benchFolder();
const config = { port: 0, host: '127.0.0.1', county: 'model', dataDir: join(folder, 'data') };
const house = await withJob(await openHouse(config, { BANJIE_DATA: config.dataDir, BANJIE_PG_PACKAGE: process.env.BANJIE_PG_PACKAGE }));
const owner = openPool(house.county.ownerUrl, { max: 2 });
/** For the bare form: sixteen connections, as `pgbench` has. */
const plain = openPool(house.county.appUrl, { max: PGBENCH_CLIENTS });
/** The same house with an engine that never shares a statement: each act reads and writes for itself, sixteen at once. */
const single = await withJob(house, { lanes: 16, batch: 1 });
const apps = await Promise.all([house, single].map((h) => serve(h)));
for (const app of apps) await app.listen({ port: 0, host: '127.0.0.1' });
const extension = extname(import.meta.filename);
const client = fork(join(import.meta.dirname, `client${extension}`), { execArgv: extension === '.ts' ? ['--import', 'tsx'] : [] });
try {
  await run();
} finally {
  client.disconnect();
  for (const app of apps) await app.close();
  await owner.end();
  await plain.end();
  await single.close();
}

async function run(): Promise<void> {
  await owner.query(MINIMAL_SCHEMA);
  await owner.query('GRANT USAGE ON SCHEMA bench TO banjie_app; GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA bench TO banjie_app');
  const { rows } = await owner.query("SELECT current_setting('server_version') AS version");
  const officers = await officersOf(house);
  const forms = formsOf(officers).filter((f) => f.name.includes(values.only));
  const pgbench = findPgbench();
  const script = join(folder, 'minimal.pgbench');
  writePgbenchScript(script);
  const reference = async (): Promise<number | undefined> => {
    if (!pgbench) return undefined;
    await owner.query('TRUNCATE bench.matter, bench.step, bench.journal');
    const s = await metered(owner, () => runPgbench(pgbench, house.county.ownerUrl, script, seconds));
    references.push(s);
    return s.actions / s.seconds;
  };
  const references: Sample[] = [];

  // What a county has after its first hour: some rows, and statistics of them.
  await drive(64, 1, inProcess(house.engine, officers));
  await drive(16, 0.5, bare(plain));
  await owner.query('VACUUM ANALYZE');
  const begun = await count();
  // A county's server has run since the morning: what is compiled while it runs is, when the counting begins.
  for (const form of forms) await form.run();
  for (let round = 0; round < rounds; round++) {
    let before = await reference();
    for (const form of forms) {
      house.batches.length = 0;
      const sample = await metered(owner, form.run);
      const after = await reference();
      const limit = before && after ? (before + after) / 2 : undefined;
      form.samples.push({ ...sample, ratio: limit && sample.actions / sample.seconds / limit, batches: [...house.batches] });
      before = after;
      process.stderr.write(
        `round ${round + 1}: ${form.name} ${Math.round(sample.actions / sample.seconds)}/s ${form.samples.at(-1)?.ratio?.toFixed(2) ?? ''}\n`,
      );
    }
  }
  const matters = await count();
  const text = report({
    version: rows[0].version,
    seconds,
    rounds,
    forms,
    references,
    stored: await stored(matters),
    matters: matters - begun,
    pgbench: pgbench !== undefined,
  });
  process.stdout.write(text);
  if (values.only) return;
  mkdirSync(join(import.meta.dirname, 'results'), { recursive: true });
  writeFileSync(join(import.meta.dirname, 'results/actions.md'), text);
}

function formsOf(officers: ReadonlyMap<string, string>): Form[] {
  const perform = inProcess(house.engine, officers);
  const alone = inProcess(single.engine, officers);
  const tokens = Object.fromEntries(
    [...officers].map(([seat, person]) => [seat, makeToken(house.row.secret, person, Date.now() + 86_400_000)]),
  );
  const [port, portAlone] = apps.map((app) => (app.server.address() as AddressInfo).port) as [number, number];
  const form = (name: string, goal: number | undefined, run: Form['run']): Form => ({ name, goal, run, samples: [] });
  const http =
    (inFlight: number, { keyed = false, to = port } = {}) =>
    () =>
      send({ port: to, inFlight, seconds, tokens, keyed });
  return [
    form('bare pg, 1', undefined, () => drive(1, seconds, bare(plain))),
    form('bare pg, 16', undefined, () => drive(16, seconds, bare(plain))),
    form('in process, 16, one at a time', 0.18, () => drive(16, seconds, alone)),
    form('in process, 16', 0.32, () => drive(16, seconds, perform)),
    form('in process, 128', 0.45, () => drive(128, seconds, perform)),
    form('HTTP, 16, one at a time', 0.08, http(16, { to: portAlone })),
    form('HTTP, 16', 0.17, http(16)),
    form('HTTP, 64', 0.28, http(64)),
    form('HTTP, 16, with Idempotency-Key', undefined, http(16, { keyed: true })),
    form('in process, 1', undefined, () => drive(1, seconds, perform)),
    form('HTTP, 1', undefined, http(1)),
  ];
}

function send(errand: Errand): Promise<{ actions: number; seconds: number; times: number[]; cpu: number }> {
  return new Promise((settle, fail) => {
    client.once('message', (result) => settle(result as never));
    client.once('exit', (code) => fail(new Error(`bench: the client ended with ${code}`)));
    client.send(errand);
  });
}

async function count(): Promise<number> {
  return (await owner.query('SELECT count(*)::int AS n FROM matter.matter')).rows[0].n;
}

/** Bytes a matter, per table with its indexes: as they lie after a plain VACUUM, and packed by VACUUM FULL. */
async function stored(matters: number): Promise<{ table: string; lying: number; packed: number }[]> {
  const schemas = ['journal', 'matter', 'licensing'];
  await owner.query('VACUUM');
  const lying = await storedBytes(owner, schemas);
  await owner.query('VACUUM FULL');
  const packed = await storedBytes(owner, schemas);
  return [...lying]
    .map(([table, bytes]) => ({ table, lying: bytes / matters, packed: (packed.get(table) ?? 0) / matters }))
    .filter((t) => t.lying >= 10);
}
