import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { authorityImport, catalogueImport, openCatalogue, readCatalogueFolder, seedModelCatalogue } from './commands.ts';
import { readEditions, readParts } from './queries.ts';

const db = await testDatabase();
const county = join(import.meta.dirname, '../../../county');
const folder = join(county, 'model/catalogue');
const scratch = mkdtempSync(join(tmpdir(), 'catalogue-'));
const record = (on: string) => ({ on: on as LocalDate, at: `${on}T09:00:00+08:00`, by: 'o-0001' });
const write = (name: string, text: string) => {
  writeFileSync(join(scratch, name), text);
  return join(scratch, name);
};
let client: pg.PoolClient;
beforeAll(async () => {
  client = await db.app.connect();
});
afterAll(() => {
  client.release();
  rmSync(scratch, { recursive: true, force: true });
});
const lines = () => readFileSync(join(folder, 'service-items.csv'), 'utf8');

describe('the catalogue in the database', () => {
  it('[S3-39] [S3-40] [S3-41] is seeded with the application’s rights, and counts the same', async () => {
    expect(await seedModelCatalogue(client, folder)).toMatchObject({ ok: true, added: 223, changed: 0, unchanged: 0, live: 222 });
    const catalogue = await openCatalogue(client);
    expect(catalogue.check()).toEqual({ departments: 31, items: 223, core: 136, charges_and_convenience: 62, faults: [], explained: [] });
    const { edition, ...stored } = await readParts(client);
    expect(stored.items).toEqual(JSON.parse(JSON.stringify(readCatalogueFolder(folder).parts.items)));
    expect(edition).toBe(1);
  });

  it('a second seed writes nothing', async () => {
    const again = await seedModelCatalogue(client, folder);
    expect(again).toMatchObject({ ok: true, added: 0, changed: 0, unchanged: 223 });
    expect(again).not.toHaveProperty('edition');
    expect(await readEditions(client)).toHaveLength(1);
  });

  it('another authority table holds from its own day on, and the one before it stays (P7)', async () => {
    const copy = join(scratch, 'authority');
    cpSync(folder, copy, { recursive: true });
    const table = readFileSync(join(copy, 'authority.yaml'), 'utf8');
    writeFileSync(
      join(copy, 'authority.yaml'),
      table.replace("{item: '*', act: decide, roles: [deputy, chief]", "{item: '*', act: decide, roles: [chief]"),
    );
    await client.query('BEGIN');
    const nested = { query: (text: string, values?: unknown[]) => client.query(/^(BEGIN|COMMIT)$/.test(text) ? 'SELECT 1' : text, values) };
    await seedModelCatalogue(nested, copy, '2026-05-01' as LocalDate, record('2026-04-20'));
    const catalogue = await openCatalogue(nested);
    const roles = (on: string) => catalogue.authority('SAM-L01', 'decide', { on: on as LocalDate })?.roles;
    expect([roles('2026-04-30'), roles('2026-05-01')]).toEqual([['deputy', 'chief'], ['chief']]);
    expect([catalogue.authorityDays(), catalogue.check().faults]).toEqual([['2026-05-01'], []]);
    expect(await seedModelCatalogue(nested, copy)).not.toHaveProperty('edition');
    await client.query('ROLLBACK');
  });

  it('a table that comes by itself is taken in whole, or every fault of it is told', async () => {
    const table = readFileSync(join(folder, 'authority.yaml'), 'utf8');
    const take = (text: string) => authorityImport(client, write('table.yaml', text), record('2026-05-01'));
    for (const [text, code] of [
      [table.replace("item: '*', act: decide,", 'item: SAM-L999, act: decide,'), ['unknown-item', 'act-without-authority']],
      [table.replace('roles: [examiner]', 'roles: [cook]'), ['bad-guide']],
      ['rows: [', ['unreadable-file']],
    ] as const) {
      const refused = await take(text);
      expect(!refused.ok && refused.faults.map((one) => one.code)).toEqual(code);
    }
    expect(await take(table)).toMatchObject({ ok: true, added: 0 });
    expect(await readEditions(client)).toHaveLength(1);
  });

  it('[S1-12] an earlier version is stored as one, and a guide that changes later begins no sooner than the version it replaces', async () => {
    const held = async () => (await openCatalogue(client)).versions('TRA-L11').map(({ version, validFrom }) => [version, validFrom]);
    const two = [
      [1, '2025-01-01'],
      [2, '2025-07-01'],
    ];
    expect(await held()).toEqual(two);
    const copy = join(scratch, 'catalogue');
    cpSync(folder, copy, { recursive: true });
    const additions = readFileSync(join(copy, 'additions.yaml'), 'utf8');
    writeFileSync(join(copy, 'additions.yaml'), additions.replaceAll('跑货运, ', '跑运输, '));
    await client.query('BEGIN');
    // The seed's own transaction ends with this one.
    const nested = { query: (text: string, values?: unknown[]) => client.query(/^(BEGIN|COMMIT)$/.test(text) ? 'SELECT 1' : text, values) };
    expect(await seedModelCatalogue(nested, copy)).toMatchObject({ ok: true, added: 0, changed: 1, unchanged: 222 });
    expect(await held()).toEqual([...two, [3, '2025-07-01']]);
    await client.query('ROLLBACK');
    expect(await held()).toEqual(two);
  });

  it('[S1-37] a file with a fault changes nothing and says all of them', async () => {
    const file = write(
      'bad.csv',
      lines()
        .replace(/^(SAM-L01.*?10个工作日,)5,/m, '$111,')
        .replace(/,SAM,县市场监督管理局/, ',XXX,县市场监督管理局'),
    );
    const outcome = await catalogueImport(client, file, record('2026-03-01'));
    expect(outcome.ok ? [] : outcome.faults.map(({ code }) => code).sort()).toEqual(['promise-over-limit', 'unknown-department']);
    expect(await readEditions(client)).toHaveLength(1);
    expect(await catalogueImport(client, join(scratch, 'no-such.csv'), record('2026-03-01'))).toMatchObject({ ok: false });
  });

  it('a changed row is a new version from its day; the day before, the old one holds', async () => {
    const file = write('good.csv', lines().replace(/^(SAM-L01.*?10个工作日,)5,/m, '$13,'));
    expect(await catalogueImport(client, file, record('2026-03-01'))).toMatchObject({
      ok: true,
      added: 0,
      changed: 1,
      unchanged: 222,
      live: 1,
    });
    const catalogue = await openCatalogue(client);
    expect(catalogue.item('SAM-L01', { on: '2026-02-28' as LocalDate })).toMatchObject({ version: 1, promised: { value: { amount: 5 } } });
    expect(catalogue.item('SAM-L01', { on: '2026-03-01' as LocalDate })).toMatchObject({ version: 2, promised: { value: { amount: 3 } } });
    expect(catalogue.item('SAM-L01', { on: '2026-03-01' as LocalDate })?.pledge?.content.en).toContain('within 3 working days');
    expect(catalogue.check()).toMatchObject({ items: 223, faults: [] });
  });

  it('takes a district’s bare list beside it; none of it is live', async () => {
    const outcome = await catalogueImport(client, join(county, '511602/guangan-district-items.csv'), record('2026-03-02'));
    expect(outcome).toMatchObject({ ok: true, added: 1135, live: 0 });
    expect(outcome.ok && outcome.notLive.every(({ faults }) => faults.length > 0)).toBe(true);
  });

  it('is never changed, not by the owner, not even where no row is meant', async () => {
    for (const table of ['edition', 'item_version', 'department', 'charge', 'bundle', 'authority_row']) {
      for (const sql of [`UPDATE catalogue.${table} SET edition = 1 WHERE false`, `DELETE FROM catalogue.${table} WHERE false`]) {
        if (table === 'edition' && sql.startsWith('UPDATE')) continue;
        await expect(db.owner.query(sql)).rejects.toThrow(/is refused/);
      }
      await expect(db.owner.query(`TRUNCATE catalogue.${table} CASCADE`)).rejects.toThrow(/is refused/);
      await expect(db.app.query(`DELETE FROM catalogue.${table}`)).rejects.toThrow(/permission denied/);
    }
    await expect(db.owner.query("UPDATE catalogue.edition SET source = 'x' WHERE false")).rejects.toThrow(/is refused/);
  });

  it('[S0-23] [S1-37] the database itself refuses a second lead, a promise over the law and a gap in versions', async () => {
    const insert = (id: string, version: number, lead: string, promised: number) =>
      db.app.query(
        `INSERT INTO catalogue.item_version (edition, id, version, valid_from, status, lead, legal_amount, legal_unit, promised_amount,
           promised_unit, in_core, place, body) VALUES (1, $1, $2, '2026-04-01', 'in-use', $3, 20, 'wd', $4, 'wd', false, 1, $5)`,
        [id, version, lead, promised, JSON.stringify({ id, version, lead, validFrom: '2026-04-01' })],
      );
    await expect(insert('X-L01', 1, 'SAM;HCB', 5)).rejects.toThrow(/one_lead/);
    await expect(insert('X-L01', 1, 'SAM', 21)).rejects.toThrow(/promise_within_the_law/);
    await expect(insert('X-L01', 2, 'SAM', 5)).rejects.toThrow(/does not follow/);
    await expect(insert('SAM-L01', 2, 'SAM', 5)).rejects.toThrow(/duplicate key/);
    await insert('X-L01', 1, 'SAM', 5);
  });
});
