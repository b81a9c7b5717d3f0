import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { after, fileOf, under, withNext, worldOf } from '../../test/support/editions.ts';
import { history, walk } from '../../test/support/licensing-histories.ts';
import { STATES } from '../../test/support/licensing-states.ts';
import { walked } from '../../test/support/walked-records.ts';
import { Story } from '../institutions/licensing/builders.ts';
import { addDays, type CalendarEdition, type LocalDate } from '../kernel/clock/index.ts';

const accepted = (day: string) => new Story(after(), day).filed({ item: 'SAM-L02' }).sure('accept', {}, 'clerk');
/** Paused by law or by the guide, before days that a calendar may take. */
const held = ['testing', 'site-visit'].flatMap((ground) =>
  (['2026-02-09', '2026-12-21'] as const).map((day) => () => {
    const expected = addDays(day as LocalDate, 16);
    return accepted(day).sure('pause', { ground, expected, reason: 'x' }, 'SAM-EX1');
  }),
);
const BEGUN = [...Object.values(STATES), ...held, ...held];

describe('[S1-38] the days and limits that records repeat agree', () => {
  test('after any order of acts', { timeout: 90_000 }, () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(history, (h) => {
        // The county's clock never goes back: the last of the waits would.
        const acts = h.acts.map(([which, who, what, wait]) => [which, who, what, wait % 9] as [number, number, number, number]);
        const s = walk({ ...h, acts });
        for (const { kind } of s.facts) kinds.add(kind);
        expect(walked(s)).toEqual([]);
      }),
      { seed: 20260224, numRuns: 250 },
    );
    for (const kind of ['deemed-accepted', 'paused', 'resumed', 'extended', 'limit-passed', 'limit-near', 'delivered', 'hearing-held'])
      expect(kinds, kind).toContain(kind);
  });

  test('in every state, under calendars that are entered, corrected and taken back', { timeout: 120_000 }, () => {
    const kinds = new Map<string, number>();
    const op = fc.tuple(fc.nat(12), fc.nat(), fc.nat());
    fc.assert(
      fc.property(fc.constantFrom(...BEGUN), fc.array(op, { minLength: 2, maxLength: 9 }), (begin, ops) => {
        let story = begin();
        let made: CalendarEdition[] = [];
        for (const [which, a, b] of ops) {
          if (which > 9)
            story = story
              .fork()
              .after(((a % 4) + 1) * 4 * 86_400)
              .swept();
          else {
            const next = withNext(made, which < 7 ? fileOf(which, a, b, story.moment.today) : 'undo', story.moment.today);
            if (typeof next !== 'string') [made, story] = [next, under(story, worldOf(next))];
          }
        }
        for (const { kind } of story.facts) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        expect(walked(story, undefined, made)).toEqual([]);
      }),
      { seed: 20260224, numRuns: 250 },
    );
    expect(kinds.get('calendar-changed')).toBeGreaterThan(50);
  });
});
