import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { withClient } from './connection.ts';
import { migrate, migrationStatus } from './migrate.ts';

const folder = mkdtempSync(join(tmpdir(), 'banjie-migrations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (files: Record<string, string>) => {
  for (const old of readdirSync(folder)) rmSync(join(folder, old));
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql);
};
const one = { '0001_one.sql': 'CREATE SCHEMA one;\nGRANT USAGE ON SCHEMA one TO banjie_app;\n' };
const two = { '0002_two.sql': 'SET search_path = one;\nCREATE TABLE row (id int);\n' };

/** Without the real migrations. */
async function emptyDatabase() {
  const db = await testDatabase();
  await db.owner.query('DROP SCHEMA platform CASCADE');
  return db;
}
const status = (url: string) => withClient(url, (client) => migrationStatus(client, folder));

describe('migrations', () => {
  it('run once, in order, forward only; the application may read which', async () => {
    const db = await emptyDatabase();
    write(one);
    expect((await status(db.ownerUrl)).pending).toHaveLength(1);
    expect((await migrate(db.ownerUrl, folder)).map(({ file }) => file)).toEqual(['0001_one.sql']);
    write({ ...one, ...two });
    expect((await migrate(db.ownerUrl, folder)).map(({ name }) => name)).toEqual(['two']);
    expect(await migrate(db.ownerUrl, folder)).toEqual([]);
    const { applied, known, pending } = await status(db.appUrl);
    expect([applied.length, known.length, pending.length]).toEqual([2, 2, 0]);
    expect(applied[0]).toMatchObject({ number: 1, name: 'one', sha256: known[0]!.sha256, appliedAt: expect.any(Date) });
    const { rows } = await db.owner.query(`SELECT to_regclass('one.row')::text AS made`);
    expect(rows[0].made).toBe('one."row"');
    write({ ...one, ...two, '0004_four.sql': 'SELECT 4' });
    await migrate(db.ownerUrl, folder);
    write({ ...one, ...two, '0003_three.sql': 'SELECT 3', '0004_four.sql': 'SELECT 4' });
    await expect(migrate(db.ownerUrl, folder)).rejects.toThrow(/0003_three\.sql comes after four.*next free number/);
  });

  it('do not race: two processes at once apply each once', async () => {
    const db = await emptyDatabase();
    write({ ...one, '0002_slow.sql': 'SELECT pg_sleep(0.2); CREATE TABLE one.slow ()' });
    const done = await Promise.all([migrate(db.ownerUrl, folder), migrate(db.ownerUrl, folder), migrate(db.ownerUrl, folder)]);
    expect(done.map((applied) => applied.length).sort()).toEqual([0, 0, 2]);
  });

  it('refuse an edited file, a file that is gone, and leave nothing of one that fails', async () => {
    const db = await emptyDatabase();
    write(one);
    await migrate(db.ownerUrl, folder);
    write({ '0001_one.sql': one['0001_one.sql'].replaceAll('\n', '\r\n') });
    expect(await migrate(db.ownerUrl, folder)).toEqual([]);
    write({ '0001_one.sql': 'CREATE SCHEMA uno;' });
    await expect(migrate(db.ownerUrl, folder)).rejects.toThrow(/0001_one\.sql was changed after.*new migration with a number after 1/);
    write({});
    await expect(migrate(db.ownerUrl, folder)).rejects.toThrow(/newer Banjie/);
    write({ ...one, '0002_bad.sql': 'CREATE TABLE one.half ();\n\nSELECT nonsense;' });
    await expect(migrate(db.ownerUrl, folder)).rejects.toThrow(/0002_bad\.sql, line 3 failed and left nothing behind: column "nonsense"/);
    const { rows } = await db.owner.query(`SELECT to_regclass('one.half') AS half`);
    expect(rows[0].half).toBeNull();
  });

  it('refuse bad names, twice the same number, and files with a transaction of their own', async () => {
    const db = await emptyDatabase();
    write({ '1_One.sql': '' });
    await expect(migrate(db.ownerUrl, folder)).rejects.toThrow(/Rename it to four digits/);
    write({ ...one, '0001_uno.sql': '' });
    await expect(migrate(db.ownerUrl, folder)).rejects.toThrow(/same number/);
    write({ '0001_one.sql': 'BEGIN;\nSELECT 1;\nCOMMIT;' });
    await expect(migrate(db.ownerUrl, folder)).rejects.toThrow(/transaction itself/);
  });
});
