import { expect, test } from 'vitest';
import { readCalendarYears, readLaw } from '../../platform/law.ts';
import { check } from './checker/check.ts';
import { addDays, buildCalendar, type Clock, localDate as d, extendClock, settle, startClock, type Term } from './index.ts';

const years = readCalendarYears('.');
const calendar = buildCalendar('2026.1', years);
const law = readLaw('.');
const legal = (zero: string, amount?: number) =>
  startClock({ term: law.term('licensing.decide'), kind: 'legal', zero: d(zero), amount }, calendar);
const term = (change: Partial<Term>): Term => ({ ...law.term('licensing.decide'), extension: undefined, ...change });
const running = (change: Partial<Term>, zero: string): Clock => startClock({ term: term(change), kind: 'legal', zero: d(zero) }, calendar);

test('[S1-38] accepted on 13 February 2026, a decision within 20 working days is due on 19 March', () => {
  const clock = legal('2026-02-13');
  expect(clock).toMatchObject({ due: '2026-03-19', provisional: false, conditional: false });
  expect(clock.derivation).toEqual({
    rule: 'licensing.decide',
    basis: '行政许可法 42(1)',
    zero: '2026-02-13',
    amount: 20,
    unit: 'wd',
    skipped: [
      ['2026-02-15', '2026-02-23', '春节'],
      ['2026-03-01', '2026-03-01', 'weekend'],
      ['2026-03-07', '2026-03-08', 'weekend'],
      ['2026-03-14', '2026-03-15', 'weekend'],
    ],
    makeup: ['2026-02-14', '2026-02-28'],
    edition: '2026.1',
  });
});

test('[S1-38] five working days across Spring Festival end on 27 February', () => {
  expect(startClock({ term: law.term('licensing.accept'), kind: 'acceptance', zero: d('2026-02-13') }, calendar).due).toBe('2026-02-27');
});

test('across National Day, 15 and 20 working days end on 27 October and 3 November', () => {
  expect(legal('2026-09-30', 15).due).toBe('2026-10-27');
  expect(legal('2026-09-30', 20).due).toBe('2026-11-03');
});

test('a due date that crosses into 2027 is provisional, the last one of 2026 is not', () => {
  expect(legal('2026-12-03')).toMatchObject({ due: '2026-12-31', provisional: false });
  expect(legal('2026-12-04')).toMatchObject({ due: '2027-01-04', provisional: true });
  expect(legal('2026-12-04').derivation.skipped.at(-2)).toEqual(['2027-01-01', '2027-01-01', '元旦']);
});

test('what no holiday can move is certain: days, months and years that do not roll', () => {
  const roll = 'next-working-day';
  const provisional = (change: Partial<Term>, zero: string) => {
    const clock = running(change, zero);
    expect(check(clock, years)).toEqual([]);
    expect(check({ ...clock, provisional: !clock.provisional }, years)).toHaveLength(1);
    return clock.provisional;
  };
  for (const limit of [
    { unit: 'cd', amount: 60 },
    { unit: 'month', amount: 2 },
    { unit: 'year', amount: 1 },
  ] as const) {
    expect(provisional(limit, '2026-12-04'), limit.unit).toBe(false);
    expect(provisional({ ...limit, roll }, '2026-12-04'), limit.unit).toBe(true);
  }
  expect(provisional({ unit: 'wd', amount: 20 }, '2026-12-04')).toBe(true);
  // It ends on a Thursday of a known year, or begins in an unknown one and ends where all is known.
  expect(provisional({ unit: 'cd', amount: 20, roll }, '2026-12-11')).toBe(false);
  expect(provisional({ unit: 'cd', amount: 30, roll }, '2023-12-20')).toBe(false);
});

test('counting from the last day of an unknown year touches only known days', () => {
  expect(legal('2023-12-31').provisional).toBe(false);
  expect(legal('2023-12-29').provisional).toBe(true); // 30 December 2023 is walked over
});

test('when the notice for 2027 comes, an open clock is settled under the new edition; taking it back is as before', () => {
  const before = legal('2026-12-04');
  const notice = { ...years.find((y) => y.year === 2027)!, status: 'official' as const, makeup: [d('2027-01-03')] };
  const after = settle(before, buildCalendar('2027.1', [...years.filter((y) => y.year !== 2027), notice]));
  expect(after).toMatchObject({ due: '2027-01-03', provisional: false, derivation: { edition: '2027.1', makeup: ['2027-01-03'] } });
  expect(settle(after, calendar)).toEqual(before);
});

test('the law extends once by ten working days, and the derivation says so', () => {
  const clock = extendClock(legal('2026-02-13'), 10, calendar);
  expect(clock).toMatchObject({ due: '2026-04-02', extended: 10, derivation: { amount: 20, extended: 10 } });
});

test('a county may promise less than the law, in its own unit', () => {
  const promised = startClock({ term: law.term('licensing.decide'), kind: 'promised', zero: d('2026-02-13'), amount: 7 }, calendar);
  expect(promised.due).toBe('2026-03-02');
  const days = startClock({ term: law.term('licensing.decide'), kind: 'promised', zero: d('2026-02-13'), amount: 7, unit: 'cd' }, calendar);
  expect(days.due).toBe('2026-02-20');
});

test('a matter done on the spot is due the same day', () => {
  expect(legal('2026-02-13', 0)).toMatchObject({ due: '2026-02-13', derivation: { skipped: [], makeup: [] } });
  expect(() => legal('2026-02-13', 1.5)).toThrow(RangeError);
  expect(() => legal('2026-02-13', -1)).toThrow(RangeError);
});

test('a date that stands on an assumed day zero is conditional until a new clock is started', () => {
  const onReceipt = startClock(
    { term: law.term('licensing.decide'), kind: 'promised', zero: d('2026-02-13'), conditional: true },
    calendar,
  );
  expect(onReceipt.conditional).toBe(true);
  expect(settle(onReceipt, calendar)).toEqual(onReceipt);
});

test('calendar days, months and years count rest days like any other', () => {
  expect(running({ unit: 'cd', amount: 15 }, '2026-02-01').due).toBe('2026-02-16');
  expect(running({ unit: 'month', amount: 1 }, '2026-01-31').due).toBe('2026-02-28');
  expect(running({ unit: 'year', amount: 2 }, '2024-02-29').due).toBe('2026-02-28');
  expect(running({ unit: 'cd', amount: 15 }, '2026-02-01').derivation.skipped).toEqual([]);
});

test("a citizen's last day on a holiday rolls past it; an organ's stays where the law put it", () => {
  const citizen = running({ unit: 'cd', amount: 15, roll: 'next-working-day' }, '2026-02-01');
  expect(citizen).toMatchObject({
    due: '2026-02-24',
    derivation: { rolledFrom: '2026-02-16', skipped: [['2026-02-16', '2026-02-23', '春节']] },
  });
  expect(running({ unit: 'cd', amount: 15, roll: 'none' }, '2026-02-01').due).toBe('2026-02-16');
  expect(running({ unit: 'cd', amount: 13, roll: 'next-working-day' }, '2026-02-01')).toMatchObject({ due: '2026-02-14' }); // a make-up Saturday works
  expect(law.term('licensing.hearing-request').roll).toBe('next-working-day');
});

test('a derivation is small enough to stand in every fact', () => {
  const sizes = Array.from({ length: 300 }, (_, i) => JSON.stringify(legal(addDays(d('2026-01-05'), i)).derivation).length);
  expect(Math.max(...sizes)).toBeLessThan(420);
  expect(sizes.reduce((a, b) => a + b) / sizes.length).toBeLessThan(330);
});

test('a clock is plain data: it comes back from JSON as it went', () => {
  const clock = extendClock(legal('2026-02-13'), 10, calendar);
  expect(JSON.parse(JSON.stringify(clock))).toEqual(clock);
});
