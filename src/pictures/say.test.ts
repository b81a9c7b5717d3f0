import { expect, test } from 'vitest';
import { localDate as d } from '../kernel/clock/index.ts';
import { sayRangeBeside } from './say.ts';

test('a range has its year where it, or a day beside it, lies in another', () => {
  const year = (due: string, today: string) => sayRangeBeside(d('2026-01-01'), d('2026-12-31'), 'en', [d(today), d(due)]);
  expect(year('2026-12-31', '2026-11-02')).toBe('1 Jan to 31 Dec');
  for (const [due, today] of [
    ['2027-01-31', '2026-11-02'],
    ['2027-01-31', '2027-01-05'],
    ['2026-12-31', '2027-01-05'],
  ])
    expect(year(due!, today!)).toBe('1 Jan to 31 Dec 2026');
});
