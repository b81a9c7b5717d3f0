import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { after, stop, under } from '../../test/support/editions.ts';
import { history, walk } from '../../test/support/licensing-histories.ts';
import { world } from '../../test/support/licensing-states.ts';
import { Story } from '../institutions/licensing/builders.ts';
import { licensing } from '../institutions/licensing/definition.ts';
import { addDays, type LocalDate } from '../kernel/clock/index.ts';
import type { CalendarYear } from '../kernel/clock/types.ts';
import { dayOf, factOf } from '../kernel/matter/fold.ts';
import { type Calendars, StepsOfMatter } from './stored-steps.ts';

type Changed = (fact: Record<string, unknown>) => Record<string, unknown>;

/** Each day of a step that the records of a story tell, walked; with a record changed before it is told. */
function walked(s: Story, calendars: Calendars, change: Changed = (fact) => fact) {
  const told = new StepsOfMatter(calendars);
  return s.facts.flatMap(({ kind, body, at, seq }) => {
    const fact = change(factOf(licensing, kind, JSON.parse(body)) as never) as never;
    return [...told.tell(fact, dayOf(at))].map((one) => ({ seq, kind, ...one }));
  });
}
const named = (years: readonly CalendarYear[]): Calendars => ({ years: () => years, ofSteps: () => years, ofLaw: () => years });
const plain = named(world.years);
const wrong = (found: ReturnType<typeof walked>) => found.filter(({ faults }) => faults.length > 0);

describe('the days of steps, walked a second time from the records alone', () => {
  test('[S1-38] they agree after any order of acts', { timeout: 60_000 }, () => {
    const days = new Map<string, number>();
    fc.assert(
      fc.property(history, (h) => {
        // The county's clock never goes back: the last of the waits would.
        const acts = h.acts.map(([which, who, what, wait]) => [which, who, what, wait % 9] as [number, number, number, number]);
        const found = walked(walk({ ...h, acts }), plain);
        for (const { kind } of found) days.set(kind, (days.get(kind) ?? 0) + 1);
        expect(wrong(found)).toEqual([]);
      }),
      { seed: 20260224, numRuns: 150 },
    );
    expect([...days.keys()].sort()).toEqual(['accepted', 'arbitrated', 'deemed-accepted', 'extended', 'resumed']);
  });

  const story = () =>
    new Story(world, '2026-03-02')
      .filed({ item: 'DRC-L02' })
      .sure('accept', {}, 'clerk')
      .on('2026-03-03')
      .sure('pause', { ground: 'expert-review', expected: '2026-03-06', reason: 'x' }, 'DRC-EX1')
      .on('2026-03-05')
      .sure('resume', { note: 'x' }, 'DRC-EX1')
      .sure('dispute-remit', { organ: 'FOR', reason: 'x', step: 'assist:NRB' }, 'NRB-SH')
      .sure('arbitrate', { step: 'assist:NRB', organ: 'FOR', reason: 'x' }, 'arbiter');
  const later = (day: unknown) => addDays(day as LocalDate, 1);
  const planted: Record<string, [step: string, change: Changed]> = {
    accepted: [
      'lead',
      (fact) => ({ ...fact, steps: (fact.steps as { due: string }[]).map((s, i) => (i === 0 ? { ...s, due: later(s.due) } : s)) }),
    ],
    resumed: ['assist:NRB', (fact) => ({ ...fact, dues: { ...(fact.dues as object), 'assist:NRB': '2026-03-30' } })],
    arbitrated: ['assist:FOR', (fact) => ({ ...fact, due: later(fact.due) })],
  };

  test.each(Object.keys(planted))('a wrong day in a record is named with its step: %s', (kind) => {
    const s = story();
    expect(wrong(walked(s, plain))).toEqual([]);
    const [step, change] = planted[kind]!;
    const found = wrong(walked(s, plain, (fact) => (fact.kind === kind ? change(fact) : fact)));
    const { seq } = s.facts.find((fact) => fact.kind === kind)!;
    expect(found[0]).toEqual({
      seq,
      kind,
      step,
      faults: [expect.stringMatching(/^due: says "2026-[-0-9]+", walking gives "2026-[-0-9]+"$/)],
    });
  });

  test('a day that a resumption should have given a step and did not is named too', () => {
    const found = wrong(walked(story(), plain, ({ dues: _left, ...fact }) => fact));
    expect(found.map(({ kind, step }) => `${kind} ${step}`)).toContain('resumed lead');
  });

  test('a stop of work that moved a step is walked by the calendar with it, and found missing without', () => {
    const world = after(stop(41, '2026-03-04', '2026-03-05'));
    const moved = under(new Story(after(), '2026-02-26').filed({ item: 'SAM-L02' }).sure('accept', {}, 'clerk'), world);
    const { calendar } = world;
    const years = (name: string) => calendar.named!(name);
    const beside = (name: string) => years(name === calendar.edition ? calendar.stopWork!.edition : name);
    expect(wrong(walked(moved, { years, ofSteps: beside, ofLaw: years }))).toEqual([]);
    expect(wrong(walked(moved, { years, ofSteps: years, ofLaw: years }))).toMatchObject([{ kind: 'calendar-changed', step: 'lead' }]);
  });
});
