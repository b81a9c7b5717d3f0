import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCalendarYears } from '../../platform/law.ts';
import { addDays, buildCalendar, fromDayNumber, type LocalDate, localDate, toDayNumber, weekday } from './index.ts';

const calendar = buildCalendar('2026.1', readCalendarYears('.'));
const [d, everyDay] = [
  localDate,
  (from: LocalDate, to: LocalDate) => Array.from({ length: toDayNumber(to) - toDayNumber(from) + 1 }, (_, i) => addDays(from, i)),
];

test('each day of 2024, 2025 and 2026 works or rests as the State Council said', () => {
  // Its tables, not its isWorkday: that is a day out where the server stands west of Greenwich.
  const { holidays, workdays } = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as Record<
    string,
    Record<string, string>
  >;
  const works = (day: LocalDate) => workdays![day] !== undefined || (weekday(day) < 6 && holidays![day] === undefined);
  const days = everyDay(d('2024-01-01'), d('2026-12-31'));
  expect(days).toHaveLength(1096);
  expect(days.filter((day) => calendar.isWorking(day) !== works(day))).toEqual([]);
});

test('2026 has 248 working days', () => {
  expect(calendar.workingDaysBetween(d('2025-12-31'), d('2026-12-31'))).toBe(248);
});

test('a rest day says why: weekend, or the holiday by name', () => {
  expect(calendar.whyRest(d('2026-03-01'))).toBe('weekend');
  expect(calendar.whyRest(d('2026-02-21'))).toEqual({ zh: '春节', en: 'Spring Festival' });
  expect(calendar.whyRest(d('2026-02-13'))).toBeUndefined();
});

test('a make-up Saturday is a full working day', () => {
  expect(calendar.isMakeup(d('2026-02-14'))).toBe(true);
  expect(calendar.isWorking(d('2026-02-14'))).toBe(true);
  expect(calendar.isMakeup(d('2026-02-13'))).toBe(false);
});

test('a year unknown is said to be unknown: only the days fixed by law are known to rest in 2027', () => {
  expect([2024, 2025, 2026].map(calendar.status)).toEqual(['official', 'official', 'official']);
  expect([2027, 2028, 1999].map(calendar.status)).toEqual(['missing', 'missing', 'not-held']);
  const known = everyDay(d('2027-01-01'), d('2027-12-31')).filter((day) => typeof calendar.whyRest(day) === 'object');
  expect(known).toEqual(['2027-01-01', '2027-05-01', '2027-05-02', '2027-10-01', '2027-10-02', '2027-10-03']);
});

test('the n-th working day and the count between are each other undone, in the tables and far outside them', () => {
  const near = fc.integer({ min: toDayNumber(d('2022-06-01')), max: toDayNumber(d('2031-06-01')) });
  const far = fc.constantFrom(toDayNumber(d('1949-10-01')), toDayNumber(d('2099-12-31')));
  fc.assert(
    fc.property(fc.oneof({ weight: 30, arbitrary: near }, { weight: 1, arbitrary: far }), fc.integer({ min: -400, max: 400 }), (n, k) => {
      const start = fromDayNumber(n);
      const end = calendar.nth(start, k);
      const counted = calendar.workingDaysBetween(start, end);
      // Going back from a working day, that day is itself left behind.
      expect(counted).toBe(k < 0 && !calendar.isWorking(start) ? k + 1 : k);
      if (k !== 0) expect(calendar.isWorking(end)).toBe(true);
    }),
    { seed: 20260213, numRuns: 2000 },
  );
});

test('the tables say what walking says', () => {
  const bare = buildCalendar('none', []);
  for (const day of everyDay(d('2022-12-20'), d('2023-12-31'))) {
    expect(calendar.isWorking(day)).toBe(bare.isWorking(day));
    expect(calendar.nth(day, 3) === bare.nth(day, 3) || day > '2023-12-26').toBe(true);
  }
});

test('a year given twice is a mistake', () => {
  const [year] = readCalendarYears('.');
  expect(() => buildCalendar('x', [year!, year!])).toThrow('given twice');
});

test('a year whose notice is not out rests on the days of fixed date and on weekends; a past one not held on weekends alone', () => {
  const why = (day: string) => calendar.whyRest(d(day));
  // Working days otherwise: Thursday 1 May 2031, Friday 2 May; Wednesday to Friday 1 to 3 October 2031.
  expect(['2031-05-01', '2031-05-02', '2031-10-01', '2031-10-03'].map((day) => (why(day) as { zh: string }).zh)).toEqual([
    ...['劳动节', '劳动节', '国庆节', '国庆节'],
  ]);
  // New Year's Day 2028 is a Saturday: the holiday's name, not the weekend's; a day in lieu waits for the notice.
  expect([why('2028-01-01'), why('2028-01-03')]).toEqual([{ zh: '元旦', en: "New Year's Day" }, undefined]);
  expect([why('2028-05-03'), why('2028-10-04'), why('2031-01-27')]).toEqual([undefined, undefined, undefined]);
  // Nobody supplied 2023: its notice came out long ago, and is not here.
  expect([calendar.status(2023), why('2023-05-01'), why('2023-10-02'), why('2023-05-06')]).toEqual([
    ...['not-held', undefined, undefined, 'weekend'],
  ]);
});
