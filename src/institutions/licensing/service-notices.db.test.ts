import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { LicensingHouse, slip } from '../../../test/support/licensing-house.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { erasePerson } from '../../kernel/journal/erase.ts';
import { rebuild } from '../../kernel/matter/rebuild.ts';
import { licensing } from './definition.ts';
import { runningServiceNotices } from './queries/service-notices.ts';

const db = await testDatabase();
const house = await new LicensingHouse(db).open();
const on = async (day: string) => (await runningServiceNotices(db.app, day as LocalDate)).map(({ matter }) => matter);
const NOTICE = { ground: 'other-ways-failed', reason: 'Refused, moved, letters came back', place: 'Board at the house of Test Citizen' };

async function published(): Promise<string> {
  const number = await house.granted();
  await house.done(number, 'serve-by-notice', NOTICE, 'delivery-clerk');
  return number;
}

test('[P11] a notice of service names its addressee and says nothing of what was decided; it is gone when it has served, or somebody else did', async () => {
  const [first, second] = [await published(), await published()];
  const today = house.now;
  const [row, ...others] = await runningServiceNotices(db.app, '2026-03-02' as LocalDate);
  expect(row).toEqual({
    matter: first,
    item: 'SAM-L02',
    organ: 'SAM',
    paper: 'SAM〔2026〕1',
    decidedOn: '2026-03-02',
    ground: 'other-ways-failed',
    place: 'Board at the house of {{name}}',
    publishedOn: '2026-03-02',
    servedOn: '2026-04-01',
    addressee: 'Test Citizen',
  });
  expect(others.map(({ matter }) => matter)).toEqual([second]);
  expect([await on('2026-04-01'), await on('2026-04-02')]).toEqual([[first, second], []]);

  house.at('2026-03-20T09:00');
  await house.done(second, 'deliver', slip, 'delivery-clerk');
  expect(await on('2026-03-20')).toEqual([first]);
  const client = await db.owner.connect();
  const { differing } = await rebuild(client, [licensing], false);
  expect(Object.entries(differing).filter(([, n]) => n > 0)).toEqual([]);
  expect(Object.keys(differing)).toContain('licensing.service_notice');

  const { rows } = await client.query<{ person: string }>('SELECT person FROM matter.matter WHERE number = $1', [first]);
  await erasePerson(client, rows[0]!.person, today, 'asked for');
  client.release();
  expect((await runningServiceNotices(db.app, '2026-03-20' as LocalDate))[0]).toMatchObject({ matter: first, addressee: null });
  await db.close();
});
