import { describe, expect, test } from 'vitest';
import { after } from '../../test/support/editions.ts';
import { world } from '../../test/support/licensing-states.ts';
import { evolve, open, sweep } from '../institutions/duties/rules.ts';
import { noting } from '../institutions/duties/schema.ts';
import { localDate as d } from '../kernel/clock/index.ts';
import { TimeOfDuty } from './stored-duties.ts';

// biome-ignore lint/suspicious/noExplicitAny: a stored fact, to be changed anywhere
type Any = any;
const { law } = world;
const answers = new Map([
  ['meetings.executive', { organ: 'GOV', office: 'office-director' }],
  ['disclosure.report-county', { organ: 'GOV' }],
]);
const at = (day: string) => ({ now: 0, ...after(), today: d(day), directory: world.directory, world: { answers } }) as Any;

/** A time opened, due soon, over, and noted three days late, each record with its day. */
function records(term: string, from: string, soon: string, over: string, noted: string): (readonly [Any, string])[] {
  const opened = open({ term, from: d(from) }, at(from)) as Any;
  let state = evolve(undefined, opened.facts[0], { number: 'D', actor: 'law', capacity: 'sweep' } as Any);
  const told: [Any, string][] = [[opened.facts[0], from]];
  for (const day of [soon, over])
    for (const fact of sweep(state, at(day), at(day).world)) {
      told.push([fact, day]);
      state = evolve(state, fact, { number: 'D', actor: 'law', capacity: 'sweep' } as Any);
    }
  return [...told, [{ kind: 'duty-noted', ...noting.parse({ on: noted, document: 'x', sentence: 'x' }), over: 3 }, noted]];
}
const REPORT = () => records('disclosure.report-county', '2026-01-05', '2026-03-25', '2026-04-01', '2026-04-03');
const MEETING = () => records('meetings.executive', '2026-02-13', '2026-02-27', '2026-03-02', '2026-03-03');

function walked(told: readonly (readonly [Any, string])[], kind = '', change: (fact: Any) => Any = (fact) => fact): string[] {
  const time = new TimeOfDuty({ years: () => after().years, ofSteps: () => after().years, ofLaw: () => after().years }, law);
  return told.flatMap(([stored, on]) => {
    const fact = stored.kind === kind ? change(structuredClone(stored)) : stored;
    const found = time.walk(fact) ?? [];
    const [rule, days] = [time.rule(fact), time.days(fact, on)];
    const all = [
      ...found,
      ...rule.faults,
      ...days.faults,
      ...[...rule.notCompared, ...days.notCompared].map((what) => `not compared ${what}`),
    ];
    return all.map((fault) => `${fact.kind} ${fault}`);
  });
}
const derived = (fact: Any, more: object) => ({ ...fact, round: { ...fact.round, derivation: { ...fact.round.derivation, ...more } } });

describe('[P18] what records repeat of a duty’s time, and its rule beside the law', () => {
  test('agree as they are written', () => {
    expect(REPORT().map(([{ kind }]) => kind)).toEqual(['duty-opened', 'duty-due-soon', 'duty-passed', 'duty-noted']);
    expect([walked(REPORT()), walked(MEETING())]).toEqual([[], []]);
  });

  test.each<[string, (fact: Any) => Any, string]>([
    ['duty-due-soon', (f) => ({ ...f, due: '2026-03-30' }), 'duty-due-soon due: says "2026-03-30", the time "2026-03-31"'],
    ['duty-passed', (f) => ({ ...f, due: '2026-03-30' }), 'duty-passed due: says "2026-03-30", the time "2026-03-31"'],
    ['duty-noted', (f) => ({ ...f, on: '2026-04-04', over: 4 }), 'duty-noted on: says "2026-04-04", may not be after "2026-04-03"'],
    ['duty-noted', (f) => ({ ...f, on: '2025-12-31', over: 0 }), 'duty-noted on: says "2025-12-31", may not be before "2026-01-01"'],
    ['duty-noted', (f) => ({ ...f, on: 'zzz' }), 'duty-noted on: "zzz" is no date'],
    ['duty-noted', (f) => ({ ...f, over: 2 }), 'duty-noted over: says 2, counting gives 3'],
    ['duty-opened', (f) => ({ ...f, tier: 'promise' }), 'duty-opened tier: says "promise", the law "law"'],
    [
      'duty-opened',
      (f) => derived(f, { basis: '信访条例 1' }),
      'duty-opened derivation basis: says "信访条例 1", the law "政府信息公开条例 49"',
    ],
    ['duty-opened', (f) => derived(f, { amount: 2 }), 'duty-opened derivation amount: says 2, the law 1'],
    [
      'duty-opened',
      (f) => derived(f, { recurs: { due: '03-31' } }),
      'duty-opened derivation recurs.covers: says null, the law "year-before"',
    ],
    ['duty-opened', (f) => ({ ...f, term: 'lunch' }), 'duty-opened term: says "lunch", the law has none'],
  ])('%s: a planted value is named', (kind, change, named) => {
    expect(walked(REPORT(), kind, change)).toContain(named);
  });

  test('what the county itself sets may have been another: it is said and no fault', () => {
    const other = walked(MEETING(), 'duty-opened', (f) =>
      derived({ ...f, round: { ...f.round, by: { ...f.round.by, share: 79 } } }, { basis: 'x' }),
    );
    expect(other.filter((one) => !one.includes('not compared'))).toEqual([]);
    expect(other).toEqual([
      expect.stringContaining('derivation basis: says "x", the county'),
      expect.stringContaining('by.share: says 79, the county 80 now'),
    ]);
    const before = walked(REPORT(), 'duty-passed', ({ due: _, ...f }) => f);
    expect(before).toEqual(['duty-passed not compared due: the record does not say it']);
  });
});
