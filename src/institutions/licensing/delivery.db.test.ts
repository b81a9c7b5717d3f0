import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { LicensingHouse, slip } from '../../../test/support/licensing-house.ts';
import { erasePerson, findPersons } from '../../kernel/journal/erase.ts';
import { verifyJournal } from '../../kernel/journal/verify.ts';
import { readMatterFile } from './queries.ts';

const db = await testDatabase();
const house = await new LicensingHouse(db).open();

test('who received a paper for the applicant is shown with the matter, stands in no record, and is erased by the number of the document', async () => {
  const number = await house.granted();
  const document = { relation: 'adult-family', idType: 'resident-id', idNumber: '110101198508120008' };
  await house.done(number, 'deliver', { ...slip, recipient: 'A Cousin', ...document }, 'delivery-clerk');
  const shown = async () => (await readMatterFile(db.app, number)).facts.at(-1)?.body;
  expect(await shown()).toMatchObject({ method: 'in-person', recipient: 'A Cousin', relation: 'adult-family' });

  const client = await db.owner.connect();
  const { rows } = await client.query<{ body: string }>('SELECT body FROM journal.fact WHERE matter = $1', [number]);
  expect(rows.map(({ body }) => body).join()).not.toMatch(/Cousin|110101198508120008/);
  expect(await findPersons(client, document.idNumber)).toEqual([`r-${number}`]);
  expect(await erasePerson(client, `r-${number}`, house.now, 'asked for')).toBe(1);
  expect((await verifyJournal(client)).faults).toEqual([]);
  client.release();
  expect((await shown())?.recipient).toBeUndefined();
  expect(await shown()).toMatchObject({ relation: 'adult-family' });
  await db.close();
});
