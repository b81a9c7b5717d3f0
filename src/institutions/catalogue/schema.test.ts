import { describe, expect, it } from 'vitest';
import type { ZodType } from 'zod';
import { type CsvRecord, numbered, readRows } from './rows.ts';
import { chargeRow, districtRow, itemRow } from './schema.ts';

const item = { item_id: 'SAM-L01', item_name: '食品经营许可', department_code: 'SAM', statutory_days_wd: '20', promised_days_wd: '10' };
const charge = { charge_id: 'SAM-C01', name: '工本费', name_en: 'Cost of printing', department_code: 'SAM' };
const district = { department: '区教体局', item_name: '办学许可', item_code: 'X1', task_type: '01', dept_code: 'D1' };

const read = <T>(schema: ZodType<T>, key: string, row: CsvRecord) => readRows(numbered([row]), schema, key);
const faults = <T>(schema: ZodType<T>, key: string, row: CsvRecord) =>
  read(schema, key, row).faults.map(({ code, column }) => `${code} ${column}`);

describe('a row of the list of items', () => {
  it('with the columns that must be there is enough', () => {
    expect(faults(itemRow, 'item_id', item)).toEqual([]);
  });

  it('without name and department says both at once', () => {
    expect(faults(itemRow, 'item_id', { ...item, item_name: '', department_code: ' ' })).toEqual([
      'missing-name item_name',
      'unknown-department department_code',
    ]);
  });
});

describe('a row of the list of charges', () => {
  it('has an amount in yuan with at most two decimals, kept in fen, or none', () => {
    const fen = (amount_yuan: string) => read(chargeRow, 'charge_id', { ...charge, amount_yuan }).rows[0]?.value.amount_yuan;
    expect([fen('20'), fen('0.3'), fen('1.15'), fen('')]).toEqual([2000, 30, 115, undefined]);
    for (const amount_yuan of ['1.005', '-1', '5 yuan', '1,000'])
      expect(faults(chargeRow, 'charge_id', { ...charge, amount_yuan })).toEqual(['bad-amount amount_yuan']);
  });
});

describe('a row of a district’s list', () => {
  it('has a type of one or two digits', () => {
    expect(faults(districtRow, 'item_code', district)).toEqual([]);
    for (const task_type of ['', '001', 'permit'])
      expect(faults(districtRow, 'item_code', { ...district, task_type })).toEqual(['bad-number task_type']);
  });
});
