import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { AS_IT_IS_2026, CORRECTED_2026, ETHNIC_AREA, NOTICE_2027 } from '../test/support/calendars.ts';
import { application, call } from '../test/support/call.ts';
import { testDatabase } from '../test/support/database.ts';
import { openTestHouse } from '../test/support/house.ts';
import { applyCalendar, type CalendarChange, deadlinesOf, previewCalendar, previewUndo, undoCalendar } from './calendar-edition.ts';
import { askLate } from './calendar-entering.ts';
import { setClock } from './county-clock.ts';
import { institutions } from './institutions.ts';
import { addDays, type CalendarEdition } from './kernel/clock/index.ts';
import { appendEdition } from './kernel/journal/editions.ts';
import { importLines } from './kernel/journal/intake.ts';
import { exportLines, JOURNAL_TABLES } from './kernel/journal/ndjson.ts';
import { verifyJournal } from './kernel/journal/verify.ts';
import { reckonReach } from './kernel/matter/dates.ts';
import { rebuild } from './kernel/matter/rebuild.ts';
import { openHouseOn } from './open-house.ts';
import { withClient } from './platform/database/connection.ts';
import { REGISTER_TABLES } from './records.ts';

const h = await openTestHouse();
const { house } = h;
const TABLES = [...REGISTER_TABLES, ...JOURNAL_TABLES];
const kinds = institutions.flatMap((i) => (i.kind ? [i.kind] : []));
const file = (json: unknown) => ({ file: JSON.stringify(json) });
const done = (change: CalendarChange) => {
  if (!change.ok) throw new Error(JSON.stringify(change));
  return change;
};
const code = (change: CalendarChange) => (change.ok ? 'done' : change.refusals[0]!.code);
const sound = () =>
  withClient(h.db.ownerUrl, async (db) => {
    expect((await verifyJournal(db)).faults).toEqual([]);
    const { differing } = await rebuild(db, kinds, false);
    expect(Object.entries(differing).filter(([, n]) => n > 0)).toEqual([]);
  });
const editions = async () => (await h.db.owner.query('SELECT number, actor, body FROM journal.calendar_edition ORDER BY number')).rows;

/** The next edition, as another process would enter it. */
const another = async (): Promise<{ next: CalendarEdition }> => {
  const [{ now: at }, { editions: all }] = [await house.moment(), await house.calendar()];
  const years = [{ ...ETHNIC_AREA, layer: 'regional', status: 'official', makeup: [] }] as unknown as CalendarEdition['years'];
  return { next: { number: all.length + 1, at, actor: 'o-0001', cause: 'c', years } };
};

beforeAll(async () => {
  await setClock(house, Date.parse('2026-02-25T09:00+08:00'));
  for (const item of ['SAM-L02', 'SAM-L02', 'UMB-L01', 'DRC-L01', 'SAM-L01']) {
    const { body } = await call(h, '/api/v1/matters', application({ item }));
    if (item !== 'SAM-L01') await h.act(body.number, 'clerk', 'accept');
  }
});

describe('an edition of the calendar', () => {
  it('is rehearsed without a trace, entered as rehearsed, and taken back to the day', async () => {
    const before = await deadlinesOf(house);
    const facts = async () => (await h.db.owner.query('SELECT count(*)::int AS n FROM journal.fact')).rows[0].n as number;
    const n = await facts();
    const preview = done(await previewCalendar(house, file(CORRECTED_2026)));
    expect([await facts(), await editions(), await deadlinesOf(house)]).toEqual([n, [], before]);
    expect(preview.moves.length).toBeGreaterThan(4);

    const applied = done(await applyCalendar(house, file(CORRECTED_2026), 'o-0001'));
    expect(applied).toEqual(preview);
    const after = await deadlinesOf(house);
    const moved = after.filter(({ due }, i) => due !== before[i]!.due).map(({ matter, clock, due }) => `${matter} ${clock} ${due}`);
    expect(applied.moves.map(({ matter, clock, to }) => `${matter} ${clock} ${to}`).sort()).toEqual(moved.sort());
    expect(await editions()).toEqual([{ number: 1, actor: 'o-0001', body: expect.stringContaining('更正调休上班日') }]);
    await sound();

    expect(done(await previewUndo(house)).moves.length).toBe(applied.moves.length);
    const other = JSON.stringify({ ...CORRECTED_2026, layer: 'county', document: { zh: '另一个文件', en: 'Another document' } });
    const strange = await previewUndo(house, { file: other });
    expect(code(strange)).toBe('calendar-other-edition');
    expect(strange.ok || strange.refusals[0]!.params).toMatchObject({
      edition: applied.edition.name,
      document: CORRECTED_2026.document.zh,
    });
    expect(done(await previewUndo(house, { file: JSON.stringify(CORRECTED_2026) })).moves.length).toBe(applied.moves.length);
    expect(done(await undoCalendar(house)).edition).toMatchObject({ number: 2, name: '2026.1', undoes: 1 });
    expect(await deadlinesOf(house)).toEqual(before);
    await sound();
  });

  it('[X1] [X3] takes a recorded breach back where the corrected day shows that it was none; undone, it counts since its own day', async () => {
    const number = (await call(h, '/api/v1/matters', application({ item: 'SAM-L02' }))).body.number as string;
    await h.act(number, 'clerk', 'accept');
    const promised = (await deadlinesOf(house)).find(({ matter, clock }) => matter === number && clock === 'promised')!.due;
    const passed = addDays(promised, 1);
    await setClock(house, Date.parse(`${passed}T09:00+08:00`));
    const breach = async () =>
      (await h.db.owner.query("SELECT on_day, taken_back FROM licensing.breach WHERE matter = $1 AND kind = 'late:promised'", [number]))
        .rows;
    const light = async () => (await h.db.owner.query('SELECT light FROM matter.matter WHERE number = $1', [number])).rows[0].light;
    const kinds = async () =>
      (await h.db.owner.query('SELECT kind FROM journal.fact WHERE matter = $1 ORDER BY seq', [number])).rows.map((r) => r.kind);
    const before = await deadlinesOf(house);
    expect([await breach(), await light()]).toEqual([[{ on_day: passed, taken_back: null }], 'over-promise']);

    done(await applyCalendar(house, file(CORRECTED_2026)));
    expect([await breach(), await light()]).toEqual([[{ on_day: passed, taken_back: passed }], 'due-soon']);
    expect((await kinds()).slice(-3)).toEqual(['calendar-changed', 'breach-taken-back', 'limit-near']);
    await sound();

    done(await undoCalendar(house));
    expect([await breach(), await light()]).toEqual([[{ on_day: passed, taken_back: null }], 'over-promise']);
    expect(await deadlinesOf(house)).toEqual(before);
    await sound();
  });

  it('that says nothing new, has faults, or is not there to be taken back, changes nothing', async () => {
    const was = await editions();
    expect(code(await applyCalendar(house, file(AS_IT_IS_2026)))).toBe('calendar-unchanged');
    const faulty = await applyCalendar(house, file({ ...NOTICE_2027, makeup: ['2027-02-19', '2027-02-20', '2027-02-20'] }));
    expect([code(faulty), !faulty.ok && faulty.faults.map((f) => `${f.place} ${f.code}`)]).toEqual([
      'calendar-file-faulty',
      ['makeup[0] not-a-weekend', 'makeup[2] duplicate'],
    ]);
    expect(code(await undoCalendar(house))).toBe('calendar-nothing-to-undo');
    expect(await editions()).toEqual(was);
  });

  it('of two entered at once, only one is', async () => {
    const { next } = await another();
    const first = await h.db.app.connect();
    await first.query('BEGIN');
    expect(await appendEdition(first, next)).toBe(true);
    const second = applyCalendar(house, file(CORRECTED_2026));
    await sleep(300);
    await first.query('COMMIT');
    first.release();
    expect(code(await second)).toBe('calendar-overtaken');
    await askLate(house);
    done(await undoCalendar(house));
    expect((await house.moment()).calendar.edition).toBe('2026.1');
  });

  it('[S3-38] any row of them taken back one by one gives the dates of before, to the letter', async () => {
    const before = await deadlinesOf(house);
    const days = fc.integer({ min: 1, max: 27 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`);
    const some = fc.record({ layer: fc.constantFrom('regional', 'county'), days: fc.uniqueArray(days, { minLength: 1, maxLength: 4 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(some, { minLength: 1, maxLength: 3 }), async (rows) => {
        let entered = 0;
        for (const { layer, days } of rows) {
          const off = days.map((date) => ({ from: date, to: date, name: date }));
          const change = await applyCalendar(house, file({ ...ETHNIC_AREA, layer, off }));
          if (change.ok) entered++;
        }
        for (; entered > 0; entered--) done(await undoCalendar(house));
        expect(await deadlinesOf(house)).toEqual(before);
      }),
      { seed: 20260213, numRuns: 12 },
    );
    await sound();
  });

  it('is seen by another process at once, and by whoever acts next', async () => {
    const other = await openHouseOn(house.config, house.server, house.county);
    try {
      expect((await other.moment()).calendar.edition).toBe('2026.1');
      const { edition } = done(await applyCalendar(house, file(ETHNIC_AREA)));
      expect((await other.moment()).calendar.edition).toBe(edition.name);
      expect(await deadlinesOf(other)).toEqual(await deadlinesOf(house));
      done(await undoCalendar(other));
      expect((await house.moment()).calendar.edition).toBe('2026.1');
    } finally {
      await other.close();
    }
  });

  it('entered by a process that stopped before it had asked every matter is finished by the next sweep', async () => {
    const before = await deadlinesOf(house);
    expect(await appendEdition(h.db.app, (await another()).next)).toBe(true);
    expect(await deadlinesOf(house)).toEqual(before);
    expect(await askLate(house)).toBeGreaterThan(0);
    expect(await askLate(house)).toBe(0);
    expect(await deadlinesOf(house)).not.toEqual(before);
    await sound();
  });

  it('goes with an export, is taken in with it, and is refused where it is not what it was', async () => {
    const lines: string[] = [];
    await withClient(h.db.ownerUrl, async (db) => {
      for await (const line of exportLines(db, TABLES)) lines.push(line);
    });
    const fresh = await testDatabase();
    await withClient(fresh.ownerUrl, async (db) => {
      expect((await importLines(db, lines, TABLES)).faults).toEqual([]);
      await rebuild(db, kinds, true);
      expect((await verifyJournal(db)).faults).toEqual([]);
      const again: string[] = [];
      for await (const line of exportLines(db, TABLES)) again.push(line);
      expect(again).toEqual(lines);
      await db.query('ALTER TABLE journal.calendar_edition DISABLE TRIGGER ALL');
      await db.query(`UPDATE journal.calendar_edition SET body = replace(body, '更正', '改正') WHERE number = 1`);
      await db.query('DELETE FROM journal.calendar_edition WHERE number = 2');
      expect((await verifyJournal(db)).faults).toEqual([
        { matter: 'calendar', seq: 1, code: 'chain' },
        { matter: 'calendar', seq: 3, code: 'gap' },
        { matter: 'calendar', seq: 3, code: 'chain' },
      ]);
    });
  });

  it('is appended, never changed, by nobody', async () => {
    for (const sql of [
      "UPDATE journal.calendar_edition SET actor = 'x' WHERE false",
      'DELETE FROM journal.calendar_edition',
      'TRUNCATE journal.calendar_edition',
    ]) {
      await expect(h.db.app.query(sql)).rejects.toMatchObject({ code: '42501' });
      await expect(h.db.owner.query(sql)).rejects.toMatchObject({ code: '23001' });
    }
  });

  it('finds by an index only the matters that reach into its days; those of earlier releases are reckoned when the county opens', async () => {
    const of = async () => (await h.db.owner.query('SELECT number, reach::text FROM matter.matter ORDER BY number')).rows;
    const was = await of();
    await h.db.owner.query(`UPDATE matter.matter SET reach = 'infinity' WHERE closed IS NULL`);
    expect(await reckonReach(h.db.app, (name) => house.engine.kind(name))).toBe(was.length);
    // Exact now; before, a reach that an act had brought nearer stood where it was.
    const exact = await of();
    expect(exact.map(({ number }) => number)).toEqual(was.map(({ number }) => number));
    expect(exact.every(({ reach }, i) => reach <= was[i].reach)).toBe(true);
    expect(done(await previewCalendar(house, file(NOTICE_2027))).moves).toEqual([]);
  });

  it('of a year that has passed is sealed, and cannot be taken back', async () => {
    done(await applyCalendar(house, file(NOTICE_2027)));
    await setClock(house, Date.parse('2028-01-04T09:00+08:00'));
    expect(code(await undoCalendar(house))).toBe('calendar-year-sealed');
    expect(code(await applyCalendar(house, file(NOTICE_2027)))).toBe('calendar-file-faulty');
  });
});
