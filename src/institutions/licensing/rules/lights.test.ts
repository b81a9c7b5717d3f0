import { describe, expect, test } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import type { Lawbook } from '../../../kernel/clock/index.ts';
import { bodyOf, Story } from '../builders.ts';
import { notArmed } from './arming.ts';
import { WHY_NOT_ARMED } from './facts.ts';
import { totalLight } from './summary.ts';

const world = readModelCounty();
const accepted = (from = world, item?: string) => new Story(from, '2026-03-02').filed(item ? { item } : {}).sure('accept', {}, 'clerk');

/** The law as the county's file would say it with another number. */
const set = (id: string, amount: number): typeof world => {
  const parameter: Lawbook['parameter'] = (asked) => ({ ...world.law.parameter(asked), ...(asked === id && { amount }) });
  return { ...world, law: { ...world.law, parameter } };
};
/** Without one of its terms. */
const without = (id: string): typeof world => ({
  ...world,
  law: { ...world.law, find: (asked) => (asked === id ? undefined : world.law.find(asked)) },
});

describe('[X3] the county’s thresholds', () => {
  test('another share, other days left: the same matter is due soon on another day', () => {
    const soon = (from: typeof world) => accepted(from).state.clocks.promised?.soon;
    expect(soon(world)).toBe('2026-03-10');
    expect(soon(set('lights.due-soon-share', 50))).toBe('2026-03-06');
    expect(soon(set('lights.due-soon-left', 4))).toBe('2026-03-05');
    expect(accepted(set('lights.due-soon-share', 50)).on('2026-03-06').swept().summary.light).toBe('due-soon');
    expect(accepted().on('2026-03-06').swept().summary.light).toBe('in-time');
  });

  test('a step is near by the same thresholds, and shows it on its desk', () => {
    const work = (from: typeof world) => accepted(from).summary.work[0];
    expect(work(world)).toMatchObject({ step: 'lead', due: '2026-03-11', dueSoon: '2026-03-10' });
    expect(work(set('lights.due-soon-left', 3))).toMatchObject({ due: '2026-03-11', dueSoon: '2026-03-06' });
  });
});

describe('[S1-38] the lights of a matter', () => {
  test('[X3] over its promise first, over the law from the day after the law’s', () => {
    const s = accepted().on('2026-03-12').swept();
    expect(s.summary.light).toBe('over-promise');
    expect(s.on('2026-03-16').swept().summary.light).toBe('over-promise');
    expect(s.on('2026-03-17').swept().summary.light).toBe('over-law');
  });

  test('[X3] a step overdue though the total is in time is a light of its own; its applicant is told of the total', () => {
    const s = accepted(world, 'HUC-L05');
    const assist = s.state.steps.find((step) => step.due < s.state.clocks.promised!.due)!;
    expect(assist).toBeDefined();
    s.on(assist.due).swept();
    expect(s.summary.light).not.toBe('step-overdue');
    s.on(world.calendar.nth(assist.due, 1)).swept();
    expect(bodyOf(s, 'limit-passed')).toMatchObject({ clock: `step:${assist.id}`, due: assist.due });
    expect(s.summary.light).toBe('step-overdue');
    expect(totalLight(s.state)).not.toBe('step-overdue');
    const facts = s.facts.length;
    expect(s.swept().facts).toHaveLength(facts);
    expect(s.examinedBy(assist.id).summary.light).not.toBe('step-overdue');
  });
});

describe('[X1] a clock that cannot be armed', () => {
  test('is no refusal for the citizen, and no silence: the matter has its own light at once, and the next sweep puts it on record', () => {
    const s = new Story(without('licensing.accept'), '2026-03-02').filed();
    expect(s.last.ok).toBe(true);
    expect(s.summary.light).toBe('unarmed');
    expect(s.summary.nextChange).toBe('2026-03-02');
    s.swept();
    expect(bodyOf(s, 'clock-not-armed')).toEqual({ kind: 'clock-not-armed', clock: 'acceptance', why: 'no-term' });
    expect(s.rows.at(-1)?.row.kind).toBe('no-clock:acceptance');
    expect(s.swept().swept().facts).toHaveLength(2);
    expect(s.summary.nextChange).toBeUndefined();
    // Accepted, its other clocks run, and the light is theirs.
    expect(s.sure('accept', {}, 'clerk').summary.light).toBe('in-time');
  });

  test('also where the term that both limits rest on is gone, where there is no calendar, where the item names no limit', () => {
    const none = new Story(without('licensing.decide'), '2026-03-02').filed().sure('accept', {}, 'clerk').swept();
    expect(none.summary.light).toBe('unarmed');
    expect(bodyOf(none, 'clock-not-armed')).toMatchObject({ clock: 'legal', why: 'no-term' });

    const empty = new Story({ ...world, calendar: { ...world.calendar, years: [] } }, '2026-03-02').filed().swept();
    expect(bodyOf(empty, 'clock-not-armed').why).toBe('no-calendar');

    const unlimited = { ...accepted().state, clocks: {} };
    expect(notArmed(unlimited, world)).toEqual([{ kind: 'clock-not-armed', clock: 'legal', why: 'no-limit' }]);
    expect(notArmed({ ...unlimited, notArmed: ['legal'] }, world)).toEqual([]);
  });

  test('what was reckoned and is no date is told too', () => {
    const s = accepted();
    const { legal } = s.state.clocks;
    const broken = { ...s.state, clocks: { ...s.state.clocks, legal: { ...legal!, due: 'NaN' as never } } };
    const told = notArmed(broken, world);
    expect(told).toEqual([{ kind: 'clock-not-armed', clock: 'legal', why: 'no-date' }]);
    expect(WHY_NOT_ARMED).toContain(told[0]?.why);
  });
});
