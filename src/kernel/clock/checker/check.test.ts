import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCalendarYears, readLaw } from '../../../platform/law.ts';
import {
  addDays,
  buildCalendar,
  type CalendarYear,
  type Clock,
  capClock,
  localDate as d,
  extendClock,
  pauseClock,
  resumeClock,
  startClock,
} from '../index.ts';
import { check } from './check.ts';

const years = readCalendarYears('.');
const law = readLaw('.');
const decision = law.term('licensing.decide');

/** One thing that happens to a clock, so many days after day zero. */
type Event =
  | { act: 'pause'; ground: string; at: number; expected?: number }
  | { act: 'resume'; at: number; ground?: string }
  | { act: 'extend'; amount: number };

const ours = buildCalendar('e', years);
const grounds = fc.constantFrom('hearing', 'testing', 'expert-review');
const at = fc.integer({ min: -20, max: 90 });
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ act: fc.constant('pause' as const), ground: grounds, at, expected: fc.option(at, { nil: undefined }) }),
  fc.record({ act: fc.constant('resume' as const), at, ground: fc.option(grounds, { nil: undefined }) }),
  fc.record({ act: fc.constant('extend' as const), amount: fc.integer({ min: 0, max: 15 }) }),
);
const history = fc.record({
  zero: fc.integer({ min: -60, max: 1100 }).map((n) => addDays(d('2024-01-01'), n)),
  unit: fc.constantFrom('wd' as const, 'wd' as const, 'cd' as const, 'month' as const, 'year' as const),
  amount: fc.integer({ min: 0, max: 45 }),
  roll: fc.constantFrom('next-working-day' as const, 'none' as const),
  conditional: fc.boolean(),
  events: fc.array(event, { maxLength: 7 }),
  cap: fc.option(fc.integer({ min: 1, max: 60 })),
});

/** Holidays nobody ever announced: the rules must hold under any notice. */
const inventedYear = (year: number): fc.Arbitrary<CalendarYear> =>
  fc.record({
    year: fc.constant(year),
    status: fc.constantFrom('official' as const, 'provisional' as const, 'missing' as const),
    document: fc.constant({ zh: '虚构', en: 'Invented' }),
    off: fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 355 }), fc.integer({ min: 0, max: 9 }), fc.constantFrom('春节', '国庆节'))
        .map(([n, length, zh]) => ({
          from: addDays(d(`${year}-01-01`), n),
          to: addDays(d(`${year}-01-01`), n + length),
          name: { zh, en: zh },
        })),
      { maxLength: 8 },
    ),
    makeup: fc.array(
      fc.integer({ min: 0, max: 364 }).map((n) => addDays(d(`${year}-01-01`), n)),
      { maxLength: 8 },
    ),
  });

function live(
  { zero, unit, amount, roll, conditional, events, cap }: typeof history extends fc.Arbitrary<infer H> ? H : never,
  edition: CalendarYear[],
): Clock {
  const calendar = edition === years ? ours : buildCalendar('e', edition);
  const short = unit === 'year' ? amount % 3 : unit === 'month' ? amount % 14 : amount;
  let clock = startClock({ term: { ...decision, unit, amount: short, roll }, kind: 'legal', zero, conditional }, calendar);
  for (const e of events) {
    const day = e.act === 'extend' ? zero : addDays(zero, e.at);
    if (e.act === 'extend') clock = extendClock(clock, unit === 'year' ? e.amount % 2 : e.amount, calendar);
    else if (e.act === 'pause') {
      const expected = e.expected === undefined ? undefined : addDays(zero, e.expected);
      clock = pauseClock(clock, { ground: e.ground, from: day, ...(expected && { expected }) }, calendar);
    } else if (clock.pauses.some((p) => !p.to && (!e.ground || p.ground === e.ground))) clock = resumeClock(clock, day, calendar, e.ground);
  }
  return cap === null || roll !== 'none' ? clock : capClock(clock, addDays(zero, cap), calendar);
}

test('[S1-38] calculator and checker agree on thousands of random histories', () => {
  fc.assert(
    fc.property(history, (h) => {
      expect(check(live(h, years), years, 'e')).toEqual([]);
    }),
    { seed: 20260213, numRuns: 1500 },
  );
});

test('they agree under calendars nobody ever announced', () => {
  fc.assert(
    fc.property(history, fc.tuple(inventedYear(2024), inventedYear(2025), inventedYear(2026)), (h, invented) => {
      expect(check(live(h, invented), invented)).toEqual([]);
    }),
    { seed: 20260213, numRuns: 600 },
  );
});

const forged = (clock: Clock, change: Partial<Clock>, derivation: Partial<Clock['derivation']> = {}): Clock => ({
  ...clock,
  ...change,
  derivation: { ...clock.derivation, ...derivation },
});

/** Every way to change one field of a clock; undefined where there is nothing to change. */
const forgeries: Record<string, (clock: Clock, n: number) => Clock | undefined> = {
  due: (c, n) => forged(c, { due: addDays(c.due, n) }),
  zero: (c, n) => forged(c, { zero: addDays(c.zero, n) }),
  'zero in the derivation': (c, n) => forged(c, {}, { zero: addDays(c.zero, n) }),
  amount: (c, n) => forged(c, { amount: c.amount + n }),
  'amount everywhere but the date': (c, n) => forged(c, { amount: c.amount + n }, { amount: c.amount + n }),
  'amount in the derivation': (c, n) => forged(c, {}, { amount: c.amount + n }),
  unit: (c) => forged(c, { unit: c.unit === 'wd' ? 'cd' : 'wd' }),
  'unit in the derivation': (c) => forged(c, {}, { unit: c.unit === 'wd' ? 'cd' : 'wd' }),
  rule: (c) => forged(c, {}, { rule: 'licensing.decide-joint' }),
  extension: (c, n) => forged(c, { extended: c.extended + n }),
  'extension everywhere but the date': (c, n) => forged(c, { extended: c.extended + n }, { extended: c.extended + n }),
  'extension in the derivation': (c, n) => forged(c, {}, { extended: c.extended + n }),
  provisional: (c) => forged(c, { provisional: !c.provisional }),
  conditional: (c) => forged(c, { conditional: !c.conditional }),
  'a skipped range left out': (c, n) =>
    c.derivation.skipped.length
      ? forged(c, {}, { skipped: c.derivation.skipped.toSpliced(Math.abs(n) % c.derivation.skipped.length, 1) })
      : undefined,
  'a skipped range made longer': (c, n) =>
    c.derivation.skipped.length
      ? forged(
          c,
          {},
          {
            skipped: c.derivation.skipped.with(0, [
              c.derivation.skipped[0]![0],
              addDays(c.derivation.skipped[0]![1], n),
              c.derivation.skipped[0]![2],
            ]),
          },
        )
      : undefined,
  'a skipped range with another reason': (c) =>
    c.derivation.skipped.length
      ? forged(c, {}, { skipped: c.derivation.skipped.with(0, [c.derivation.skipped[0]![0], c.derivation.skipped[0]![1], 'x']) })
      : undefined,
  'a range skipped that was counted': (c) => forged(c, {}, { skipped: [...c.derivation.skipped, [c.due, c.due, 'weekend']] }),
  'a working weekend left out': (c) => (c.derivation.makeup.length ? forged(c, {}, { makeup: c.derivation.makeup.slice(1) }) : undefined),
  'a working weekend added': (c) => forged(c, {}, { makeup: [...c.derivation.makeup, c.due] }),
  'another day before the roll': (c, n) => forged(c, {}, { rolledFrom: addDays(c.derivation.rolledFrom ?? c.due, n) }),
  'the roll left out': (c) => (c.derivation.rolledFrom ? forged(c, {}, { rolledFrom: undefined }) : undefined),
  'another cap': (c, n) => (c.atMost ? forged(c, { atMost: addDays(c.atMost, n) }) : undefined),
  'the cap left out': (c) => (c.atMost ? forged(c, { atMost: undefined }) : undefined),
  'a cap that binds nothing': (c) => (c.atMost ? undefined : forged(c, { atMost: addDays(c.due, 1) })),
  'another day before the cap': (c, n) => (c.atMost ? forged(c, {}, { cappedFrom: addDays(c.derivation.cappedFrom!, n) }) : undefined),
  'a term that should roll, or not': (c) => (c.derivation.rolledFrom ? forged(c, { roll: undefined }) : undefined),
  'another edition': (c) => forged(c, {}, { edition: '2025.9' }),
  'a pause that cost days, left out': (c) =>
    c.derivation.skipped.some(([, , why]) => why.startsWith('pause:')) ? forged(c, { pauses: [] }) : undefined,
  'a pause nobody had': (c) =>
    (c.derivation.rolledFrom ?? c.due) > c.zero
      ? forged(c, { pauses: [{ ground: 'payment', from: addDays(c.zero, -30), to: addDays(c.due, 1) }] })
      : undefined,
};

test.each(Object.keys(forgeries))('a clock forged by one field is refused: %s', (name) => {
  let met = 0;
  fc.assert(
    fc.property(history, fc.constantFrom(-2, -1, 1, 2), (h, n) => {
      const clock = forgeries[name]!(live(h, years), n);
      if (clock === undefined) return;
      met += 1;
      expect(check(clock, years, 'e')).not.toEqual([]);
    }),
    { seed: 20260213, numRuns: 150 },
  );
  expect(met).toBeGreaterThan(10);
});

test('a cap that is not the last day of the law’s own limit is noticed, though all else follows from it', () => {
  const calendar = buildCalendar('2026.1', years);
  const promised = startClock({ term: decision, kind: 'promised', zero: d('2026-03-02') }, calendar);
  const capped = capClock(promised, d('2026-03-20'), calendar);
  expect(capped).toMatchObject({ due: '2026-03-20', atMost: '2026-03-20', derivation: { cappedFrom: promised.due } });
  expect(check(capped, years, '2026.1', '2026-03-20')).toEqual([]);
  const moved = capClock(promised, d('2026-03-23'), calendar);
  expect(check(moved, years, '2026.1', '2026-03-20')).toEqual(['atMost: says "2026-03-23", walking gives "2026-03-20"']);
  expect(capClock(promised, d('2026-06-01'), calendar)).toEqual(promised);
});

test('a calendar changed behind the back of a clock is noticed', () => {
  const clock = startClock({ term: decision, kind: 'legal', zero: d('2026-02-13') }, buildCalendar('2026.1', years));
  const quietly = years.map((y) => (y.year === 2026 ? { ...y, makeup: y.makeup.filter((day) => day !== '2026-02-28') } : y));
  expect(check(clock, years)).toEqual([]);
  expect(check(clock, quietly)).toContain('due: says "2026-03-19", walking gives "2026-03-20"');
});

test('text that is no clock is a complaint, not a crash', () => {
  const clock = startClock({ term: decision, kind: 'legal', zero: d('2026-02-13') }, buildCalendar('2026.1', years));
  const broken = (change: object) => check({ ...clock, ...change } as Clock, years).join();
  expect(broken({ zero: '2026-02-30' })).toContain('zero: 2026-02-30 is no date');
  expect(broken({ amount: 1e12 })).toContain('amount: 1000000000000 is no whole number');
  expect(broken({ unit: 'week' })).toContain('unit: week is none');
  expect(broken({ derivation: undefined })).toContain('derivation: none');
  expect(broken({ pauses: undefined })).toContain('pauses: none');
  expect(broken({ pauses: [{ ground: 'testing' }] })).toContain('pause testing: undefined is no date');
  expect(broken({ pauses: [{ ground: 'testing', from: '2026-02-01', to: '9999-01-01' }] })).toContain('no end within');
});
