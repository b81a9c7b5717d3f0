import { expect, it } from 'vitest';
import { UsageError } from '../platform/setup-error.ts';
import { durationOf } from './county.ts';

it('time passes by days, weeks, hours and minutes', () => {
  expect(durationOf('6d')).toEqual({ days: 6, hours: 0 });
  expect(durationOf('2w')).toEqual({ days: 14, hours: 0 });
  expect(durationOf('3h')).toEqual({ days: 0, hours: 3 });
  expect(durationOf('90m')).toEqual({ days: 0, hours: 1.5 });
  // Every minute comes out whole, once the clock has made milliseconds of it.
  for (const n of [1, 7, 59, 9999]) expect(Math.round(durationOf(`${n}m`).hours * 3_600_000)).toBe(n * 60_000);
});

it('and by nothing else, and only forward', () => {
  for (const text of ['', '6', 'm', '1.5h', '90M', '6x', '12345d']) expect(() => durationOf(text), text).toThrow(UsageError);
  expect(() => durationOf('-90m')).toThrow('Time only passes forward here: write 6d, 2w, 3h or 90m');
});

it('a duration that no clock takes is refused with what it takes', () => {
  expect(() => durationOf('99999w')).toThrow('99999w is too long: at most 9999 of a unit at once');
  expect(() => durationOf('6x')).toThrow('is not a duration. Write 6d, 2w, 3h or 90m.');
});
