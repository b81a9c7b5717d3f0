import { describe, expect, it } from 'vitest';
import { testDatabase } from './database.ts';

const db = await testDatabase();

describe('the test database', () => {
  it('is migrated, and the application may not migrate it', async () => {
    const { rows } = await db.app.query('SELECT count(*) AS count FROM platform.migration');
    expect(rows[0].count).toBeGreaterThan(0);
    await expect(db.app.query('DELETE FROM platform.migration')).rejects.toThrow(/permission denied/);
    await expect(db.app.query('CREATE TABLE public.mine (id int)')).rejects.toThrow(/permission denied/);
  });

  it('is the file’s own', async () => {
    const other = await testDatabase();
    await db.owner.query('CREATE TABLE only_here (id int)');
    const { rows } = await other.owner.query(`SELECT to_regclass('only_here') AS there`);
    expect(rows[0].there).toBeNull();
    await other.close();
  });

  it('keeps a legal day as text and a count as a number', async () => {
    const { rows } = await db.app.query(
      `SELECT date '2026-02-13' AS day, count(*) AS count, current_setting('TimeZone') AS zone FROM generate_series(1, 3)`,
    );
    expect(rows[0]).toEqual({ day: '2026-02-13', count: 3, zone: 'UTC' });
  });
});
