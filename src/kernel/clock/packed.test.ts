import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCalendar } from './calendar.ts';
import { fromDayNumber, toDayNumber } from './date.ts';
import { extendClock, pauseClock, resumeClock, startClock } from './deadline.ts';
import { packClock, unpackClock } from './packed.ts';
import type { Clock, LocalDate, Term } from './types.ts';

const calendar = buildCalendar('2026.1', [
  {
    year: 2026,
    status: 'official',
    document: { zh: '通知', en: 'notice' },
    off: [{ from: '2026-02-15' as LocalDate, to: '2026-02-23' as LocalDate, name: { zh: '春节', en: 'Spring Festival' } }],
    makeup: ['2026-02-14' as LocalDate, '2026-02-28' as LocalDate],
  },
]);
const term = (unit: Term['unit'], roll: Term['roll']): Term => ({
  id: 'test.term',
  start: { zh: '收到', en: 'received' },
  whose: 'organ',
  name: { zh: '期限', en: 'term' },
  amount: 20,
  unit,
  basis: { law: { zh: '行政许可法', en: 'Administrative Licensing Law' }, article: '42', mark: 'V' },
  roll,
  confidence: 'known',
});

const clocks = fc
  .record({
    zero: fc.integer({ min: toDayNumber('2026-01-02' as LocalDate), max: toDayNumber('2026-12-20' as LocalDate) }),
    amount: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom<Term['unit']>('wd', 'cd', 'month'),
    roll: fc.constantFrom<Term['roll']>('none', 'next-working-day'),
    conditional: fc.boolean(),
    extended: fc.integer({ min: 0, max: 10 }),
    paused: fc.option(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.option(fc.integer({ min: 0, max: 40 })))),
  })
  .map(({ zero, amount, unit, roll, conditional, extended, paused }): Clock => {
    let clock = startClock({ term: term(unit, roll), kind: 'legal', zero: fromDayNumber(zero), amount, conditional }, calendar);
    if (extended > 0) clock = extendClock(clock, extended, calendar);
    if (paused) clock = pauseClock(clock, { ground: 'hearing', from: fromDayNumber(zero + paused[0]) }, calendar);
    if (paused?.[1]) clock = resumeClock(clock, fromDayNumber(zero + paused[0] + paused[1]), calendar);
    return clock;
  });

describe('a packed clock', () => {
  it('comes back exactly, whatever happened to it', () => {
    fc.assert(
      fc.property(clocks, (clock) => {
        expect(unpackClock(JSON.parse(JSON.stringify(packClock(clock))))).toEqual(clock);
      }),
      { numRuns: 1000 },
    );
  });

  it('is less than half of what the clock in full takes', () => {
    const clock = startClock({ term: term('wd', 'none'), kind: 'legal', zero: '2026-02-09' as LocalDate }, calendar);
    expect(JSON.stringify(packClock(clock)).length * 2).toBeLessThan(JSON.stringify(clock).length);
  });
});
