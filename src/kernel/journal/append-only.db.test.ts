import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { makeNotes, noteEngine, write } from '../matter/builders.ts';

const db = await testDatabase();
beforeAll(async () => {
  await makeNotes(db.owner);
  await noteEngine(db.app).perform(write());
});

const CHANGES = [
  "UPDATE journal.fact SET body = '{}'",
  "UPDATE journal.fact SET body = '{}' WHERE false",
  'DELETE FROM journal.fact',
  'DELETE FROM journal.fact WHERE false',
  'TRUNCATE journal.fact',
];
const whole = async () => (await db.owner.query('SELECT * FROM journal.fact ORDER BY matter, seq')).rows;

describe('what happened is appended, never changed', () => {
  it.each(CHANGES)('the application has no right to: %s', async (sql) => {
    const before = await whole();
    await expect(db.app.query(sql)).rejects.toMatchObject({ code: '42501' });
    expect(await whole()).toEqual(before);
  });

  it.each(CHANGES)('the owner neither: %s', async (sql) => {
    const before = await whole();
    await expect(db.owner.query(sql)).rejects.toMatchObject({ code: '23001', message: expect.stringContaining('appended, never changed') });
    expect(await whole()).toEqual(before);
  });

  it.each(CHANGES)('nor the owner who plays the replica: %s', async (sql) => {
    const client = await db.owner.connect();
    try {
      await client.query('SET session_replication_role = replica');
      await expect(client.query(sql)).rejects.toMatchObject({ code: '23001' });
    } finally {
      await client.query('RESET session_replication_role');
      client.release();
    }
  });

  it('erasures are kept in the same way', async () => {
    await expect(db.app.query('DELETE FROM journal.erasure')).rejects.toMatchObject({ code: '42501' });
    for (const sql of ['DELETE FROM journal.erasure WHERE false', "UPDATE journal.erasure SET reason = ''", 'TRUNCATE journal.erasure'])
      await expect(db.owner.query(sql)).rejects.toMatchObject({ code: '23001' });
  });

  it('the application cannot switch the guard off', async () => {
    await expect(db.app.query('ALTER TABLE journal.fact DISABLE TRIGGER ALL')).rejects.toMatchObject({ code: '42501' });
    await expect(db.app.query('DROP TABLE journal.fact')).rejects.toMatchObject({ code: '42501' });
    await expect(db.app.query('SET session_replication_role = replica')).rejects.toMatchObject({ code: '42501' });
  });
});
