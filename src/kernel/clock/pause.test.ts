import { expect, test } from 'vitest';
import { readCalendarYears, readLaw } from '../../platform/law.ts';
import { buildCalendar, type Clock, localDate as d, pauseClock, resumeClock, startClock, type Unit } from './index.ts';

const calendar = buildCalendar('2026.1', readCalendarYears('.'));
const start = (unit: Unit = 'wd', amount = 20): Clock =>
  startClock({ term: readLaw('.').term('licensing.decide'), kind: 'legal', zero: d('2026-02-13'), unit, amount }, calendar);
const stop = (clock: Clock, ground: string, from: string, expected?: string) =>
  pauseClock(clock, { ground, from: d(from), ...(expected && { expected: d(expected) }) }, calendar);
const pause = (clock: Clock, ground: string, from: string, to: string) => resumeClock(stop(clock, ground, from), d(to), calendar, ground);

test('[S1-38] an expert review from 2 to 9 March moves the decision from 19 to 26 March', () => {
  const clock = pause(start(), 'expert-review', '2026-03-02', '2026-03-09');
  expect(clock).toMatchObject({ due: '2026-03-26', conditional: false });
  expect(clock.derivation.skipped).toContainEqual(['2026-03-02', '2026-03-08', 'pause:expert-review']);
});

test('while the review lasts the date is conditional: by its expected end, or without one the earliest possible', () => {
  expect(stop(start(), 'expert-review', '2026-03-02', '2026-03-09')).toMatchObject({ due: '2026-03-26', conditional: true });
  expect(stop(start(), 'expert-review', '2026-03-02')).toMatchObject({ due: '2026-03-19', conditional: true });
});

test('a review that ends later than expected counts to its real end', () => {
  const open = stop(start(), 'testing', '2026-03-02', '2026-03-09');
  const closed = resumeClock(open, d('2026-03-11'), calendar);
  expect(closed).toMatchObject({
    due: '2026-03-30',
    conditional: false,
    pauses: [{ ground: 'testing', from: '2026-03-02', to: '2026-03-11' }],
  });
});

test('a pause ended on the day it began costs nothing', () => {
  expect(pause(start(), 'testing', '2026-03-02', '2026-03-02').due).toBe('2026-03-19');
  expect(pause(start(), 'testing', '2026-03-02', '2026-02-20').pauses).toEqual([
    { ground: 'testing', from: '2026-03-02', to: '2026-03-02' },
  ]);
});

test('two grounds on the same days cost the days once, and the day belongs to the pause that began first', () => {
  const clock = pause(pause(start(), 'testing', '2026-03-02', '2026-03-06'), 'hearing', '2026-03-04', '2026-03-09');
  expect(clock.due).toBe('2026-03-26');
  expect(clock.derivation.skipped).toContainEqual(['2026-03-02', '2026-03-05', 'pause:testing']);
  expect(clock.derivation.skipped).toContainEqual(['2026-03-06', '2026-03-08', 'pause:hearing']);
});

test('a pause inside another adds nothing', () => {
  const outer = pause(start(), 'testing', '2026-03-02', '2026-03-09');
  const both = pause(outer, 'hearing', '2026-03-03', '2026-03-05');
  expect(both.derivation).toEqual(outer.derivation);
});

test('pauses before day zero and after the due date have no effect', () => {
  const clock = start();
  expect(pause(clock, 'testing', '2026-01-05', '2026-02-10').derivation).toEqual(clock.derivation);
  expect(pause(clock, 'testing', '2026-01-05', '2026-02-14').derivation).toEqual(clock.derivation); // day zero itself is not counted anyway
  expect(pause(clock, 'testing', '2026-03-20', '2026-04-20').derivation).toEqual(clock.derivation);
  expect(stop(clock, 'testing', '2026-03-20')).toMatchObject({ due: '2026-03-19', conditional: false });
});

test('a pause that began before day zero costs only the days after it', () => {
  expect(pause(start(), 'testing', '2026-02-01', '2026-02-25').due).toBe('2026-03-23'); // 14 and 24 February are lost
});

test('a make-up Saturday inside a pause is not counted, and not listed as counted', () => {
  const clock = pause(start(), 'testing', '2026-02-14', '2026-02-24');
  expect(clock).toMatchObject({ due: '2026-03-20', derivation: { makeup: ['2026-02-28'] } });
  expect(clock.derivation.skipped[0]).toEqual(['2026-02-14', '2026-02-23', 'pause:testing']);
});

test('a pause on the last day moves it, and opens the way for the next pause', () => {
  const once = pause(start(), 'testing', '2026-03-19', '2026-03-20');
  expect(once.due).toBe('2026-03-20');
  expect(pause(once, 'hearing', '2026-03-20', '2026-03-23').due).toBe('2026-03-23');
});

test('calendar-day and month terms lose calendar days', () => {
  expect(pause(start('cd', 30), 'testing', '2026-03-02', '2026-03-09').due).toBe('2026-03-22');
  expect(pause(start('month', 1), 'testing', '2026-03-02', '2026-03-09').due).toBe('2026-03-20');
});

test('of two open pauses one can be ended alone; a clock that runs cannot be resumed', () => {
  const both = stop(stop(start(), 'testing', '2026-03-02'), 'hearing', '2026-03-03');
  const one = resumeClock(both, d('2026-03-04'), calendar, 'testing');
  expect(one).toMatchObject({ due: '2026-03-23', conditional: true });
  expect(resumeClock(one, d('2026-03-05'), calendar)).toMatchObject({ due: '2026-03-24', conditional: false });
  expect(() => resumeClock(start(), d('2026-03-04'), calendar)).toThrow('not paused');
});
