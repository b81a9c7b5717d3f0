import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { LicensingHouse } from '../../../test/support/licensing-house.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { erasePerson } from '../../kernel/journal/erase.ts';
import { rebuild } from '../../kernel/matter/rebuild.ts';
import { licensing } from './definition.ts';
import { announcedHearings } from './queries/hearings.ts';

const db = await testDatabase();
const house = await new LicensingHouse(db).open();
const on = async (day: string) => (await announcedHearings(db.app, day as LocalDate)).map(({ matter }) => matter);
const notice = (more: object = {}) => ({
  day: '2026-03-12',
  time: '09:30',
  place: '三楼听证室',
  moderator: 'SAM-CHF',
  announced: true,
  ...more,
});

/** Asked for on Monday 2 March, and told. */
async function told(more: object = {}): Promise<string> {
  house.at('2026-03-02T09:00');
  const number = await house.file({ item: 'SAM-L02' });
  await house.done(number, 'accept', {}, 'clerk');
  await house.done(
    number,
    'tell-third-parties',
    { parties: [{ name: 'The neighbour' }], what: 'A kitchen', hearing: true },
    'examiner-lead',
  );
  await house.done(number, 'record-statement', { from: 'third-party', text: 'Hear me', hearing: true }, 'examiner-lead');
  await house.done(number, 'notify-hearing', notice(more), 'examiner-lead');
  return number;
}

test('[S2-68] a hearing is public where it was announced, until its day is over; its applicant’s name is masked, and gone once erased', async () => {
  const open = await told({ place: 'Beside the shop of Test Citizen' });
  const quiet = await told({ announced: false });
  expect(await announcedHearings(db.app, '2026-03-12' as LocalDate)).toEqual([
    {
      matter: open,
      item: 'SAM-L02',
      organ: 'SAM',
      day: '2026-03-12',
      time: '09:30',
      place: 'Beside the shop of {{name}}',
      applicant: `T${'*'.repeat('est Citizen'.length)}`,
      moderator: 'SAM-CHF',
    },
  ]);
  expect(await on('2026-03-13')).toEqual([]);

  await house.done(quiet, 'notify-hearing', notice({ day: '2026-03-16', time: '15:00' }), 'examiner-lead');
  expect(await on('2026-03-02')).toEqual([open, quiet]);
  expect(await on('2026-03-13')).toEqual([quiet]);
  await house.done(open, 'withdraw', { reason: 'x', signed: true }, 'clerk');
  expect(await on('2026-03-02')).toEqual([quiet]);

  const client = await db.owner.connect();
  const { differing } = await rebuild(client, [licensing], false);
  expect(Object.entries(differing).filter(([, n]) => n > 0)).toEqual([]);
  expect(Object.keys(differing)).toContain('licensing.hearing');
  const { rows } = await client.query<{ person: string }>('SELECT person FROM matter.matter WHERE number = $1', [quiet]);
  await erasePerson(client, rows[0]!.person, house.now, 'asked for');
  client.release();
  expect((await announcedHearings(db.app, '2026-03-02' as LocalDate))[0]).toMatchObject({ matter: quiet, applicant: null });
  expect(await on('2026-03-16')).toEqual([quiet]);
  house.at('2026-03-16T15:00');
  await house.done(quiet, 'hold-hearing', { minutes: 'Both sides were heard.' }, 'chief');
  expect(await on('2026-03-16')).toEqual([]);
  await db.close();
});
