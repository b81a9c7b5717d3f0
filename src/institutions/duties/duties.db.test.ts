import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { application, call } from '../../../test/support/call.ts';
import { openTestHouse } from '../../../test/support/house.ts';
import { twoSweeps } from '../../../test/support/two-sweeps.ts';
import { deadlinesOf } from '../../calendar-edition.ts';
import { setClock } from '../../county-clock.ts';
import { readModelOrganisation } from '../../county-files.ts';
import { institutions } from '../../institutions.ts';
import { verifyJournal } from '../../kernel/journal/verify.ts';
import { rebuild } from '../../kernel/matter/rebuild.ts';
import { withClient } from '../../platform/database/connection.ts';
import { sweepNow } from '../../sweeping.ts';
import { NO_ANSWERS } from './answers.ts';

const h = await openTestHouse();
const at = (local: string) => setClock(h.house, Date.parse(`${local}+08:00`));
const get = async (path: string, as = 'chief') => (await call(h, `/api/v1${path}`, undefined, { as })).body;
const did = (on: string, more: object = {}) => ({ on, document: '示政办纪〔2026〕3号', sentence: '会议已召开', ...more });
const note = (duty: string, body: object, as = 'GOV-DIR', headers = {}) => call(h, `/api/v1/duties/${duty}/note`, body, { as, headers });
const MEETING = 'meetings.executive';
/** Each owes its annual report for itself. */
const DEPARTMENTS = readModelOrganisation().register.organs.filter(({ kind }) => kind === 'government-department').length;
const rounds = async (term = MEETING): Promise<{ matter: string; due: string; light: string; over: number }[]> =>
  (await get(`/duties/${term}`)).rounds;
const openOne = async (term = MEETING) => (await rounds(term)).filter(({ light }) => light !== 'closed').at(-1)!;
const kinds = institutions.flatMap((i) => (i.kind ? [i.kind] : []));
const sound = () =>
  withClient(h.db.ownerUrl, async (db) => {
    expect((await verifyJournal(db)).faults).toEqual([]);
    const { differing } = await rebuild(db, kinds, false);
    expect(Object.entries(differing).filter(([, n]) => n > 0)).toEqual([]);
  });
const told = async (matter: string): Promise<string[]> =>
  (await h.db.owner.query(`SELECT DISTINCT rung || ' ' || day AS told FROM urging.entry WHERE matter = $1 ORDER BY 1`, [matter])).rows.map(
    (row) => row.told,
  );

describe('[P18] a county’s recurring duties', () => {
  beforeAll(async () => {
    await at('2026-02-10T08:00');
    // Nothing of a county is watched before it has begun.
    expect((await h.db.owner.query('SELECT count(*)::int AS n FROM matter.matter')).rows[0].n).toBe(0);
    await call(h, '/api/v1/matters', application());
  });

  it('begin by the sweep, once by two processes, with whoever answers', async () => {
    await twoSweeps(h.house);
    const { rows } = await h.db.owner.query(`SELECT term, owes, count(*)::int AS n FROM duties.round GROUP BY term, owes`);
    expect([rows.length, rows.every(({ n }) => n === 1)]).toEqual([8 + DEPARTMENTS, true]);
    expect(await openOne()).toMatchObject({ due: '2026-02-28', light: 'in-time' });
    expect((await get(`/duties/${MEETING}`)).answer).toMatchObject({
      organName: { en: 'County Government Office' },
      seats: [{ seat: 'GOV-DIR' }, { seat: 'GOV-DEP' }, { seat: 'GOV-CHF' }],
    });
    await sound();
  });

  it('are no licences: no list, no number, no account, no desk of the centre has them', async () => {
    const { matter } = await openOne();
    expect((await get(`/matters/${matter}`)).code).toBe('matter-not-found');
    const { matters } = await get('/matters', 'GOV-CHF');
    expect(matters.map(({ item }: { item: string }) => item)).toEqual(['SAM-L01']);
    for (const path of ['/board', `/search?q=${matter}`, '/desk', '/accounts', '/head', '/wall'])
      expect(JSON.stringify(await get(path, 'GOV-CHF')), path).not.toMatch(/2026-D-|meetings\.|disclosure\./);
    const { organs } = await get('/board');
    expect(organs.reduce((sum: number, { open }: { open: number }) => sum + open, 0)).toBe(1);
    expect((await fetch(`${h.url}/today`)).status).toBeLessThan(500);
    expect(await (await fetch(`${h.url}/`)).text()).not.toContain('2026-D-');
    // Its day is one of the county's open dates all the same.
    expect((await deadlinesOf(h.house)).filter(({ clock }) => clock === 'duty')).toHaveLength(8 + DEPARTMENTS);
  });

  it('are told of by the ladder: due soon, on the last day, over; nothing twice', async () => {
    const { matter } = await openOne();
    for (const morning of [
      '2026-02-24T09:00',
      '2026-02-25T09:00',
      '2026-02-26T09:00',
      '2026-02-27T09:00',
      '2026-02-28T09:00',
      '2026-03-02T09:00',
      '2026-03-03T09:00',
    ]) {
      await at(morning);
      await sweepNow(h.house);
    }
    const rungs = await told(matter);
    expect(rungs.map((one) => one.split(' ')[0])).toEqual(expect.arrayContaining(['handler', 'section-head', 'chief']));
    expect(new Set(rungs.map((one) => one.split(' ')[0])).size).toBe(rungs.length);
    const { lists } = await get('/urgings/mine', 'GOV-DIR');
    const line = lists.flatMap(({ entries }: { entries: object[] }) => entries).find((one: { matter: string }) => one.matter === matter);
    expect(line).toMatchObject({
      page: `/duties/${matter}`,
      itemName: { zh: '常务会议' },
      clockName: { zh: '定期职责' },
      tierName: { en: 'promised limit' },
    });
    expect((await rounds()).map(({ due, light }) => [due, light])).toEqual([
      ['2026-03-31', 'in-time'],
      ['2026-02-28', 'over-promise'],
    ]);
  });

  it('are noted by who answers, once, on a day that can be; late by so many days, and then nobody is told again', async () => {
    const { matter } = (await rounds())[1]!;
    const code = async (...ask: Parameters<typeof note>) => (await note(...ask)).body.code;
    expect(await code(matter, did('2026-03-02'), 'SAM-CHF')).toBe('duty-answerer-only');
    expect((await note(matter, did('2026-03-02'), 'SAM-CHF')).body.who).toEqual(['GOV-DIR', 'GOV-DEP', 'GOV-CHF']);
    expect(await code(matter, did('2026-03-04'))).toBe('duty-day-to-come');
    expect(await code(matter, did('2026-01-31'))).toBe('duty-day-too-early');
    expect((await note(matter, did('2026-03-02', { document: '' }))).body.errors).toMatchObject([{ path: 'document' }]);
    const key = { 'idempotency-key': 'once' };
    const { status, body } = await note(matter, did('2026-03-02'), 'GOV-DIR', key);
    expect([status, body]).toEqual([
      200,
      { matter, version: expect.any(Number), duty: MEETING, due: '2026-02-28', on: '2026-03-02', over: 2 },
    ]);
    expect((await note(matter, did('2026-03-02'), 'GOV-DIR', key)).body).toEqual(body);
    expect(await code(matter, did('2026-03-02'))).toBe('duty-noted-already');
    const before = await told(matter);
    await at('2026-03-04T09:00');
    await at('2026-03-12T09:00');
    expect(await told(matter)).toEqual(before);
    const open = await h.db.owner.query('SELECT FROM urging.entry WHERE matter = $1 AND settled IS NULL', [matter]);
    expect(open.rowCount).toBe(0);
    await sound();
  });

  it('counted from the last time begin with a first note, and then from each note', async () => {
    const drill = 'emergency.drill';
    expect((await get(`/duties/${drill}`, 'EMB-CHF')).first).toMatchObject({ allowed: true });
    expect((await note(drill, did('2024-05-06'), 'chief')).body.code).toBe('duty-answerer-only');
    expect((await note(drill, did('2024-05-06', { on: 'x' }), 'EMB-CHF')).body.errors).toMatchObject([{ path: 'on' }]);
    expect((await note(MEETING, did('2026-03-03'))).body.code).toBe('duty-time-to-choose');
    expect((await note('no.duty', did('2026-03-03'))).body.code).toBe('duty-not-found');
    const two = await Promise.all([note(drill, did('2024-05-06'), 'EMB-CHF'), note(drill, did('2024-05-07'), 'EMB-DEP')]);
    expect(two.map(({ status }) => status).sort()).toEqual([200, 422]);
    const { body } = two.find(({ status }) => status === 200)!;
    await sweepNow(h.house);
    const next = await openOne(drill);
    expect(next.due).toBe(body.on.replace('2024', '2027'));
    await note(next.matter, did('2026-03-11'), 'EMB-CHF');
    await sweepNow(h.house);
    expect(await openOne(drill)).toMatchObject({ due: '2029-03-11', provisional: false, actByProvisional: true });
    await sound();
  });

  it('the register says it all, and is taken away', async () => {
    const csv = await (await fetch(`${h.url}/api/v1/duties.csv?lang=en`, { headers: h.as('chief') })).text();
    const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.find(({ Duty }) => Duty === 'Executive meeting')).toMatchObject({
      Due: '2026-03-31',
      Answerable: 'County Government Office · Director of the government office',
      'Last done': '2026-03-02',
      Document: '示政办纪〔2026〕3号',
    });
    const page = await get('/duties');
    expect(page).toMatchObject({ unanswered: 0, late: 2, unknown: 2 });
    expect(page.rows.find(({ href }: { href: string }) => href.endsWith('emergency.evaluate'))).toMatchObject({
      sign: 'unarmed',
    });
    expect((await call(h, '/api/v1/duties/emergency.drill')).status).toBe(401);
    expect((await call(h, '/api/v1/duties/emergency.drill', undefined, { as: 'citizen' })).body.code).toBe('no-authority');
  });

  it('that nobody answers for are said to be so, and nothing is opened', async () => {
    const world = (await h.house.moment()).snapshot.worlds as { duty: { answers: unknown } };
    const { answers } = world.duty;
    world.duty.answers = NO_ANSWERS;
    const before = (await h.db.owner.query('SELECT count(*)::int AS n FROM duties.round')).rows[0].n;
    await at('2026-04-02T09:00');
    expect((await h.db.owner.query('SELECT count(*)::int AS n FROM duties.round')).rows[0].n).toBe(before);
    expect((await get('/duties')).unanswered).toBeGreaterThan(0);
    expect((await note('portfolios.divide', did('2026-03-03'))).body.code).toBe('duty-nobody-answers');
    world.duty.answers = answers;
  });

  it('are not noted before they can be done: the page and the note say the same', async () => {
    await sweepNow(h.house);
    const report = 'disclosure.report-county';
    const { rounds: times } = await get(`/duties/${report}`, 'GOV-CHF');
    expect(times[0]).toMatchObject({
      earliest: '2027-01-01',
      act: { allowed: false, reasons: [{ code: 'duty-day-too-early', text: expect.stringContaining('2027-01-01') }] },
    });
    expect((await note(times[0].matter, did('2026-04-02'), 'GOV-CHF')).body).toMatchObject({ code: 'duty-day-too-early', status: 422 });
  });
});
