import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sweepCounty } from '../src/kernel/matter/sweep.ts';
import { sweepNow } from '../src/sweeping.ts';
import { type Changed, changes } from './calendar.ts';
import { median } from './measure.ts';
import { openMillion, soundSample } from './million.ts';

/**
 * `node --import tsx bench/sweep.ts [--steps 1000000] [--write]`: what time brings to a county with so many open steps, beside bare SQL
 * that marks as many rows of a narrow table and appends a minimal record of each; then a changed calendar over the same county. Prints, and
 * with `--write` writes `bench/results/sweep.md`. About ten minutes, most of them to make the county; six gigabytes while it runs.
 */
const { values } = parseArgs({ options: { steps: { type: 'string', default: '1000000' }, write: { type: 'boolean', default: false } } });
const steps = Number(values.steps);
const FEW = 100;
const MANY = Math.round(steps * 0.033);
const load = loadavg()[0]!;

interface Pair {
  readonly what: string;
  readonly goal: number;
  readonly own: { ms: number; facts: number }[];
  readonly bare: number[];
}

/** Milliseconds of a whole turn of the server: the first one of a morning tells everybody what is late, the others find nothing to do. */
let morning = 0;
const turns: number[] = [];

const MARK = `WITH marked AS (UPDATE bare.step SET light = 'due-soon', version = version + 1, next_change = next_change + 60
    WHERE next_change <= $1 RETURNING number)
  INSERT INTO bare.fact (matter, at, kind) SELECT number, now(), 'limit-near' FROM marked`;

const begun = performance.now();
const county = await openMillion({ steps, lived: 1500, due: [FEW, FEW, FEW, MANY, MANY] });
try {
  const made = (performance.now() - begun) / 1000;
  await narrow();
  const pairs = await sweeps();
  const floor = await inRealTables();
  const told = (await county.owner.query<{ n: number }>('SELECT count(*)::int AS n FROM urging.entry')).rows[0]!.n;
  const sound = await soundSample(county);
  await county.owner.query('VACUUM ANALYZE');
  const text = page(made, pairs, { floor, sound, told }, await changes(county));
  process.stdout.write(text);
  const results = join(import.meta.dirname, 'results');
  mkdirSync(results, { recursive: true });
  if (values.write) writeFileSync(join(results, 'sweep.md'), text);
} finally {
  await county.close();
}

/** The narrow table and its journal: what a sweep would cost that had nothing to say. */
async function narrow(): Promise<void> {
  const { owner } = county;
  await owner.query(`CREATE SCHEMA bare;
    CREATE TABLE bare.step AS SELECT number, version, light, next_change FROM matter.matter WHERE closed IS NULL;
    ALTER TABLE bare.step ADD PRIMARY KEY (number);
    CREATE INDEX step_next_change ON bare.step (next_change) WHERE next_change IS NOT NULL;
    CREATE TABLE bare.fact (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, matter text NOT NULL, at timestamptz NOT NULL, kind text NOT NULL)`);
  await owner.query('VACUUM ANALYZE bare.step');
}

async function sweeps(): Promise<Pair[]> {
  const [first, ...others] = county.days;
  await on(first!.day);
  const nothing: Pair = { what: 'nothing due', goal: 1.5, own: [], bare: [] };
  const few: Pair = { what: `${FEW} due`, goal: 5, own: [], bare: [] };
  const many: Pair = { what: `a day of ${MANY.toLocaleString('en')}`, goal: 1000, own: [], bare: [] };
  // The first one also warms the process up; it counts like the others.
  const day = async (pair: Pair, to: string) => {
    const { today } = await county.house.moment();
    pair.own.push(await timed(() => sweepCounty(county.house.pool, county.house.engine, today)));
    pair.bare.push((await timed(() => county.owner.query(MARK, [to]).then((r) => r.rowCount ?? 0))).ms);
  };
  await day(few, first!.day);
  for (let i = 0; i < 50; i++) await day(nothing, first!.day);
  morning = (await timed(() => sweepNow(county.house))).ms;
  for (let i = 0; i < 50; i++) turns.push((await timed(() => sweepNow(county.house))).ms);
  for (const { day: next, matters } of others) {
    await on(next);
    await day(matters > 10 * FEW ? many : few, next);
  }
  return [nothing, few, many];
}

/** The same number of matters, marked by SQL alone in the product's own tables with all their indexes, and a ready-made fact of each. */
async function inRealTables(): Promise<number> {
  const { owner } = county;
  const client = await owner.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      `CREATE TEMP TABLE chosen AS SELECT number FROM matter.matter WHERE next_change > $1 ORDER BY md5(number) LIMIT ${MANY}`,
      [county.days.at(-1)!.day],
    );
    await client.query('ANALYZE chosen');
    const { ms } = await timed(async () => {
      await client.query(`UPDATE matter.matter m SET light = 'due-soon', version = version + 1, next_change = next_change + 2, head = sha256(head)
        FROM chosen c WHERE m.number = c.number`);
      await client.query(`INSERT INTO journal.fact (matter, seq, kind, at, actor, capacity, account, holder, body, salt, chain)
        SELECT m.number, m.version, 'limit-near', now(), 'law', 'sweep', m.account, m.holder, '{"clock":"promised","due":"2026-02-26"}',
          substring(m.head FOR 16), m.head FROM chosen c JOIN matter.matter m USING (number)`);
      return 0;
    });
    return ms;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

/** Nine in the morning of that day. */
async function on(day: string): Promise<void> {
  await county.owner.query('UPDATE matter.county SET clock_offset = $1', [Date.parse(`${day}T09:00+08:00`) - Date.now()]);
}

async function timed(work: () => Promise<number>): Promise<{ ms: number; facts: number }> {
  const from = performance.now();
  const facts = await work();
  return { ms: performance.now() - from, facts };
}

function page(
  made: number,
  pairs: readonly Pair[],
  { floor, sound, told }: { floor: number; sound: number; told: number },
  changed: readonly Changed[],
): string {
  const ms = (n: number) => (n < 20 ? n.toFixed(1) : Math.round(n).toLocaleString('en'));
  const line = ({ what, goal, own, bare }: Pair) => {
    const [mine, theirs] = [median(own.map((o) => o.ms)), median(bare)];
    const each = own.length > 3 ? '' : ` (${own.map((o) => ms(o.ms)).join(', ')})`;
    const facts = Math.max(...own.map((o) => o.facts)).toLocaleString('en');
    return `| ${what} | **${ms(mine)}**${each} | ${facts} | ${ms(theirs)} | ${(mine / theirs).toFixed(1)} | ${ms(goal)} ${mine <= goal ? '✓' : '✗'} |`;
  };
  const many = median(pairs[2]!.own.map((o) => o.ms));
  return `# A million open steps

\`node --import tsx bench/sweep.ts\`: ${steps.toLocaleString('en')} open steps in ${county.matters.toLocaleString('en')} open matters with ${county.facts.toLocaleString('en')} facts, copies of matters that
went through the rules, each with salts and chains of its own. Node ${process.version}, ${cpus().length} processors shared by the sweep and the database; load of the machine when it
began ${load.toFixed(1)} (what ran before it, or beside it, counts): read the ratios. Made in ${Math.round(made)} s. Of ${sound} matters drawn afterwards every chain is unbroken and every row says what its facts
say.

## The sweep

Bare SQL marks as many rows of a table with four columns and one index beside its key, and appends a record of four columns.

| | ms, median (each) | facts | bare SQL, ms | ratio | goal, ms |
|---|---:|---:|---:|---:|---|
${pairs.map(line).join('\n')}

A swept fact is a whole one: body, salt, hash and chain, guarded by its matter's version and the county's clock, with the matter's row in all its
indexes. SQL alone that does no more than that for ${MANY.toLocaleString('en')} ready-made facts, on one connection, takes ${ms(floor)} ms here: the sweep takes ${(many / floor).toFixed(1)} times as long.

A turn of the server sweeps, adds up the accounts of what was closed and tells who must be told: ${ms(median(turns))} ms where nothing is to be done. The first of a
morning writes everybody's list, here of a county in which ${told.toLocaleString('en')} lines are late or nearly so: ${ms(morning)} ms.

## A changed calendar

A holiday of the area on one day. Only matters whose last open date lies on or after it and which were open by then are asked.

| | matters asked | seconds | a second | dates moved |
|---|---:|---:|---:|---:|
${changed.map((c) => `| ${c.what} | ${c.asked.toLocaleString('en')} | ${c.seconds.toFixed(1)} | ${Math.round(c.asked / c.seconds).toLocaleString('en')} | ${c.moved.toLocaleString('en')} |`).join('\n')}

The goal is 20 s whatever the day. It is kept as long as the day reaches ${Math.round(20 * Math.min(...changed.map((c) => c.asked / c.seconds))).toLocaleString('en')} matters; a day that all of a million reach takes about
${Math.round(county.matters / Math.min(...changed.map((c) => c.asked / c.seconds))).toLocaleString('en')} s, in pages of 500 that others act between. Taken back, every open date is what it was.
`;
}
