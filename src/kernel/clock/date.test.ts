import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  fromDayNumber,
  isLocalDate,
  localDate,
  startOfDay,
  toDayNumber,
  today,
  weekday,
  year,
} from './index.ts';

const day = fc.integer({ min: -719_162, max: 2_932_896 });
const seeded = { seed: 20260213, numRuns: 5000 };

test('every day from year 1 to 9999 survives the way to text and back', () => {
  fc.assert(
    fc.property(day, (n) => toDayNumber(fromDayNumber(n)) === n && isLocalDate(fromDayNumber(n))),
    seeded,
  );
  for (let n = -719_162; n <= 2_932_896; n += 97)
    expect(fromDayNumber(n) > fromDayNumber(Math.max(-719_162, n - 1)) || n === -719_162).toBe(true);
});

test('our dates are the dates of ISO 8601', () => {
  fc.assert(
    fc.property(day, (n) => {
      const iso = new Date(n * 86_400_000).toISOString().slice(0, 10);
      return fromDayNumber(n) === iso && weekday(localDate(iso)) % 7 === new Date(n * 86_400_000).getUTCDay();
    }),
    seeded,
  );
});

test('a date that is on no calendar is refused', () => {
  for (const text of [
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '0000-01-01',
    '2026-2-3',
    '2026-02-13T00:00',
    ' 2026-02-13',
    '',
  ])
    expect(() => localDate(text)).toThrow('not a calendar date');
  expect(localDate('2028-02-29')).toBe('2028-02-29');
  expect(isLocalDate(20260213)).toBe(false);
  expect(() => addDays(localDate('9999-12-31'), 1)).toThrow(RangeError);
});

test('13 February 2026 is a Friday, five weeks before 20 March', () => {
  const friday = localDate('2026-02-13');
  expect(weekday(friday)).toBe(5);
  expect(addDays(friday, 35)).toBe('2026-03-20');
  expect(daysBetween(friday, localDate('2026-03-20'))).toBe(35);
  expect(daysBetween(localDate('2026-03-20'), friday)).toBe(-35);
  expect(year(friday)).toBe(2026);
});

test('a month ends on the corresponding day, or the last of the month where there is none (民法典 202)', () => {
  expect(addMonths(localDate('2026-01-31'), 1)).toBe('2026-02-28');
  expect(addMonths(localDate('2027-12-31'), 2)).toBe('2028-02-29');
  expect(addMonths(localDate('2028-02-29'), 12)).toBe('2029-02-28');
  expect(addMonths(localDate('2026-03-31'), -1)).toBe('2026-02-28');
  expect(addMonths(localDate('2026-11-15'), 3)).toBe('2027-02-15');
});

test('one instant is two legal days in two zones, and the day begins at local midnight', () => {
  const evening = Date.UTC(2026, 1, 13, 16, 30); // half past midnight in Shanghai
  expect(today(evening, 480)).toBe('2026-02-14');
  expect(today(evening, -300)).toBe('2026-02-13');
  expect(startOfDay(localDate('2026-02-14'), 480)).toBe(Date.UTC(2026, 1, 13, 16));
  expect(today(startOfDay(localDate('2026-02-14'), 480) - 1, 480)).toBe('2026-02-13');
});
