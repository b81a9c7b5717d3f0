import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundOn } from '../../../institutions/duties/rounds.ts';
import { readCalendarYears, readLaw } from '../../../platform/law.ts';
import { addDays, buildCalendar, type CalendarYear, localDate as d } from '../index.ts';
import { checkRound, type RecordedTime } from './round.ts';

const years = readCalendarYears('.');
const law = readLaw('.');
const terms = [...law.terms.values()].filter(({ recurs }) => recurs);
/** A holiday nobody announced, so that the day of the warning moves. */
const invented = (at: number, length: number): CalendarYear[] =>
  years.map((one) => {
    const from = addDays(d(`${one.year}-01-01`), at);
    const off = { from, to: addDays(from, length), name: { zh: '假', en: 'off' } };
    return one.year === 2024 ? one : { ...one, off: [off], makeup: [addDays(from, -3)] };
  });
const time = fc
  .record({
    term: fc.constantFrom(...terms),
    from: fc.integer({ min: 0, max: 1_400 }).map((n) => addDays(d('2024-03-01'), n)),
    calendar: fc.oneof(
      fc.constant(years),
      fc.tuple(fc.integer({ min: 3, max: 340 }), fc.integer({ min: 0, max: 20 })).map((x) => invented(...x)),
    ),
  })
  .map(({ term, from, calendar }) => ({ round: roundOn(term, from, buildCalendar('e', calendar), law), calendar }));
const among = (calendar: readonly CalendarYear[]) => (edition: string) => (edition === 'e' ? calendar : undefined);

test('[P18] calculator and checker agree on the days of every recurring duty, under calendars real and invented', () => {
  fc.assert(
    fc.property(time, ({ round, calendar }) => {
      expect(checkRound(round, among(calendar))).toEqual([]);
    }),
    { seed: 20260213, numRuns: 2_000 },
  );
});

const moved = (day: string, n: number): string => addDays(d(day), n);
/** Every value of a stored time, changed. */
const forgeries: Record<string, (time: RecordedTime, n: number) => RecordedTime> = {
  previous: (t, n) => ({ ...t, previous: moved(t.previous, n) }),
  due: (t, n) => ({ ...t, due: moved(t.due, n) }),
  'period.from': (t, n) => ({ ...t, period: { ...t.period, from: moved(t.period.from, n) } }),
  'period.to': (t, n) => ({ ...t, period: { ...t.period, to: moved(t.period.to, n) } }),
  earliest: (t, n) => ({ ...t, earliest: moved(t.earliest, n) }),
  soon: (t, n) => ({ ...t, soon: moved(t.soon, n) }),
  provisional: (t) => ({ ...t, provisional: !t.provisional }),
};

test.each(Object.keys(forgeries))('a stored time of a duty with one value changed is refused, and the value named: %s', (name) => {
  fc.assert(
    fc.property(time, fc.constantFrom(-2, -1, 1, 2), ({ round, calendar }, n) => {
      // Counted from the last time, that day is all there is to go by: what follows from it is named instead.
      const named = name === 'previous' && round.derivation!.recurs.due === 'last-time' ? /^(due|period\.from|earliest):/ : `${name}: says`;
      expect(checkRound(forgeries[name]!(round, n), among(calendar)).join('\n')).toMatch(named);
    }),
    { seed: 20260213, numRuns: 200 },
  );
});

test('the rule it was reckoned by, changed, gives other days; a calendar that is not here, and text that is none, are said', () => {
  const round = roundOn(law.term('disclosure.report-department'), d('2026-01-05'), buildCalendar('e', years), law);
  const said = (change: object) => checkRound({ ...round, ...change }, among(years)).join();
  const by = (more: object) => ({ derivation: { ...round.derivation!, ...more } });
  expect(said(by({ recurs: { due: '02-01', covers: 'year-before' } }))).toContain('due: says "2026-01-31", walking gives "2025-02-01"');
  expect(said(by({ recurs: { due: '01-31' } }))).toContain('period.from: says "2025-01-01", walking gives "2026-01-01"');
  expect(said({ by: { ...round.by!, share: 50 } })).toContain('soon: says');
  expect(said({ by: { ...round.by!, left: 15 } })).toContain('soon: says');
  expect(said({ by: { ...round.by!, edition: '2031.1' } })).toBe('derivation edition: 2031.1 is no calendar known here');
  expect(said({ due: '2026-02-30' })).toBe('due: 2026-02-30 is no date');
  expect(said(by({ recurs: { due: '02-30' } }))).toContain('02-30 is no day of the year');
  expect(said(by({ amount: 0 }))).toContain('amount: 0');
  expect(said(by({ unit: 'wd' }))).toContain('unit: wd is none');
  expect(said({ by: { ...round.by!, share: 'x' } })).toContain('no thresholds');
  // An earlier release did not keep by what it reckoned.
  expect(said({ derivation: undefined, by: undefined, due: '2026-02-03' })).toBe('');
});
