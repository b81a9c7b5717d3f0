import { describe, expect, test } from 'vitest';
import { STATES, world } from '../../../../test/support/licensing-states.ts';
import { addDays, daysBetween } from '../../../kernel/clock/index.ts';
import type { LocalDate } from '../../../kernel/clock/types.ts';
import { Story } from '../builders.ts';
import { foresee } from './foresight.ts';

const about = (s: Story, today: LocalDate) => ({ matter: s.state.number, item: s.state.item, organ: s.state.lead, today, on: today });

/** What the sweep adds to a story by a day: facts, rows, and the matter's summary. */
function swept(s: Story, day: LocalDate) {
  const later = s.fork().on(`${day}T09:00`).swept();
  const { light, nextChange, foreseen } = later.summary;
  const facts = later.facts.slice(s.facts.length).map(({ kind, body }) => ({ kind, ...JSON.parse(body) }));
  return { later, says: { facts, rows: later.rows.slice(s.rows.length), light, nextChange, foreseen } };
}

describe('what is foreseen', () => {
  test('[X1] [X3] of any open matter, on any day, is to the letter what the sweep finds in its history', () => {
    let told = 0;
    for (const make of Object.values(STATES)) {
      for (let s = make(), steps = 0; s.summary.nextChange && steps < 6; steps++) {
        const { nextChange, foreseen } = s.summary;
        for (const day of [0, 1, 3, 30].map((n) => addDays(nextChange, n))) {
          const brings = foreseen && daysBetween(s.moment.today, day) > 0 && foresee(foreseen, about(s, day));
          if (!brings) continue;
          told += 1;
          expect(brings).toEqual(swept(s, day).says);
        }
        s = swept(s, nextChange).later;
      }
    }
    expect(told).toBeGreaterThan(150);
  });

  test('[X1] is nothing where silence accepts or renews, where no light is left, and when the matter has ended', () => {
    const s = new Story(world, '2026-03-02').filed();
    expect(s.summary.foreseen).toMatch(/^a\d+\+\d+$/);
    expect(foresee(s.summary.foreseen!, about(s, addDays(s.state.clocks.acceptance!.due, 1)))).toBeUndefined();
    expect(STATES['accepted, a renewal']!().summary.foreseen).toBeUndefined();
    expect(new Story(world, '2026-03-02').filed().sure('accept', {}, 'clerk').on('2026-06-01').swept().summary.foreseen).toBeUndefined();
    expect(STATES['closed, granted']!().summary.foreseen).toBeUndefined();
    expect([foresee('x', about(s, s.moment.today)), foresee('p20521+2 x', about(s, '2026-06-01' as LocalDate))]).toEqual([
      undefined,
      undefined,
    ]);
  });
});
