import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCalendar } from './calendar.ts';
import { fromDayNumber, toDayNumber } from './date.ts';
import { extendClock, pauseClock, resumeClock, startClock } from './deadline.ts';
import { packClocks, unpackClocks, unpackSingle } from './packed.ts';
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

const stored = (list: readonly Clock[]) => JSON.parse(JSON.stringify(packClocks(list, (c) => c.amount)));

describe('packed clocks', () => {
  it('come back exactly and in order, whatever happened to them and whatever they share', () => {
    const several = fc.array(fc.tuple(clocks, fc.boolean()), { maxLength: 4 }).map((drawn) => {
      const list: Clock[] = [];
      // Every other one begins with the one before it, as the clocks of a matter do.
      for (const [clock, again] of drawn) {
        const zero = again ? list.at(-1)?.zero : undefined;
        const asked = { term: term(clock.unit, clock.roll ?? 'none'), kind: 'promised', amount: clock.amount } as const;
        list.push(zero ? startClock({ ...asked, zero }, calendar) : clock);
      }
      return list;
    });
    fc.assert(
      fc.property(several, (list) => {
        expect(unpackClocks(stored(list))).toEqual(list.map((clock) => ({ clock, note: clock.amount })));
      }),
      { numRuns: 1000 },
    );
  });

  it('say what they share once: three take less than a quarter of what they take in full', () => {
    const start = (kind: Clock['kind'], amount: number) =>
      startClock({ term: term('wd', 'none'), kind, zero: '2026-02-09' as LocalDate, amount }, calendar);
    const three = [start('acceptance', 5), start('promised', 10), start('legal', 20)];
    expect(JSON.stringify(stored(three)).length * 4).toBeLessThan(JSON.stringify(three).length);
    expect(stored(three)[0][4].slice(3)).toEqual([
      ['acceptance', 5, 5, 5],
      ['promised', 10, 19, 10],
      ['legal', 20, 32, 20],
    ]);
  });

  it('of the first release stood each by itself, and are still read', () => {
    const old = '["legal","test.term","2026-02-09",20,"wd",0,0,32,10,"行政许可法 42","2026.1",[[6,9,"春节"],[20,1],[26,2]],[5,19]]';
    const now = startClock({ term: term('wd', 'none'), kind: 'legal', zero: '2026-02-09' as LocalDate, conditional: true }, calendar);
    expect(unpackSingle(JSON.parse(old))).toEqual(now);
    const rolled = startClock(
      { term: term('cd', 'next-working-day'), kind: 'citizen', zero: '2026-02-09' as LocalDate, amount: 6 },
      calendar,
    );
    const days = '[[5,1]],[],6]';
    const late = `["citizen","test.term","2026-02-09",6,"cd",0,0,15,4,"行政许可法 42","2026.1",${days}`;
    expect(unpackSingle(JSON.parse(late)).derivation.rolledFrom).toBe(rolled.derivation.rolledFrom);
  });
});
