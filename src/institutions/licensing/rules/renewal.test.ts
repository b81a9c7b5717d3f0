import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { Story } from '../builders.ts';
import { renewable, renewalDay, renewalLead } from './renewal.ts';

const world = readModelCounty();
const m = new Story(world).moment;
const RENEWAL = (until: string) => ({
  case: 'renewal',
  licence: 'L-OLD',
  licenceRecord: { item: 'SAM-L02', from: '2021-07-01', until },
});

describe('the last day for a renewal (行政许可法 50)', () => {
  test('is thirty working days before the licence ends; that day is in time, the next is late', () => {
    expect(renewalLead(m)).toEqual({ amount: 30, unit: 'wd' });
    const { by, provisional } = renewalDay('2026-06-30' as LocalDate, m)!;
    expect([world.calendar.workingDaysBetween(by, '2026-06-30' as LocalDate), provisional]).toEqual([30, false]);
    const late = (on: string) => new Story(world, on).filed({ item: 'SAM-L02', ...RENEWAL('2026-06-30') }).state.lateRenewal;
    expect(late(by)).toBeUndefined();
    expect(late(world.calendar.nth(by, 1))).toBe(true);
  });

  test('in a year whose holidays are not announced is provisional; without an end or a lead there is none', () => {
    expect(renewalDay('2031-06-30' as LocalDate, m)?.provisional).toBe(true);
    expect(renewalDay(undefined, m)).toBeUndefined();
    const law = { ...m.law, find: () => undefined } as unknown as typeof m.law;
    expect(renewalDay('2026-06-30' as LocalDate, { ...m, law })).toBeUndefined();
  });

  test('concerns items that know a renewal', () => {
    expect(renewable(world.catalogue.item('SAM-L02'))).toBe(true);
    expect(renewable(undefined)).toBe(false);
  });
});
