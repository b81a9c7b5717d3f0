import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../test/support/model-county.ts';
import { addDays, localDate as d, type Lawbook } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { ladderHere } from '../../urging.ts';
import { NO_LADDER, toldOn } from './register.ts';
import { arriving, below, firstOfWeek, ladderOf, lateBy, listFor, reached, stepsOf } from './rules.ts';
import { LEADERS, RUNGS, type Rung } from './vocabulary.ts';

const { calendar, law, directory } = readModelCounty();
const ladder = ladderOf(law);
const set = (id: string, amount: number): Lawbook => ({
  ...law,
  parameter: (asked) => ({ ...law.parameter(asked), ...(asked === id && { amount }) }),
});
/** Due on Wednesday 11 March 2026, near from the day before. */
const clock = (tier: 'law' | 'promise' | 'step') => ({ tier, due: d('2026-03-11'), soon: d('2026-03-10') });
const days = (tier: 'law' | 'promise' | 'step', by = ladder) =>
  Object.fromEntries(stepsOf(clock(tier), by, calendar).map(({ rung, on }) => [rung, on]));

describe('[X3] the ladder', () => {
  test('a promise goes from the handler up to the head of the county, each rung on its working day', () => {
    expect(days('promise')).toEqual({
      handler: '2026-03-10',
      'section-head': '2026-03-11',
      chief: '2026-03-12',
      'portfolio-leader': '2026-03-16',
      'county-head': '2026-03-25',
    });
  });

  test('of a broken statutory limit the leaders learn on the day itself, and the efficiency office too', () => {
    expect(days('law')).toMatchObject({ 'portfolio-leader': '2026-03-12', 'efficiency-office': '2026-03-12', 'county-head': '2026-03-12' });
  });

  test('[P19] whatever day a statutory limit ends on, no rung hears of it later than one above', () => {
    for (let due = d('2026-01-01'); due < '2027-01-01'; due = addDays(due, 1)) {
      const steps = stepsOf({ tier: 'law', due, soon: due }, ladder, calendar);
      expect(steps.map(({ rung }) => rung)).toEqual(RUNGS);
      for (const [i, { on }] of steps.slice(1).entries()) expect(steps[i]!.on <= on, `${due} ${i}`).toBe(true);
    }
  });

  test('a step that is overdue in time of the total stays with its organ and its leader in charge', () => {
    expect(Object.keys(days('step'))).toEqual(['handler', 'section-head', 'chief', 'portfolio-leader']);
  });

  test('[X3] what is watched only after its day goes up from then, the holder first', () => {
    const late = { tier: 'step', due: d('2026-03-11'), soon: d('2026-03-12') } as const;
    expect(stepsOf(late, ladder, calendar).map(({ rung, on }) => `${rung} ${on}`)).toEqual([
      'handler 2026-03-12',
      'section-head 2026-03-12',
      'chief 2026-03-13',
      'portfolio-leader 2026-03-17',
    ]);
  });

  test('the county’s parameters move each rung', () => {
    for (const rung of RUNGS.filter((one) => one !== 'efficiency-office')) {
      const later = ladderOf(set(`urging.${rung}`, law.parameter(`urging.${rung}`).amount + 2));
      expect(days('promise', later)[rung], rung).toBe(calendar.nth(days('promise')[rung] as LocalDate, 2));
    }
    // Of a broken statutory limit nobody hears later than whoever stands above him.
    for (const later of ['urging.chief', 'urging.efficiency-office'] as const)
      expect(days('law', ladderOf(set(later, 4)))[later.slice(7)]).toBe('2026-03-12');
    expect(days('law', ladderOf(set('urging.efficiency-office', 0)))['efficiency-office']).toBe('2026-03-11');
  });

  test('by a day the rungs below it are reached, and none above', () => {
    const by = (day: string) => reached(clock('promise'), d(day), ladder, calendar);
    expect(by('2026-03-09')).toEqual([]);
    expect(by('2026-03-11')).toEqual(['handler', 'section-head']);
    expect(by('2026-03-16')).toEqual(['handler', 'section-head', 'chief', 'portfolio-leader']);
  });
});

describe('[P19] how urging arrives', () => {
  test('one list each working morning from the hour on; on a day of rest no list, and a notice at any hour', () => {
    for (let day = d('2026-01-01'); day < '2027-01-01'; day = addDays(day, 1)) {
      const morning = arriving(day, 9, ladder, calendar);
      expect(morning.includes('morning'), day).toBe(calendar.isWorking(day));
      expect(morning).toContain('notice');
      expect(arriving(day, 8.25, ladder, calendar)).toEqual(['notice']);
    }
    expect(arriving(d('2026-03-11'), 8.25, ladderOf(set('urging.opening-hour', 8)), calendar)).toContain('morning');
  });

  test('a leader’s weekly list arrives on the first working day of the week, also where that is no Monday', () => {
    const weekly = (day: string) => arriving(d(day), 9, ladder, calendar).includes('weekly');
    expect([weekly('2026-03-09'), weekly('2026-03-10')]).toEqual([true, false]);
    // The Spring Festival takes Monday and Tuesday; a week of holidays has none.
    expect(firstOfWeek(d('2026-02-25'), calendar)).toBe('2026-02-24');
    expect([weekly('2026-02-24'), weekly('2026-02-25')]).toEqual([true, false]);
    expect(firstOfWeek(d('2026-02-18'), calendar)).toBeUndefined();
  });

  test('a leader gets a weekly list, and a notice of a broken statutory limit; everybody else a morning list, and the notice where none arrives', () => {
    const night = ['notice'] as const;
    const morning = ['notice', 'morning'] as const;
    for (const rung of RUNGS)
      expect([listFor(rung, false, night), listFor(rung, true, night), listFor(rung, true, morning)], rung).toEqual(
        LEADERS.includes(rung) ? ['weekly', 'notice', 'notice'] : ['morning', 'notice', 'morning'],
      );
  });

  test('a list not read in its working day shows on the next rung; the efficiency office sees all of them', () => {
    expect(lateBy(d('2026-03-11'), ladder, calendar)).toBe('2026-03-09');
    expect(lateBy(d('2026-03-11'), ladderOf(set('urging.receipt', 3)), calendar)).toBe('2026-03-05');
    expect(below('section-head')).toEqual(['handler']);
    expect(below('handler')).toEqual([]);
    expect(below('efficiency-office')).toEqual(RUNGS);
  });
});

describe('[X3] who stands on a rung', () => {
  const register = ladderHere({ model: true } as never);
  const place = { organ: 'SAM', roles: ['examiner'] as const };
  const on = (rung: Rung, day = '2026-03-11', by = register) => toldOn(rung, place, d(day), directory, by);
  const seat = (id: string, day = '2026-03-11') => directory.holdersOf(id, d(day));

  test('comes from the organisation of the day: seats of the organ, the portfolio, the county', () => {
    expect(on('handler').map((one) => one.seat)).toEqual(['SAM-EX1', 'SAM-EX2']);
    expect(on('section-head')).toEqual([{ person: seat('SAM-SH')[0], seat: 'SAM-SH', stands: 'section-head' }]);
    expect(on('chief').map((one) => one.seat)).toEqual(['SAM-CHF']);
    expect(on('portfolio-leader').map((one) => one.seat)).toEqual(['COUNTY-DH3']);
    expect(on('efficiency-office').map((one) => one.seat)).toEqual(['EFF-I1', 'EFF-I2']);
    expect(on('county-head').map((one) => one.seat)).toEqual(['COUNTY-HEAD']);
  });

  test('for who is away his substitute or the backup of his portfolio, and that is said', () => {
    expect(on('section-head', '2026-01-28')).toEqual([
      { person: seat('SAM-EX2')[0], seat: 'SAM-EX2', stands: 'section-head', instead: 'away' },
    ]);
    expect(on('portfolio-leader', '2026-02-04')).toEqual([
      { person: seat('COUNTY-DH4')[0], seat: 'COUNTY-DH4', stands: 'portfolio-leader', instead: 'away' },
    ]);
    expect(on('section-head', '2026-02-02')[0]?.instead).toBeUndefined();
  });

  test('a rung that nobody holds goes to the next that somebody holds, and says so; none at all is nobody', () => {
    expect(on('portfolio-leader', '2026-03-11', NO_LADDER).map(({ stands, instead }) => [stands, instead])).toEqual([
      ['efficiency-office', 'vacant'],
      ['efficiency-office', 'vacant'],
    ]);
    const away = { ...register, absences: [{ person: seat('SAM-SH')[0]!, from: d('2026-03-01'), to: d('2026-03-31') }] };
    expect(on('section-head', '2026-03-11', away)).toEqual([
      { person: seat('SAM-CHF')[0], seat: 'SAM-CHF', stands: 'chief', instead: 'vacant' },
    ]);
    expect(on('chief', '1990-01-01')).toEqual([]);
  });

  test('every organ of the model county that handles licences has a leader in charge', () => {
    const organs = new Set(
      directory
        .seats(d('2026-03-11'))
        .filter(({ roles }) => roles.includes('chief'))
        .map(({ organ }) => organ),
    );
    const charged = new Set(register.portfolios.flatMap((one) => one.organs));
    expect(
      [...organs].filter(
        (organ) =>
          !charged.has(organ) && !['CPO', 'ORG', 'BZB', 'CDI', 'NPC', 'CPPCC', 'EFF', 'TCG', 'TQS', 'TLM', 'TBY', 'SYH'].includes(organ),
      ),
    ).toEqual([]);
  });
});
