import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Pool } from 'pg';
import { liveThrough, USUAL } from '../src/living.ts';
import { serve } from '../src/main.ts';
import { openHouse } from '../src/open-house.ts';
import { openPool } from '../src/platform/database/connection.ts';
import { makeToken } from '../src/platform/http/session.ts';
import { benchFolder } from './folder.ts';
import { ASKED, type Asked } from './lists-asked.ts';
import { percentile } from './measure.ts';

/**
 * `node --import tsx bench/lists.ts`: desk, board and search over 200,000 matters, each question in turn with the bare one beside it, so
 * that both meet the same machine. Writes `bench/results/lists.md`.
 */
const { values } = parseArgs({
  options: {
    lived: { type: 'string', default: '3000' },
    matters: { type: 'string', default: '200000' },
    open: { type: 'string', default: '6000' },
    times: { type: 'string', default: '200' },
  },
});
const [lived, matters, open, times] = [values.lived, values.matters, values.open, values.times].map(Number) as [
  number,
  number,
  number,
  number,
];
const GOAL = 3;

const folder = benchFolder();
const config = { port: 0, host: '127.0.0.1', county: 'model', dataDir: join(folder, 'data') };
const house = await openHouse(config, { BANJIE_DATA: config.dataDir, BANJIE_PG_PACKAGE: process.env.BANJIE_PG_PACKAGE });
const owner = openPool(house.county.ownerUrl, { max: 2 });
const app = await serve(house);
try {
  const done = await liveThrough(house, { ...USUAL, matters: lived, seed: '7' });
  if (!done.ok) throw new Error(done.refusal.code);
  await multiply(owner);
  writeResults(await measureAll());
} finally {
  await app.close();
  await owner.end();
  await house.close();
}

/** What was lived, copied under new numbers: what is open to so many, the rest closed. Their facts too: a row is folded from them. */
async function multiply(db: Pool): Promise<void> {
  const { rows } = await db.query('SELECT count(*) FILTER (WHERE closed IS NULL)::int AS open, count(*)::int AS n FROM matter.matter');
  const closed = rows[0].n - rows[0].open;
  const copies = [
    { where: 'm.closed IS NULL', rounds: Math.round(open / rows[0].open) - 1, from: 1, back: 0 },
    { where: 'm.closed IS NOT NULL', rounds: Math.round((matters - open) / closed) - 1, from: 1, back: 27 },
  ];
  const number = (of: string) => `left(${of}, -6) || lpad((right(${of}, 6)::int + ${lived} * k)::text, 6, '0')`;
  for (const { where, rounds, from, back } of copies) {
    const all = `generate_series(${from}, ${rounds}) AS k JOIN matter.matter m ON ${where}`;
    const days = `make_interval(days => ${back} * k)`;
    await db.query(`INSERT INTO journal.person_data (person, key, value, salt)
      SELECT p.person || 'x' || k, 'identity:' || ${number('m.number')},
          jsonb_set(p.value::jsonb, '{name}', to_jsonb((p.value::jsonb ->> 'name') || k))::text, p.salt FROM ${all}
        JOIN journal.person_data p ON p.person = m.person AND p.key = 'identity:' || m.number`);
    await db.query(`INSERT INTO journal.fact (matter, seq, kind, at, actor, capacity, account, holder, body, salt, chain)
      SELECT ${number('f.matter')}, f.seq, f.kind, f.at - ${days}, f.actor, f.capacity, f.account, f.holder, f.body, f.salt, f.chain
        FROM ${all} JOIN journal.fact f ON f.matter = m.number`);
    await db.query(`INSERT INTO licensing.decision SELECT (jsonb_populate_record(d, jsonb_build_object('matter', ${number('d.matter')}, 'person',
        d.person || 'x' || k, 'decided_on', d.decided_on - ${back} * k, 'opened_on', d.opened_on - ${back} * k))).* FROM ${all}
        JOIN licensing.decision d ON d.matter = m.number`);
    await db.query(`INSERT INTO matter.work_item (matter, step, organ, roles, due, due_soon, stopped, opened)
      SELECT ${number('w.matter')}, w.step, w.organ, w.roles, w.due, w.due_soon, w.stopped, w.opened FROM ${all} JOIN matter.work_item w ON w.matter = m.number`);
    await db.query(`INSERT INTO matter.matter SELECT (populated).* FROM (SELECT jsonb_populate_record(m, jsonb_build_object('number', ${number('m.number')},
        'person', m.person || 'x' || k, 'opened', m.opened - ${days}, 'closed', m.closed - ${days})) AS populated
        FROM ${all}) AS x`);
  }
  await db.query('VACUUM ANALYZE');
}

interface Measured {
  readonly asked: Asked;
  readonly list: readonly number[];
  readonly bare: readonly number[];
  readonly served: readonly number[];
}

async function measureAll(): Promise<Measured[]> {
  const { rows } = await owner.query(
    `SELECT m.number, m.subject AS item, m.organ AS lead, p.value::json ->> 'name' AS name FROM matter.matter m
       JOIN journal.person_data p ON p.person = m.person AND p.key = 'identity:' || m.number
      WHERE m.organ IN (SELECT organ FROM matter.matter GROUP BY organ ORDER BY count(*) DESC LIMIT 1) ORDER BY md5(m.number) LIMIT 400`,
  );
  const moment = await house.moment();
  const clock = async (work: () => Promise<unknown>) => {
    const from = performance.now();
    await work();
    return performance.now() - from;
  };
  const found: Measured[] = [];
  for (const asked of ASKED) {
    const person = house.model.register.appointments.find((a) => a.seat === asked.seat(rows[0].lead) && !a.to)!.person;
    const headers = { authorization: `Bearer ${makeToken(house.row.secret, person, Date.now() + 36e5)}`, 'accept-language': 'zh' };
    const posts = moment.directory.seatsOf(person, moment.today).flatMap((s) => s.roles.map((role) => ({ organ: s.organ, role })));
    const [list, bare, served]: [number[], number[], number[]] = [[], [], []];
    for (let n = -20; n < times; n++) {
      const about = { pool: house.pool, moment, posts, row: rows[(n + 400) % rows.length] };
      const took = [
        await clock(() => asked.list(about)),
        await clock(() => asked.bare(about)),
        await clock(async () => {
          const said = await app.inject({ url: asked.path(about), headers });
          if (said.statusCode !== 200) throw new Error(`${asked.path(about)}: ${said.statusCode} ${said.body}`);
        }),
      ];
      // The first few teach the caches.
      if (n >= 0) for (const [i, to] of [list, bare, served].entries()) to.push(took[i]!);
    }
    for (const all of [list, bare, served]) all.sort((a, b) => a - b);
    found.push({ asked, list, bare, served });
  }
  return found;
}

async function writeResults(found: readonly Measured[]): Promise<void> {
  const one = (sorted: readonly number[]) => `${percentile(sorted, 0.5).toFixed(1)} / ${percentile(sorted, 0.95).toFixed(1)}`;
  const ratio = ({ list, bare }: Measured, p: number) => percentile(list, p) / percentile(bare, p);
  const lines = found.map((m) => {
    const [half, most] = [ratio(m, 0.5), ratio(m, 0.95)];
    const kept = most <= GOAL ? 'yes' : '**no**';
    return `| ${m.asked.name} | ${one(m.list)} | ${m.asked.bareName} | ${one(m.bare)} | ${half.toFixed(2)} | **${most.toFixed(2)}** | ${kept} | ${one(m.served)} |`;
  });
  const text = `# Lists

Desk, board and search over ${matters.toLocaleString('en')} matters, of which about ${open.toLocaleString('en')} are open, by \`node --import tsx bench/lists.ts\`. ${lived.toLocaleString('en')} matters were
lived, the others are copies of them under numbers of their own. Each list is asked as the least privileged person who needs it; after
each question the bare one: the same rows by index, without permission, counts by light, order by light or names. ${times} times each, in turn, in one run.
Milliseconds, median / 95th. Node ${process.version}, ${cpus().length} processors, load of the machine ${loadavg()[0]!.toFixed(1)}. Goal: p95 within ${GOAL} times the bare question's. The last
column is the whole answer as the server gives it: sign-in, rows with what may be done to each, JSON.

| list | its question | bare question | bare | ratio of medians | ratio of p95 | within ${GOAL} | whole answer |
|---|---|---|---|---:|---:|---|---|
${lines.join('\n')}
`;
  const results = join(import.meta.dirname, 'results');
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, 'lists.md'), text);
  console.log(text);
}
