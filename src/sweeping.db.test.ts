import { beforeAll, describe, expect, it } from 'vitest';
import { CORRECTED_2026 } from '../test/support/calendars.ts';
import { application, call } from '../test/support/call.ts';
import { openTestHouse } from '../test/support/house.ts';
import { deadlinesOf } from './calendar-edition.ts';
import { setClock } from './county-clock.ts';
import { institutions } from './institutions.ts';
import { addDays, type CalendarEdition } from './kernel/clock/index.ts';
import { appendEdition } from './kernel/journal/editions.ts';
import { verifyJournal } from './kernel/journal/verify.ts';
import { foreseenWrites } from './kernel/matter/foreseen.ts';
import { rebuild } from './kernel/matter/rebuild.ts';
import { sweepCounty } from './kernel/matter/sweep.ts';
import { openHouseOn } from './open-house.ts';
import { withClient } from './platform/database/connection.ts';
import { sweepNow } from './sweeping.ts';

const h = await openTestHouse();
const { house } = h;
const kinds = institutions.flatMap((i) => (i.kind ? [i.kind] : []));
const sound = () =>
  withClient(h.db.ownerUrl, async (db) => {
    expect((await verifyJournal(db)).faults).toEqual([]);
    const { differing } = await rebuild(db, kinds, false);
    expect(Object.entries(differing).filter(([, n]) => n > 0)).toEqual([]);
  });
/** Nine in the morning, and nothing swept yet. */
const wake = (day: string) =>
  h.db.owner.query('UPDATE matter.county SET clock_offset = $1', [Date.parse(`${day}T09:00+08:00`) - Date.now()]);
const accepted = async (item: string): Promise<string> => {
  const { body } = await call(h, '/api/v1/matters', application({ item }));
  await h.act(body.number, 'clerk', 'accept');
  return body.number;
};
const promisedOf = async (number: string) =>
  (await deadlinesOf(house)).find(({ matter, clock }) => matter === number && clock === 'promised')!.due;
/** What was recorded, a light with its clock. */
const kindsOf = async (number: string): Promise<string[]> =>
  (
    await h.db.owner.query(`SELECT concat_ws(' ', kind, body::json ->> 'clock') AS kind FROM journal.fact WHERE matter = $1 ORDER BY seq`, [
      number,
    ])
  ).rows.map((r) => r.kind);

const numbers: string[] = [];
beforeAll(async () => {
  await setClock(house, Date.parse('2026-02-25T09:00+08:00'));
  for (const item of ['SAM-L02', 'SAM-L02', 'UMB-L01', 'SAM-L02', 'UMB-L01']) numbers.push(await accepted(item));
});

describe('a day that time changes', () => {
  it('[X1] [X3] is recorded from what was foreseen, once, by two processes and a person at the same moment', async () => {
    await wake(addDays(await promisedOf(numbers[0]!), 1));
    expect((await foreseenWrites(house.pool, house.engine, numbers)).writes).toHaveLength(numbers.length);
    const second = await openHouseOn(house.config, house.server, house.county);
    try {
      await Promise.all([sweepNow(house), sweepNow(second), h.act(numbers[0]!, 'clerk', 'rectify', { seq: 1, text: 'x', reason: 'y' })]);
    } finally {
      await second.close();
    }
    for (const number of numbers) {
      const told = (await kindsOf(number)).filter((kind) => kind.startsWith('limit-'));
      expect(told.length).toBeGreaterThan(0);
      expect(new Set(told).size).toBe(told.length);
    }
    expect(await kindsOf(numbers[0]!)).toContain('rectified');
    expect(await sweepNow(house)).toBe(0);
    await sound();
  });

  it('[X1] is not told from what was foreseen before everybody was asked about a new calendar', async () => {
    await setClock(house, Date.parse('2026-02-26T09:00+08:00') + 86_400_000 * 8);
    const number = await accepted('SAM-L02');
    const [{ now: at }, { editions }] = [await house.moment(), await house.calendar()];
    const years = [{ ...CORRECTED_2026, layer: 'national', status: 'official' }] as unknown as CalendarEdition['years'];
    expect(await appendEdition(house.pool, { number: editions.length + 1, at, actor: 'o-0001', cause: 'c', years })).toBe(true);
    await wake(addDays(await promisedOf(number), 1));
    expect((await foreseenWrites(house.pool, house.engine, [number])).writes).toEqual([]);
    const { today } = await house.moment();
    await sweepCounty(house.pool, house.engine, today);
    expect(await kindsOf(number)).toContain('limit-passed promised');
    await sound();
    await sweepNow(house);
    const { rows } = await h.db.owner.query('SELECT next_change FROM matter.matter WHERE number = $1', [number]);
    await wake(rows[0].next_change);
    expect((await foreseenWrites(house.pool, house.engine, [number])).writes).toHaveLength(1);
    await sweepNow(house);
    await sound();
  });

  it('[X1] of a county that comes from before anything was foreseen: the next opening reckons it', async () => {
    await h.db.owner.query("UPDATE matter.matter SET foreseen = NULL, reach = 'infinity' WHERE closed IS NULL");
    await (await openHouseOn(house.config, house.server, house.county)).close();
    await sound();
  });
});
