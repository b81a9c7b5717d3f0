import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { readCatalogueFolder } from './commands.ts';
import { planImport } from './import.ts';
import { liveFaults } from './rules.ts';

const county = join(import.meta.dirname, '../../../county');
const { parts } = readCatalogueFolder(join(county, 'model/catalogue'));
const standing = { items: parts.items, departments: parts.departments, charges: parts.charges.map(({ id }) => id) };
const on = '2026-03-01' as LocalDate;
const read = (file: string) => parse(readFileSync(join(county, file))) as string[][];
const list = () => read('model/catalogue/service-items.csv');
const HEADER = list()[0]!;

/** The list with some cells changed: `[item, column, text]`. */
const changed = (...cells: [id: string, column: string, text: string][]) =>
  list().map((row) => {
    const copy = [...row];
    for (const [id, column, text] of cells) if (row[0] === id) copy[HEADER.indexOf(column)] = text;
    return copy;
  });
const faultsOf = (cells: string[][]) => {
  const outcome = planImport(cells, standing, on);
  return outcome.ok ? [] : outcome.faults.map(({ code, row, column, item }) => [code, row, column, item]);
};
const rowOf = (id: string) => list().findIndex((row) => row[0] === id) + 1;

describe('importing a list of items', () => {
  it('that says what stands changes nothing', () => {
    const outcome = planImport(list(), standing, on);
    expect(outcome).toMatchObject({ ok: true, plan: { added: 0, changed: 0, unchanged: 223, items: [] } });
  });

  it('a changed row becomes the next version from the given day, with its guide', () => {
    const outcome = planImport(changed(['SAM-L01', 'promised_days_wd', '3']), standing, on);
    expect(outcome).toMatchObject({ ok: true, plan: { added: 0, changed: 1, unchanged: 222 } });
    const [item] = outcome.ok ? outcome.plan.items : [];
    expect(item).toMatchObject({ id: 'SAM-L01', version: 2, validFrom: on, promised: { value: { amount: 3 } } });
    expect(item?.materials.value.length).toBeGreaterThan(3);
    expect(liveFaults(item!)).toEqual([]);
  });

  it('a file with few columns leaves the others as they are', () => {
    const few = [
      ['item_id', 'item_name', 'department_code', 'statutory_days_wd', 'promised_days_wd'],
      ['SAM-L01', '食品经营许可', 'SAM', '10', '5'],
      ['FOR-L03', '林木采伐许可证核发', 'FOR', '20', '2'],
      ['SAM-L95', '新事项', 'SAM', '20', '10'],
    ];
    const outcome = planImport(few, standing, on);
    expect(outcome).toMatchObject({ ok: true, plan: { added: 1, changed: 1, unchanged: 1 } });
    const [felling, fresh] = outcome.ok ? outcome.plan.items : [];
    expect(felling).toMatchObject({ name: { en: 'Tree-felling permit' }, inCore: true, promised: { value: { amount: 2 } } });
    expect(liveFaults(fresh!).map(({ code }) => code)).toEqual(expect.arrayContaining(['no-pledge', 'no-legality-check', 'no-step-rule']));
  });

  it('a column that nobody reads is a fault, not passed over; a status is taken in either language', () => {
    const wide = list().map((row, i) => [...row, i === 0 ? 'status' : 'cancelled']);
    expect(faultsOf(wide)).toEqual([['unknown-column', 1, 'status', '']]);
    for (const word of ['取消', 'cancelled']) {
      const ended = list().map((row, i) => [...row, i === 0 ? 'item_status' : row[0] === 'SAM-L02' ? word : '在用']);
      const outcome = planImport(ended, standing, on);
      expect(outcome.ok && outcome.plan.items.map(({ id, status }) => [id, status])).toEqual([['SAM-L02', 'cancelled']]);
    }
  });

  it('[S1-37] a promise over the limit is refused with row and column', () => {
    expect(faultsOf(changed(['SAM-L01', 'promised_days_wd', '11']))).toEqual([
      ['promise-over-limit', rowOf('SAM-L01'), 'promised_days_wd', 'SAM-L01'],
    ]);
  });

  it('[S0-23] a second lead is refused, in one cell or in a second row', () => {
    expect(faultsOf(changed(['SAM-L01', 'department_code', 'SAM;HCB']))).toEqual([
      ['second-lead', rowOf('SAM-L01'), 'department_code', 'SAM-L01'],
    ]);
    const twice = [...list(), list()[rowOf('SAM-L01') - 1]!.map((text, at) => (HEADER[at] === 'department_code' ? 'HCB' : text))];
    expect(faultsOf(twice)).toEqual([
      ['second-lead', 225, 'department_code', 'SAM-L01'],
      ['twice-in-file', 225, 'item_id', 'SAM-L01'],
    ]);
  });

  it('reports every bad row at once', () => {
    const faults = faultsOf(
      changed(
        ['DRC-L01', 'department_code', 'H_PLN'],
        ['DRC-L02', 'statutory_days_wd', 'twenty'],
        ['DRC-L03', 'item_name', ' '],
        ['EDU-L01', 'implementing_level', '联合国'],
        ['EDU-L02', 'visits', '-1'],
        ['EDU-L03', 'charged', 'maybe'],
        ['EDU-L04', 'limit_confidence', 'sure'],
        ['EDU-L05', 'department_code', 'NOPE'],
        ['EDU-L06', 'related_charge_ids', 'PSB-C99'],
        ['STB-L01', 'item_id', 'a b'],
        ['STB-L02', 'item_name', 'x\u0000'],
        ['STB-L02', 'item_name_en', 'x'.repeat(201)],
        ['STB-L02', 'legal_basis', '法'.repeat(1001)],
        ['FIN-L01', 'promised_days_wd', '0'],
      ),
    );
    expect(faults.map(([code, , column]) => [code, column])).toEqual([
      ['unknown-department', 'department_code'],
      ['bad-number', 'statutory_days_wd'],
      ['missing-name', 'item_name'],
      ['unknown-level', 'implementing_level'],
      ['bad-number', 'visits'],
      ['unknown-word', 'charged'],
      ['unknown-confidence', 'limit_confidence'],
      ['unknown-department', 'department_code'],
      ['unknown-charge', 'related_charge_ids'],
      ['bad-id', 'item_id'],
      ['bad-text', 'item_name'],
      ['text-too-long', 'item_name_en'],
      ['text-too-long', 'legal_basis'],
      ['bad-number', 'promised_days_wd'],
    ]);
    expect(faults.every(([, row]) => typeof row === 'number' && row > 1)).toBe(true);
  });

  it('a short row, a missing column, an empty file and an unknown format are faults, not guesses', () => {
    const short = list();
    short[3] = short[3]!.slice(0, 5);
    expect(faultsOf(short)[0]).toEqual(['bad-row', 4, undefined, '']);
    expect(faultsOf(list().map((row) => row.slice(0, 12))).map(([code]) => code)).toContain('missing-column');
    expect(faultsOf([HEADER])).toEqual([['no-rows', 1, undefined, '']]);
    expect(faultsOf([['a'], ['b']])[0]?.[0]).toBe('unknown-format');
  });

  it('a version may not begin before the one it replaces', () => {
    const outcome = planImport(changed(['SAM-L01', 'visits', '0']), standing, '2024-12-31' as LocalDate);
    expect(outcome.ok ? [] : outcome.faults.map(({ code }) => code)).toEqual(['changes-nothing-before']);
  });

  it('[S1-48] a district’s bare list gives 1,135 items, none of them live, each saying why', () => {
    const outcome = planImport(read('511602/guangan-district-items.csv'), { items: [], departments: [], charges: [] }, on);
    expect(outcome).toMatchObject({ ok: true, plan: { added: 1135, changed: 0, unchanged: 0 } });
    const { items, departments } = outcome.ok ? outcome.plan : { items: [], departments: [] };
    expect(departments).toHaveLength(34);
    for (const item of items) expect(liveFaults(item).map(({ code }) => code)).toContain('no-legal-limit');
    expect(items.filter(({ taskType }) => taskType === '01')).toHaveLength(536);
  });
});
