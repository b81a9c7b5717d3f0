import { expect, it } from 'vitest';
import { importLines } from '../../src/kernel/journal/intake.ts';
import { exportLines } from '../../src/kernel/journal/ndjson.ts';
import { buildDirectory, readRegister } from '../../src/kernel/organisation/index.ts';
import { withClient } from '../../src/platform/database/connection.ts';
import { REGISTER_TABLES } from '../../src/records.ts';
import { call } from '../support/call.ts';
import { testDatabase } from '../support/database.ts';
import { openTestHouse } from '../support/house.ts';

const h = await openTestHouse();

it('authority given and taken back goes with an export, and stands the same in the county that takes it in', async () => {
  const post = (path: string, body: object) => call(h, `/api/v1/head/${path}`, body, { as: 'ARA-CHF' });
  const { person } = (await call(h, '/api/v1/session', undefined, { as: 'ARA-SH' })).body;
  const { today } = await h.house.moment();
  const paper = { organ: 'ARA', person, from: today, items: ['ARA-L18'], basis: '示农授〔2026〕3号' };
  const { id } = (await post('authorisations', paper)).body;
  expect((await post('withdrawals', { authority: id, reason: '调离' })).status).toBe(201);
  expect((await post('authorisations', { ...paper, until: '2027-01-31', basis: '示农授〔2026〕4号' })).status).toBe(201);

  const lines = await withClient(h.db.ownerUrl, async (db) => {
    const found: string[] = [];
    for await (const line of exportLines(db, REGISTER_TABLES)) found.push(line);
    return found;
  });
  expect(lines.filter((line) => /"t":"organisation\.(authorisation|withdrawal)"/.test(line))).toHaveLength(3);
  const other = await testDatabase();
  const taken = await withClient(other.ownerUrl, (db) => importLines(db, lines, REGISTER_TABLES));
  expect(taken).toEqual({ rows: lines.length, faults: [] });
  const [before, after] = [await readRegister(h.db.app), await readRegister(other.app)];
  expect(after).toEqual(before);
  // A paper that was never taken back, and one more for the same days: nothing is imported.
  const third = await testDatabase();
  const forged = lines.filter((line) => !line.includes('organisation.withdrawal'));
  const refused = await withClient(third.ownerUrl, (db) => importLines(db, forged, REGISTER_TABLES));
  expect(refused.faults).toMatchObject([{ message: expect.stringContaining('twice at a time') }]);
  expect((await readRegister(third.app)).organs).toEqual([]);
  const directory = buildDirectory(after);
  expect(directory.withdrawal(id)?.reason).toBe('调离');
  expect(directory.seatsOf(person, today).at(-1)).toMatchObject({ id: 'ARA-CR', only: ['ARA-L18'] });
});
