import { describe, expect, test } from 'vitest';
import { world } from '../../../../test/support/licensing-states.ts';
import type { Actor } from '../../../kernel/organisation/types.ts';
import { isNamed, mayName, maySee, scopeOf } from './permits.ts';
import { dayTable } from './report.ts';
import { levelBySeat } from './spells.ts';
import { type AccountsAsk, type Counted, rowsOf, secondsOf, sumsOf } from './sums.ts';

const at = (text: string) => Date.parse(`${text}:00+08:00`) / 1000;
const HOUR = 3600;
const ask = (more: Partial<AccountsAsk> = {}): AccountsAsk => ({
  given: [],
  now: 0,
  days: dayTable(world.calendar),
  working: false,
  ...more,
});
const place = (
  part: Counted['places'][number]['part'],
  organ = 'SAM',
  level: Counted['places'][number]['level'] = 'examiner',
  seat = 'SAM-EX1',
) => ({ part, organ, level, seat });
const matter = (name: string, hours: readonly number[], places: Counted['places'], more: Partial<Counted> = {}): Counted => {
  const borders = [0];
  for (const h of hours) borders.push(borders.at(-1)! + h * HOUR);
  return { matter: name, item: 'SAM-L02', lead: 'SAM', places, at: borders, kept: null, lawful: null, ...more };
};

describe('time on working days', () => {
  const seconds = (from: string, to: string, working = true) => secondsOf(at(from), at(to), ask({ working })) / HOUR;
  test('counts no rest day, counts nights, and a make-up day like any other', () => {
    expect(seconds('2026-03-06T12:00', '2026-03-09T12:00')).toBe(24);
    expect(seconds('2026-03-06T12:00', '2026-03-09T12:00', false)).toBe(72);
    expect(seconds('2026-03-05T20:00', '2026-03-06T08:00')).toBe(12);
    expect(seconds('2026-03-07T08:00', '2026-03-08T20:00')).toBe(0);
    const makeup = world.years.flatMap((year) => year.makeup)[0]!;
    expect(seconds(`${makeup}T00:00`, `${makeup}T24:00`)).toBe(24);
  });
});

describe('sums', () => {
  const matters = [
    matter('A', [1, 2, 4], [place('queue'), place('work'), place('queue', 'SAM', 'leader', 'SAM-DEP')], { kept: true, lawful: true }),
    matter('B', [3, 5], [place('queue'), place('law:testing', 'SAM', 'none', '')], { kept: false, lawful: true }),
    matter('C', [10], [place('queue', 'UMB', 'leader', 'UMB-CHF')], { item: 'UMB-L01', lead: 'UMB' }),
  ];

  test('[S1-20] a matter counts once in a number, with all its seconds of that kind', () => {
    const [sam, umb] = sumsOf(matters, ask(), 'organ');
    expect(sam).toMatchObject({
      key: 'SAM',
      whole: { matters: 2, seconds: 15 * HOUR, median: 7.5 * HOUR },
      limits: { promised: 2, kept: 1, limited: 2, lawful: 2 },
      parts: { queue: { matters: 2, seconds: 8 * HOUR }, work: { matters: 1, seconds: 2 * HOUR } },
    });
    expect(umb?.whole).toEqual({ matters: 1, seconds: 10 * HOUR, median: 10 * HOUR, p90: 10 * HOUR });
  });

  test('nine in ten, between two matters, is told in whole seconds', () => {
    const some = [1, 2, 5].map((n) => matter(`S${n}`, [n * 0.123], [place('queue')]));
    const [all] = sumsOf(some, ask());
    expect([all!.whole.p90, all!.whole.median].every(Number.isInteger)).toBe(true);
  });

  test('a pause stands under its ground, and once in the sum of all grounds', () => {
    const [all] = sumsOf(matters, ask());
    expect([all?.parts['law:testing']?.seconds, all?.parts.law?.seconds, all?.whole.seconds]).toEqual([5 * HOUR, 5 * HOUR, 25 * HOUR]);
  });

  test('[S1-20] waiting for a deputy or chief, by the seat that signed', () => {
    const leaders = sumsOf(matters, ask({ level: 'leader', part: 'held' }), 'seat');
    expect(leaders.map(({ key, whole }) => [key, whole.seconds / HOUR])).toEqual([
      ['SAM-DEP', 4],
      ['UMB-CHF', 10],
    ]);
  });

  test('a limit is the lead’s to keep: whoever received, delivered or assisted shows none of it, nor are its matters behind the number', () => {
    const c = matter('C', [1, 2, 3], [place('queue', 'ASB', 'window', 'ASB-W01'), place('queue'), place('delivery', 'ASB', 'window', '')], {
      kept: true,
      lawful: false,
    });
    const d = matter('D', [2, 2], [place('queue', 'PSB'), place('work', 'SAM')], { kept: false, lawful: true });
    const limits = Object.fromEntries(sumsOf([c, d], ask(), 'organ').map((sums) => [sums.key, sums.limits]));
    expect(limits.SAM).toEqual({ promised: 2, kept: 1, limited: 2, lawful: 1 });
    for (const organ of ['ASB', 'PSB']) expect(limits[organ], organ).toEqual({ promised: 0, kept: 0, limited: 0, lawful: 0 });
    expect(rowsOf([c, d], ask({ organ: 'ASB' }), { lawful: false })).toEqual([]);
    expect(rowsOf([c, d], ask({ organ: 'SAM' }), { lawful: false })).toHaveLength(1);
    expect(rowsOf([c, d], ask({ organ: 'ASB' }), {})).toHaveLength(1);
  });

  test('a step that any of several levels may sign stands at the level of whoever signed it', () => {
    const roles: Readonly<Record<string, readonly string[]>> = {
      'PSB-CHF': ['chief'],
      'PSB-SH': ['section-head'],
      'PSB-EX1': ['examiner', 'deputy'],
    };
    const levelOf = levelBySeat((seat) => roles[seat] ?? []);
    const signed = (seat: string) => place('queue', 'PSB', 'examiner', seat);
    const e = matter('E', [1, 2, 4, 8], [signed('PSB-CHF'), signed('PSB-SH'), signed('PSB-EX1'), signed('')]);
    const byLevel = sumsOf([e], ask({ levelOf }), 'level');
    expect(Object.fromEntries(byLevel.map(({ key, whole }) => [key, whole.seconds / HOUR]))).toEqual({
      leader: 1,
      'section-head': 2,
      examiner: 12,
    });
    expect(rowsOf([e], ask({ levelOf, level: 'section-head' }), {})[0]!.here).toBe(2 * HOUR);
    // Nobody of the county stays nobody; a seat of no such role leaves it as it was.
    expect([levelOf(place('applicant', 'SAM', 'none', 'PSB-CHF')), levelOf(place('delivery', 'ASB', 'window', 'ASB-DLV1'))]).toEqual([
      ...['none', 'window'],
    ]);
  });

  test('rows are the matters of the number, the longest first, by limits where asked', () => {
    const names = (more: Partial<AccountsAsk>, only = {}) =>
      rowsOf(matters, ask(more), only).map(({ matter: name, here }) => `${name}${here / HOUR}`);
    expect(names({})).toEqual(['C10', 'B8', 'A7']);
    expect(names({ part: 'law' })).toEqual(['B5']);
    expect(names({ part: 'held', item: 'SAM-L02' })).toEqual(['A7', 'B3']);
    expect(names({ seat: '' })).toEqual(['B5']);
    expect(names({ within: ['UMB'] })).toEqual(['C10']);
    expect(names({}, { kept: false })).toEqual(['B8']);
    expect(sumsOf([], ask(), 'organ')).toEqual([]);
  });
});

describe('whose time somebody may see', () => {
  const as = (seat: string): Actor =>
    world.directory.actor(world.directory.holdersOf(seat, '2026-03-02' as never).at(-1)!, '2026-03-02' as never);
  const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);

  test('[S1-20] an officer her organs’; the head also by seat; who supervises, the county’s', () => {
    const [examiner, chief] = [scopeOf(as('SAM-EX1')), scopeOf(as('SAM-CHF'))];
    expect(codes(maySee(examiner, 'UMB'))).toEqual(['accounts-of-another-organ']);
    expect(codes(mayName(examiner))).toEqual(['accounts-by-seat']);
    expect([maySee(examiner, 'SAM'), maySee(examiner, undefined), mayName(chief)]).toEqual([[], [], []]);
    expect([isNamed(examiner, 'SAM'), isNamed(chief, 'SAM'), isNamed(chief, 'UMB')]).toEqual([false, true, false]);
    const inspector = scopeOf({
      kind: 'officer',
      person: 'x',
      seats: world.directory
        .seats('2026-03-02' as never)
        .filter(({ roles }) => roles.includes('efficiency-inspector'))
        .slice(0, 1),
    });
    expect([inspector, maySee(inspector, 'UMB'), mayName(inspector), isNamed(inspector, 'UMB')]).toEqual([{}, [], [], true]);
  });
});
