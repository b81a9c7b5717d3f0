import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { institutions } from '../../src/institutions.ts';
import { type Rule, testRules } from './rule.ts';
import { isProduct, list, read, readSources, root, type Source } from './source.ts';

const folders = readdirSync(resolve(root, 'src/institutions'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const schemaOf = (folder: string) => folder.replaceAll('-', '_');
/** Also those that are planted below. */
const schemas = [...new Set([...folders.map(schemaOf), 'licensing', 'catalogue'])];

const ofSql = (text: string) => /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|MERGE INTO|TRUNCATE|JOIN)\s/.test(text);
const hasSql = (file: Source) => isProduct(file.path) && file.texts.some(ofSql);
const named = (text: string, other: (schema: string) => boolean) =>
  schemas.filter((schema) => other(schema) && new RegExp(`\\b${schema}\\.[a-z_]`).test(text)).map((schema) => `names the schema ${schema}`);
const institutionOf = (path: string) => /^src\/institutions\/([^/]+)\//.exec(path)?.[1];

const rules: readonly Rule[] = [
  {
    name: 'sql-of-an-institution-stands-in-queries',
    broken: (file) =>
      institutionOf(file.path) && !/queries(\.ts$|\/)/.test(file.path) && hasSql(file)
        ? file.texts.filter(ofSql).map((text) => text.trim().slice(0, 60))
        : [],
    planted: ['src/institutions/fees/routes.ts', 'export const all = `SELECT id FROM fees.bill`;'],
    fine: ['src/institutions/fees/queries.ts', 'export const all = `SELECT id FROM fees.bill`;'],
  },
  {
    name: 'sql-names-its-own-schema-only',
    broken: (file) => {
      const own = institutionOf(file.path);
      return hasSql(file) && own ? named(file.texts.join('\n'), (schema) => schema !== schemaOf(own)) : [];
    },
    planted: [
      'src/institutions/fees/queries.ts',
      'export const all = `SELECT id FROM fees.bill b ` + `JOIN licensing.decision d USING (matter)`;',
    ],
    fine: ['src/institutions/fees/queries.ts', 'export const all = `SELECT f.body FROM journal.fact f JOIN fees.bill b USING (matter)`;'],
  },
  {
    name: 'kernel-and-platform-name-no-schema-of-an-institution',
    broken: (file) => (/^src\/(kernel|platform)\//.test(file.path) && hasSql(file) ? named(file.texts.join('\n'), () => true) : []),
    planted: ['src/kernel/matter/x.ts', 'export const all = `SELECT matter FROM licensing.decision`;'],
  },
];

testRules('SQL', rules);

describe('SQL', () => {
  it('is found where it is', () => {
    expect(readSources().filter(hasSql).length).toBeGreaterThanOrEqual(12);
  });

  it('a kind projects into tables of its own schema only', () => {
    const kinds = institutions.flatMap(({ name, kind }) => (kind ? [{ name, kind }] : []));
    expect(kinds.length).toBeGreaterThanOrEqual(1);
    const strange = kinds.flatMap(({ name, kind }) =>
      kind.tables.filter((table) => !table.name.startsWith(`${schemaOf(name)}.`)).map((table) => `${name}: ${table.name}`),
    );
    expect(strange).toEqual([]);
  });
});

describe('migrations', () => {
  const foreign = (path: string, sql: string) => {
    const own = /\d{4}_(\w+)\.sql$/.exec(path)?.[1] ?? '';
    return named(sql.replace(/--.*$/gm, ''), (schema) => own !== schema && !own.startsWith(`${schema}_`)).map((what) => `${path} ${what}`);
  };

  it('are numbered once each, and name no schema of another institution', () => {
    const files = list('db/migrations', () => true);
    expect(files.length).toBeGreaterThanOrEqual(4);
    expect(files.filter((path) => !/^db\/migrations\/\d{4}_[a-z_]+\.sql$/.test(path))).toEqual([]);
    const numbers = files.map((path) => /(\d{4})_/.exec(path)?.[1]);
    expect(new Set(numbers).size).toBe(files.length);
    expect(files.flatMap((path) => foreign(path, read(path)))).toEqual([]);
  });

  it('a planted violation is found', () => {
    expect(foreign('db/migrations/0021_fees.sql', 'CREATE VIEW fees.v AS SELECT * FROM licensing.bill;')).toHaveLength(1);
    expect(foreign('db/migrations/0021_fees.sql', '-- as licensing.bill\nCREATE TABLE fees.bill (id int);')).toEqual([]);
  });
});
