import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Pool } from 'pg';
import { applyCalendar, type CalendarChange, previewCalendar, undoCalendar } from '../src/calendar-edition.ts';
import { liveThrough, USUAL } from '../src/living.ts';
import { openHouse } from '../src/open-house.ts';
import { openPool } from '../src/platform/database/connection.ts';

/**
 * `node --import tsx bench/calendar.ts [--open 1000000] [--share 5]`: a changed calendar over so many open matters, rehearsed, entered and
 * taken back. The changed day is chosen so that about `share` in a hundred of them reach to it. Prints, and with `--write` writes
 * `bench/results/calendar.md`.
 */
const { values } = parseArgs({
  options: {
    lived: { type: 'string', default: '1500' },
    open: { type: 'string', default: '20000' },
    share: { type: 'string', default: '5' },
    write: { type: 'boolean', default: false },
  },
});
const [lived, open, share] = [values.lived, values.open, values.share].map(Number) as [number, number, number];
const GOAL_SECONDS = 20;

const folder = mkdtempSync(join(tmpdir(), 'banjie-bench-'));
chmodSync(folder, 0o755);
const config = { port: 0, host: '127.0.0.1', county: 'model', dataDir: join(folder, 'data') };
const house = await openHouse(config, { BANJIE_DATA: config.dataDir, BANJIE_PG_PACKAGE: process.env.BANJIE_PG_PACKAGE });
const owner = openPool(house.county.ownerUrl, { max: 2 });
try {
  const done = await liveThrough(house, { ...USUAL, matters: lived, seed: '7' });
  if (!done.ok) throw new Error(done.refusal.code);
  await multiply(owner);
  await measure();
} finally {
  await owner.end();
  await house.close();
  rmSync(folder, { recursive: true, force: true });
}

/** What is open, copied under new numbers with its facts. */
async function multiply(db: Pool): Promise<void> {
  const { rows } = await db.query('SELECT count(*)::int AS n FROM matter.matter WHERE reach IS NOT NULL');
  const rounds = Math.max(0, Math.round(open / rows[0].n) - 1);
  const number = (of: string) => `left(${of}, -6) || lpad((right(${of}, 6)::int + ${lived} * k)::text, 7, '0')`;
  const all = `generate_series(1, ${rounds}) AS k JOIN matter.matter m ON m.reach IS NOT NULL`;
  await db.query(`INSERT INTO journal.fact (matter, seq, kind, at, actor, capacity, account, holder, body, salt, chain)
    SELECT ${number('f.matter')}, f.seq, f.kind, f.at, f.actor, f.capacity, f.account, f.holder, f.body, f.salt, f.chain
      FROM ${all} JOIN journal.fact f ON f.matter = m.number`);
  await db.query(`INSERT INTO matter.work_item (matter, step, organ, roles, due, due_soon, opened)
    SELECT ${number('w.matter')}, w.step, w.organ, w.roles, w.due, w.due_soon, w.opened FROM ${all} JOIN matter.work_item w ON w.matter = m.number`);
  await db.query(`INSERT INTO matter.matter SELECT (populated).* FROM (SELECT jsonb_populate_record(m, jsonb_build_object('number', ${number('m.number')}))
    AS populated FROM ${all}) AS x`);
  await db.query('VACUUM ANALYZE');
}

async function measure(): Promise<void> {
  const { rows } = await owner.query(
    `SELECT (SELECT count(*)::int FROM matter.matter WHERE reach IS NOT NULL) AS open, (SELECT count(*)::int FROM matter.work_item) AS steps,
            percentile_disc($1::float8) WITHIN GROUP (ORDER BY reach)::text AS day FROM matter.matter WHERE reach IS NOT NULL`,
    [1 - share / 100],
  );
  const { open: there, steps, day } = rows[0];
  const { rows: asked } = await owner.query('SELECT count(*)::int AS n FROM matter.matter WHERE closed IS NULL AND reach >= $1', [day]);
  const file = JSON.stringify({
    layer: 'regional',
    year: Number(day.slice(0, 4)),
    document: { zh: '[2026] No. 1', en: '[2026] No. 1' },
    off: [{ from: day, to: day, name: 'A holiday of the area' }],
  });
  const said: string[] = [];
  const timed = async (what: string, work: () => Promise<CalendarChange>): Promise<void> => {
    const from = performance.now();
    const change = await work();
    const seconds = (performance.now() - from) / 1000;
    if (!change.ok) throw new Error(`${what}: ${change.refusals[0]?.code}`);
    said.push(`| ${what} | ${seconds.toFixed(2)} | ${change.moves.length} | ${Math.round(asked[0].n / seconds)} |`);
  };
  await timed('rehearsed', () => previewCalendar(house, { file }));
  await timed('entered', () => applyCalendar(house, { file }));
  await timed('taken back', () => undoCalendar(house));
  const text = [
    '# A changed calendar',
    '',
    `${there} open matters with ${steps} open steps; the changed day is ${day}, to which ${asked[0].n} of them reach. ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}.`,
    `The goal is ${GOAL_SECONDS} s over 1,000,000 open steps.`,
    '',
    '| | seconds | dates moved | matters asked a second |',
    '|---|---|---|---|',
    ...said,
    '',
  ].join('\n');
  process.stdout.write(`${text}\n`);
  if (!values.write) return;
  mkdirSync(join(import.meta.dirname, 'results'), { recursive: true });
  writeFileSync(join(import.meta.dirname, 'results/calendar.md'), text);
}
