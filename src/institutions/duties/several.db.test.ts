import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { application, call } from '../../../test/support/call.ts';
import { openTestHouse } from '../../../test/support/house.ts';
import { twoSweeps } from '../../../test/support/two-sweeps.ts';
import { lawHere } from '../../cli/deadline.ts';
import { walkClocks } from '../../cli/stored-clocks.ts';
import { calendarsOf } from '../../cli/stored-steps.ts';
import { setClock } from '../../county-clock.ts';
import { institutions } from '../../institutions.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { verifyJournal } from '../../kernel/journal/verify.ts';
import { rebuild } from '../../kernel/matter/rebuild.ts';
import { appendRegister } from '../../kernel/organisation/store.ts';
import { withClient } from '../../platform/database/connection.ts';
import { sweepNow } from '../../sweeping.ts';

const h = await openTestHouse();
const REPORT = 'disclosure.report-department';
const at = (local: string) => setClock(h.house, Date.parse(`${local}+08:00`));
const get = async (path: string, as = 'chief') => (await call(h, `/api/v1${path}`, undefined, { as })).body;
const did = (on: string) => ({ on, document: '县教育局网站', sentence: '年度报告已公布' });
const note = async (matter: string, as: string) => (await call(h, `/api/v1/duties/${matter}/note`, did('2026-01-20'), { as })).body;
const kinds = institutions.flatMap((i) => (i.kind ? [i.kind] : []));
const timeOf = async (owes: string): Promise<{ matter: string; organ: string; due: string }> =>
  (await h.db.owner.query(`SELECT matter, organ, due::text FROM duties.round WHERE owes = $1 ORDER BY due DESC LIMIT 1`, [owes])).rows[0];
const sound = () =>
  withClient(h.db.ownerUrl, async (db) => {
    expect((await verifyJournal(db)).faults).toEqual([]);
    const { differing } = await rebuild(db, kinds, false);
    expect(Object.entries(differing).filter(([, n]) => n > 0)).toEqual([]);
    // Every time that was opened is walked by the second implementation.
    const walked = await walkClocks(db, calendarsOf(await h.house.calendar()), lawHere().law);
    const { rows } = await db.query(`SELECT count(*)::int AS n FROM duties.round`);
    expect([walked.differ, walked.matters >= rows[0].n]).toEqual([[], true]);
  });
const twice = () => twoSweeps(h.house);

describe('[P18] the report that each department owes for itself (政府信息公开条例 49)', () => {
  beforeAll(async () => {
    await at('2026-01-19T08:00');
    await call(h, '/api/v1/matters', application());
  });

  it('is noted by its own chief, and by no other; its line says so, folded by its time', async () => {
    await twice();
    const { matter, due } = await timeOf('EDU');
    expect(due).toBe('2026-01-31');
    await at('2026-01-21T09:00');
    expect(await note(matter, 'SAM-CHF')).toMatchObject({ code: 'duty-answerer-only', who: ['EDU-DEP', 'EDU-CHF'] });
    expect(await note(matter, 'EDU-CHF')).toMatchObject({ matter, duty: REPORT, over: 0 });
    const { rows, late } = await get('/duties');
    const folds: { fold?: { title: string } }[] = rows.filter((row: { fold?: object }) => row.fold);
    expect([late, new Set(folds.map(({ fold }) => fold!.title)).size]).toEqual([0, 2]);
    const said = folds.find(({ fold }) => fold!.title.includes('2026年1月31日'))!.fold!.title;
    expect(said).toMatch(/28 个单位各自办理，已登记 1，待登记 27，已过期 0/);
    const page = await get(`/duties/${matter}`);
    expect(page).toMatchObject({ owner: { en: 'Education Bureau' }, answer: { organName: { en: 'Education Bureau' } } });
    expect(page.rounds).toHaveLength(1);
    expect(page.organs.find(({ matter: one }: { matter: string }) => one === matter)).toMatchObject({ light: 'closed' });
    expect((await get(`/duties/${REPORT}`, 'SAM-CHF')).owner).toMatchObject({ en: 'Market Regulation Bureau' });
    await sound();
  });

  it('the second checker names the day and the article that somebody planted in its records', async () => {
    const { matter } = await timeOf('EDU');
    const calendars = calendarsOf(await h.house.calendar());
    await withClient(h.db.ownerUrl, async (db) => {
      await db.query('BEGIN');
      await db.query('ALTER TABLE journal.fact DISABLE TRIGGER USER');
      await db.query(
        `UPDATE journal.fact SET body = replace(body::text, '政府信息公开条例 49', '政府信息公开条例 50')::json WHERE matter = $1`,
        [matter],
      );
      await db.query(
        `UPDATE journal.fact SET body = replace(body::text, '"on":"2026-01-20"', '"on":"2026-01-30"')::json WHERE matter = $1`,
        [matter],
      );
      const { differ } = await walkClocks(db, calendars, lawHere().law);
      await db.query('ROLLBACK');
      expect(differ).toMatchObject([
        { matter, seq: 1, fact: 'duty-opened', faults: ['derivation basis: says "政府信息公开条例 50", the law "政府信息公开条例 49"'] },
        { matter, fact: 'duty-noted', faults: ['on: says "2026-01-30", may not be after "2026-01-21"'] },
      ]);
    });
  });

  it('is told to the organ that owes it, and to no other', async () => {
    const { matter } = await timeOf('CTB');
    for (const day of ['2026-01-26', '2026-01-30', '2026-01-31', '2026-02-02']) await at(`${day}T09:00`).then(() => sweepNow(h.house));
    const { rows } = await h.db.owner.query(`SELECT DISTINCT seat FROM urging.entry WHERE matter = $1 AND rung <> 'supervision'`, [matter]);
    const seats: string[] = rows.map(({ seat }) => seat);
    expect(seats).toEqual(expect.arrayContaining(['CTB-DEP', 'CTB-CHF']));
    expect(seats.filter((seat) => /^(EDU|SAM)-/.test(seat))).toEqual([]);
  });

  it('goes to the successor when two departments become one, each time by itself; none of the old begins again', async () => {
    const { answers } = (await h.house.moment()).snapshot.worlds.duty as { answers: Map<string, object> };
    const successors = new Map([
      ['CTB', 'EDU'],
      ['SPT', 'EDU'],
    ]);
    answers.set('disclosure.report-department', { ...answers.get('disclosure.report-department'), successors });
    await withClient(h.db.ownerUrl, (db) =>
      appendRegister(db, {
        endings: ['CTB', 'SPT'].map((id) => ({ kind: 'organ', id, last: '2026-02-28' as LocalDate })),
        reason: '机构改革',
        by: 'seed',
        at: '2026-02-20T00:00:00Z',
      }),
    );
    // As whatever changes the register does: no engine goes on with the one before.
    await h.db.owner.query('UPDATE matter.county SET edition = edition + 1');
    const owed = (await timeOf('CTB')).matter;
    await at('2026-02-28T09:00');
    await sweepNow(h.house);
    expect((await timeOf('CTB')).organ).toBe('CTB');
    await at('2026-03-01T09:00');
    await twice();
    const times = await Promise.all(['CTB', 'SPT', 'EDU'].map(timeOf));
    expect(times.map(({ organ, due }) => [organ, due])).toEqual(Array.from({ length: 3 }, () => ['EDU', '2027-01-31']));
    expect(await note(owed, 'CTB-CHF')).toMatchObject({ status: 403 });
    const csv = await (await fetch(`${h.url}/api/v1/duties.csv?lang=en`, { headers: h.as('chief') })).text();
    const lines = (parse(csv, { bom: true, columns: true }) as Record<string, string>[]).filter(({ Remarks = '' }) =>
      Remarks.includes('taken'),
    );
    expect(new Set(lines.map(({ Answerable, Remarks }) => `${Answerable}: ${Remarks!.split(';')[0]}`)).size).toBe(2);
    await sound();
    await at('2027-02-01T09:00');
    await sweepNow(h.house);
    const after = await h.db.owner.query(`SELECT DISTINCT owes FROM duties.round WHERE term = $1 AND due = '2028-01-31'`, [REPORT]);
    expect(after.rows.map(({ owes }) => owes)).not.toEqual(expect.arrayContaining(['CTB']));
    expect(after.rows.map(({ owes }) => owes)).toContain('EDU');
    await sound();
  }, 120_000);
});
