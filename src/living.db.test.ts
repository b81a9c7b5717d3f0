import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../test/support/database.ts';
import { institutions } from './institutions.ts';
import type { LocalDate } from './kernel/clock/types.ts';
import { exportLines, JOURNAL_TABLES } from './kernel/journal/ndjson.ts';
import { verifyJournal } from './kernel/journal/verify.ts';
import { rebuild } from './kernel/matter/rebuild.ts';
import { liveThrough, type Period } from './living.ts';
import { openHouseOn } from './open-house.ts';
import type { DatabaseServer } from './platform/database/server.ts';
import { REGISTER_TABLES } from './records.ts';

const PERIOD: Period = { matters: 60, from: '2025-12-15' as LocalDate, to: '2026-01-18' as LocalDate, seed: '7' };

async function lived(period: Period) {
  const db = await testDatabase();
  const config = { port: 0, host: '127.0.0.1', county: 'model', dataDir: tmpdir() };
  const county = { county: 'model', database: db.name, appRole: '', appUrl: db.appUrl, ownerUrl: db.ownerUrl };
  const house = await openHouseOn(config, { close: async () => {} } as DatabaseServer, county);
  const outcome = await liveThrough(house, period);
  const again = await liveThrough(house, period);
  const { today } = await house.moment();
  const client = await db.owner.connect();
  const { rows: visits } = await client.query(
    `SELECT status, count(*)::int AS n, min(waited) AS least, max(waited) AS most, bool_and(status <> 'served' OR handled > 0) AS handled
       FROM visits.visit GROUP BY status ORDER BY status`,
  );
  const { rows: counts } = await client.query(
    `SELECT day::text, difference = 0 OR reason <> '' AS explained, reviewer IS NOT NULL AS reviewed FROM till.count ORDER BY day`,
  );
  const lines: string[] = [];
  for await (const line of exportLines(client, [...JOURNAL_TABLES, ...REGISTER_TABLES])) lines.push(line);
  const { faults } = await verifyJournal(client);
  const kinds = institutions.flatMap((i) => (i.kind ? [i.kind] : []));
  const { differing } = await rebuild(client, kinds, false);
  client.release();
  await house.close();
  return { outcome, again, today, lines, faults, differing, visits, counts };
}

describe('a county that is lived', () => {
  it('begins when its registers do', async () => {
    const early = await lived({ ...PERIOD, from: '2020-01-01' as LocalDate, to: '2020-01-02' as LocalDate });
    expect(early.outcome).toMatchObject({ ok: false, refusal: { code: 'county-begins-later' } });
  });

  it('from the same seed is the same to the byte, verifies, and its tables are what its facts make of them', {
    timeout: 60_000,
  }, async () => {
    const [one, two] = [await lived(PERIOD), await lived(PERIOD)];
    expect(one.outcome).toMatchObject({ ok: true, lived: { matters: 60 } });
    expect(one.lines.length).toBeGreaterThan(700);
    expect(two.lines).toEqual(one.lines);
    expect(one.faults).toEqual([]);
    expect(Object.values(one.differing).every((n) => n === 0)).toBe(true);
    expect(one.today).toBe('2026-01-19');
    // Who came to a window waited and was served; on the Monday on which the county begins a queue stands at the door.
    expect(one.visits.map(({ status }) => status)).toEqual(expect.arrayContaining(['served', 'waiting']));
    expect(one.visits.find(({ status }) => status === 'waiting').n).toBe(9);
    expect(one.visits.every(({ handled }) => handled)).toBe(true);
    expect(one.visits.find(({ status }) => status === 'served').most).toBeLessThan(3600);
    // Every day with money was counted, and reviewed on the next working morning if that has come.
    expect(one.counts.length).toBeGreaterThan(1);
    expect(one.counts.every(({ explained }) => explained)).toBe(true);
    expect(one.counts.every(({ day, reviewed }) => reviewed === day < '2026-01-16')).toBe(true);
  });

  it('from another seed is another; a county that has matters is not lived', { timeout: 60_000 }, async () => {
    const other = await lived({ ...PERIOD, matters: 20, seed: '8' });
    expect(other.outcome).toMatchObject({ ok: true, lived: { matters: 20 } });
    expect(other.again).toMatchObject({
      ok: false,
      refusal: { code: 'county-not-empty', params: { matters: 20, others: expect.any(Number) } },
    });
  });
});
