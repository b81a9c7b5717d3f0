import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../test/support/model-county.ts';
import { Chance } from '../../kernel/chance.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { arrivalWeight, quantityOf, rushOf, rushOn } from './seed-habits.ts';

const { calendar, catalogue } = readModelCounty();
const on = (day: string) => day as LocalDate;

describe('how people of the model county come', () => {
  test('in the weeks before the Spring Festival more than else, and not before a long weekend', () => {
    expect(['2025-12-15', '2026-01-12', '2026-02-02', '2026-02-09', '2026-03-09'].map((day) => rushOn(on(day), calendar))).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
    expect(arrivalWeight(on('2026-02-02'), calendar).window).toBeGreaterThan(arrivalWeight(on('2026-01-12'), calendar).window);
    expect(arrivalWeight(on('2026-02-08'), calendar).window).toBe(0);
  });

  test('for what shops and sites open with, which the catalogue has', () => {
    const asked = catalogue.items().filter(({ id }) => rushOf(id) > 1);
    expect(new Set(asked.map(({ lead }) => lead))).toEqual(new Set(['SAM', 'DRC', 'FRS']));
    expect(asked.length).toBe(8);
  });

  test('a road is taken up by square metres and days, a card is one', () => {
    const road = quantityOf(catalogue.charge('UMB-C02')!, new Chance('1'));
    expect(road).toBeGreaterThanOrEqual(40);
    expect(quantityOf(catalogue.charge('FOR-C01')!, new Chance('1'))).toBeGreaterThanOrEqual(8);
    expect(quantityOf(catalogue.charge('PSB-C01')!, new Chance('1'))).toBe(1);
  });
});
