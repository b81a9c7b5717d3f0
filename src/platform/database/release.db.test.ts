import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { call, whole } from '../../../test/support/call.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { openTestHouse } from '../../../test/support/house.ts';
import { migrationsOf, readRelease, releaseFile, restoreRelease } from '../../../test/support/release.ts';
import { lawHere } from '../../cli/deadline.ts';
import { walkClocks } from '../../cli/stored-clocks.ts';
import { calendarsOf } from '../../cli/stored-steps.ts';
import { setClock } from '../../county-clock.ts';
import { institutions } from '../../institutions.ts';
import { importLines } from '../../kernel/journal/intake.ts';
import { exportLines, JOURNAL_TABLES } from '../../kernel/journal/ndjson.ts';
import { verifyJournal } from '../../kernel/journal/verify.ts';
import { rebuild } from '../../kernel/matter/rebuild.ts';
import { MIGRATIONS } from '../../open-house.ts';
import { REGISTER_TABLES } from '../../records.ts';
import { withClient } from './connection.ts';
import { knownMigrations, migrate } from './migrate.ts';

/** The last release, kept by `scripts/keep-release.ts`. */
const RELEASE = '0.1';
const kept = readRelease(RELEASE);
const count = (table: string) => kept.find(({ name }) => name === table)?.rows.length ?? 0;
const kinds = institutions.flatMap((i) => (i.kind ? [i.kind] : []));
const applied: string[] = [];
const TABLES = [...REGISTER_TABLES, ...JOURNAL_TABLES];
/** What `banjie export` of that release wrote. */
const exported: string[] = [];

const h = await openTestHouse({
  prepare: async ({ owner, ownerUrl }) => {
    const { rows } = await owner.query(
      `SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname NOT IN ('information_schema', 'public')`,
    );
    for (const { nspname } of rows) await owner.query(`DROP SCHEMA ${nspname} CASCADE`);
    await restoreRelease(ownerUrl, kept);
    // Tables that came later are not in an export of that day.
    const then = new Set(kept.map(({ name }) => name));
    await withClient(ownerUrl, async (db) => {
      for await (const line of exportLines(
        db,
        TABLES.filter(({ name }) => then.has(name)),
      ))
        exported.push(line);
    });
    applied.push(...(await migrate(ownerUrl, MIGRATIONS)).map(({ name }) => name));
  },
});

/** A column of the matters that the release left behind. */
const numbersWith = async (where: string): Promise<string[]> =>
  (await h.db.owner.query(`SELECT number FROM matter.matter WHERE ${where} ORDER BY number`)).rows.map((r) => r.number);

describe(`the county of release ${RELEASE}, opened by this one`, () => {
  it('was kept small, and is a lived county: open, closed, late, billed', async () => {
    expect(statSync(releaseFile(RELEASE)).size).toBeLessThan(300_000);
    expect([count('matter.matter') >= 50, count('journal.fact') >= 400, count('licensing.decision') >= 30]).toEqual([true, true, true]);
    expect((await numbersWith('closed IS NULL')).length).toBeGreaterThanOrEqual(5);
    expect((await numbersWith('closed IS NOT NULL')).length).toBeGreaterThanOrEqual(20);
  });

  it('has the migrations of its day unchanged, and got all that came after', async () => {
    const then = migrationsOf(kept);
    const known = knownMigrations(MIGRATIONS);
    expect(known.slice(0, then.length).map(({ number, sha256 }) => ({ number, sha256 }))).toEqual(then);
    expect(applied).toEqual(known.slice(then.length).map(({ name }) => name));
    expect((await call(h, '/healthz')).body).toMatchObject({ migrations: { applied: known.length, known: known.length } });
  });

  it('every record is what it was, and every derived table what the records say', async () => {
    const { faults, facts } = await withClient(h.db.ownerUrl, (db) => verifyJournal(db));
    expect([faults, facts]).toEqual([[], count('journal.fact')]);
    const { differing, tables } = await withClient(h.db.ownerUrl, (db) => rebuild(db, kinds, false));
    expect(tables).toBeGreaterThanOrEqual(4);
    expect(Object.entries(differing).filter(([, n]) => n > 0)).toEqual([]);
  });

  it('every date on record is walked and none is called wrong; what it did not record is said to be missing', async () => {
    const calendars = calendarsOf(await h.house.calendar());
    const found = await withClient(h.db.ownerUrl, (db) => walkClocks(db, calendars, lawHere().law));
    expect(found.differ).toEqual([]);
    expect([found.clocks > 300, found.steps > 60, found.days > 900, found.terms > 1500]).toEqual([true, true, true, true]);
    expect(found.notCompared).toEqual([]);
  });

  it('one of its matters is opened, told and acted on; a new one is filed and accepted', async () => {
    const [open] = await numbersWith(`status IN ('accepted', 'examining') AND light <> 'paused'`);
    const seen = await call(h, `/api/v1/matters/${open}`, undefined, { as: 'clerk' });
    expect([seen.status, seen.body.number]).toEqual([200, open]);
    const withdrawn = await call(
      h,
      `/api/v1/matters/${open}/actions/withdraw`,
      { reason: '申请人书面撤回', signed: true },
      { as: 'clerk' },
    );
    expect([withdrawn.status, withdrawn.body]).toEqual([200, expect.objectContaining({ number: open, state: 'closed' })]);

    const serial = Math.max(...(await numbersWith('true')).map((number) => Number(number.slice(-6))));
    const filed = await call(h, '/api/v1/matters', whole('SAM-L02'));
    expect(filed.body.number).toMatch(new RegExp(`-0*${serial + 1}$`));
    // Each kind goes on by itself from the last number that all shared.
    const { today, calendar } = await h.house.moment();
    await setClock(h.house, Date.parse(`${calendar.nth(today, 1)}T09:30+08:00`));
    const visit = await call(h, '/api/v1/window/tickets', { queue: 'filing' }, { as: 'clerk' });
    expect(visit.body.visit).toMatch(new RegExp(`-V-0*${serial + 1}$`));
    expect(await h.act(filed.body.number, 'clerk', 'accept')).toMatchObject({ state: 'accepted', version: 2 });
    expect((await withClient(h.db.ownerUrl, (db) => verifyJournal(db))).faults).toEqual([]);
  });

  it('a backup of that day is taken in by this version, and verifies', async () => {
    const fresh = await testDatabase();
    await withClient(fresh.ownerUrl, async (db) => {
      const { rows, faults } = await importLines(db, exported, TABLES);
      expect([rows, faults]).toEqual([exported.length, []]);
      await rebuild(db, kinds, true);
      expect(await verifyJournal(db)).toMatchObject({ faults: [], facts: count('journal.fact') });
      const { rows: matters } = await db.query('SELECT count(*)::int AS n FROM matter.matter');
      expect(matters[0].n).toBe(count('matter.matter'));
    });
  });
});
