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
  thresholdsOf,
} from './index.ts';

const calendar = buildCalendar('2026.1', readCalendarYears('.'));
const clock = startClock({ term: readLaw('.').term('licensing.decide'), kind: 'legal', zero: d('2026-02-13') }, calendar); // due Thu 19 March
/** Three working days left, and nothing before. */
const THREE = { share: 100, left: 3 };
const light = (day: string) => lightOf(clock, d(day), THREE, calendar);

test('[S1-38] a matter is in time, then due soon, and late only from the day after its due date', () => {
  expect(['2026-03-15', '2026-03-16', '2026-03-19', '2026-03-20'].map(light)).toEqual(['in-time', 'due-soon', 'due-soon', 'late']);
});

test('[X3] due soon at the share of the clock that has passed or at the working days left, whichever comes first', () => {
  const soon = (share: number, left: number) => dueSoonFrom(clock, { share, left }, calendar);
  expect(soon(100, 4)).toBe('2026-03-13');
  expect(soon(80, 1)).toBe('2026-03-13'); // the sixteenth of twenty working days
  expect(soon(90, 4)).toBe('2026-03-13');
  expect(soon(50, 1)).toBe('2026-03-05');
  const days = startClock(
    { term: readLaw('.').term('licensing.decide'), kind: 'legal', zero: d('2026-03-02'), amount: 10, unit: 'cd' },
    calendar,
  );
  expect([days.due, dueSoonFrom(days, { share: 80, left: 1 }, calendar)]).toEqual(['2026-03-12', '2026-03-10']);
});

test('[X3] a short clock warns the day before, never on its day 0', () => {
  const of = (amount: number) =>
    startClock({ term: readLaw('.').term('licensing.decide'), kind: 'promised', zero: d('2026-03-02'), amount, unit: 'wd' }, calendar);
  const soon = (amount: number) => dueSoonFrom(of(amount), thresholdsOf(readLaw('.')), calendar);
  expect([1, 2, 3, 5, 10].map(soon)).toEqual(['2026-03-03', '2026-03-03', '2026-03-04', '2026-03-06', '2026-03-12']);
});

test('the next change is when it becomes due soon, then when it becomes late, then none', () => {
  expect(nextChange(clock, d('2026-02-13'), THREE, calendar)).toBe('2026-03-16');
  expect(nextChange(clock, d('2026-03-16'), THREE, calendar)).toBe('2026-03-20');
  expect(nextChange(clock, d('2026-03-20'), THREE, calendar)).toBeUndefined();
});

test('every day on which the light changes was announced by nextChange', () => {
  for (let day = d('2026-02-13'); ; ) {
    const next = nextChange(clock, day, THREE, calendar);
    if (next === undefined) break;
    expect(light(next)).not.toBe(light(day));
    day = next;
  }
});

test('a paused clock stands still: it cannot become late until it runs again', () => {
  const paused = pauseClock(clock, { ground: 'testing', from: d('2026-03-17') }, calendar);
  expect(pausedFrom(paused)).toBe('2026-03-17');
  expect(lightOf(paused, d('2026-06-01'), THREE, calendar)).toBe('due-soon');
  expect(nextChange(paused, d('2026-03-17'), THREE, calendar)).toBeUndefined();
  expect(nextChange(paused, d('2026-03-10'), THREE, calendar)).toBe('2026-03-16');

  const resumed = resumeClock(paused, d('2026-03-24'), calendar);
  expect(resumed.due).toBe('2026-03-26');
  expect(lightOf(resumed, d('2026-06-01'), THREE, calendar)).toBe('late');
});

test('a pause opened after the term ran out saves nobody', () => {
  const tooLate = pauseClock(clock, { ground: 'testing', from: d('2026-03-20') }, calendar);
  expect(pausedFrom(tooLate)).toBeUndefined();
  expect(lightOf(tooLate, d('2026-03-20'), THREE, calendar)).toBe('late');
});
