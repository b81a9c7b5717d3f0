import { expect, test } from 'vitest';
import { readCalendarYears, readLaw } from '../../platform/law.ts';
import {
  buildCalendar,
  localDate as d,
  dueSoonFrom,
  lightOf,
  nextChange,
  pauseClock,
  pausedFrom,
  resumeClock,
  startClock,
} from './index.ts';

const calendar = buildCalendar('2026.1', readCalendarYears('.'));
const clock = startClock({ term: readLaw('.').term('licensing.decide'), kind: 'legal', zero: d('2026-02-13') }, calendar); // due Thu 19 March
const light = (day: string) => lightOf(clock, d(day), 3, calendar);

test('[S1-38] a matter is in time, then due soon, and late only from the day after its due date', () => {
  expect(['2026-03-15', '2026-03-16', '2026-03-19', '2026-03-20'].map(light)).toEqual(['in-time', 'due-soon', 'due-soon', 'late']);
});

test('days left are working days when the calendar is at hand, else calendar days', () => {
  expect(dueSoonFrom(clock, 4, calendar)).toBe('2026-03-13');
  expect(dueSoonFrom(clock, 4)).toBe('2026-03-15');
});

test('the next change is when it becomes due soon, then when it becomes late, then none', () => {
  expect(nextChange(clock, d('2026-02-13'), 3, calendar)).toBe('2026-03-16');
  expect(nextChange(clock, d('2026-03-16'), 3, calendar)).toBe('2026-03-20');
  expect(nextChange(clock, d('2026-03-20'), 3, calendar)).toBeUndefined();
});

test('every day on which the light changes was announced by nextChange', () => {
  for (let day = d('2026-02-13'); ; ) {
    const next = nextChange(clock, day, 3, calendar);
    if (next === undefined) break;
    expect(light(next)).not.toBe(light(day));
    day = next;
  }
});

test('a paused clock stands still: it cannot become late until it runs again', () => {
  const paused = pauseClock(clock, { ground: 'testing', from: d('2026-03-17') }, calendar);
  expect(pausedFrom(paused)).toBe('2026-03-17');
  expect(lightOf(paused, d('2026-06-01'), 3, calendar)).toBe('due-soon');
  expect(nextChange(paused, d('2026-03-17'), 3, calendar)).toBeUndefined();
  expect(nextChange(paused, d('2026-03-10'), 3, calendar)).toBe('2026-03-16');

  const resumed = resumeClock(paused, d('2026-03-24'), calendar);
  expect(resumed.due).toBe('2026-03-26');
  expect(lightOf(resumed, d('2026-06-01'), 3, calendar)).toBe('late');
});

test('a pause opened after the term ran out saves nobody', () => {
  const tooLate = pauseClock(clock, { ground: 'testing', from: d('2026-03-20') }, calendar);
  expect(pausedFrom(tooLate)).toBeUndefined();
  expect(lightOf(tooLate, d('2026-03-20'), 3, calendar)).toBe('late');
});
