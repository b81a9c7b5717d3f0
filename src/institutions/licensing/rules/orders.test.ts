import fc from 'fast-check';
import { expect, test } from 'vitest';
import { after, fileOf, model, stop, under, withNext, worldOf } from '../../../../test/support/editions.ts';
import { addDays, type CalendarEdition } from '../../../kernel/clock/index.ts';
import { Story } from '../builders.ts';
import { openDatesOf } from './open-dates.ts';

const dates = (s: Story) => openDatesOf(s.state, model.law).map(({ clock, due }) => `${clock} ${due}`);

test('[X3] a step that the law’s day held back runs on with an extension, whichever came first: it or the calendar that held it back', () => {
  const accepted = () => new Story(after(), '2026-02-26').filed({ item: 'SAM-L02' }).sure('accept', {}, 'clerk');
  const { legal } = accepted().state.clocks;
  const stopped = after(stop(41, '2026-02-27', legal!.due));
  const longer = (s: Story) => s.sure('extend', { reason: 'x' }, 'deputy');
  const held = under(accepted(), stopped);
  expect(held.state.steps[0]!.due).toBe(legal!.due);
  const [first, last] = [longer(held), under(longer(accepted()), stopped)];
  expect(first.state.steps[0]!.due > legal!.due).toBe(true);
  expect(dates(first)).toEqual(dates(last));
});

const BEGINNINGS = [
  { item: 'SAM-L02', day: '2026-02-09' },
  { item: 'DRC-L01', day: '2026-02-10' },
  { item: 'DRC-L02', day: '2026-02-12' },
  { item: 'UMB-L06', day: '2026-03-02' },
  { item: 'UMB-L05', day: '2026-09-21' },
  { item: 'DRC-L02', day: '2026-12-18' },
] as const;
const begun = ({ item, day }: (typeof BEGINNINGS)[number], world = after()) =>
  new Story(world, day).filed({ item }).sure('accept', {}, 'clerk');

/** What an office does with a matter, by whom; `n` chooses among its inputs. */
const ACTS = ['pause', 'pause', 'resume', 'resume', 'extend', 'propose', 'check'] as const;
function act(s: Story, which: (typeof ACTS)[number], n: number): string {
  const opinion = { opinion: 'agree', text: 'x' };
  const expected = addDays(s.moment.today, (n % 12) + 1);
  const input = {
    pause: { ground: n % 3 ? 'testing' : 'site-visit', expected, reason: 'x' },
    resume: { note: 'x' },
    extend: { reason: 'x' },
    propose: opinion,
    check: opinion,
  }[which];
  const seat = { pause: 'EX1', resume: 'EX1', extend: 'CHF', propose: 'EX1', check: 'SH' }[which];
  s.when(which, input, `${s.state.lead}-${seat}`);
  return `${which} ${s.last.ok}`;
}

test('[S1-38] [X3] the last calendar alone counts: entered before, between or after pauses, resumptions, checks and an extension, it gives the same days', {
  timeout: 180_000,
}, () => {
  const seen = { compared: 0, moved: 0, resumed: 0, extended: 0, assisted: 0 };
  const ops = fc.array(fc.tuple(fc.nat(19), fc.nat(10_000), fc.nat(10_000)), { minLength: 3, maxLength: 14 });
  fc.assert(
    fc.property(fc.nat(1000), ops, (start, drawn) => {
      const beginning = BEGINNINGS[start % BEGINNINGS.length]!;
      let story = begun(beginning);
      let made: CalendarEdition[] = [];
      for (const [which, a, b] of drawn) {
        if (which >= 9) continue;
        const next = withNext(made, which < 7 ? fileOf(which, a, b, story.moment.today) : 'undo', story.moment.today);
        if (typeof next !== 'string') made = next;
      }
      const control = begun(beginning, worldOf(made));
      let entered = 0;
      for (const [which, a] of drawn) {
        if (which < 9) {
          if (entered < made.length) story = under(story, worldOf(made.slice(0, ++entered)));
        } else if (which < 13) for (const s of [story, control]) s.after([3600, 86_400, 2 * 86_400, 6 * 86_400][a % 4]!).swept();
        else if (act(story, ACTS[which - 13]!, a) !== act(control, ACTS[which - 13]!, a)) return;
      }
      story = under(story, worldOf(made));
      control.swept();
      seen.compared += 1;
      seen.moved += dates(begun(beginning)).join() === dates(begun(beginning, worldOf(made))).join() ? 0 : 1;
      for (const kind of ['resumed', 'extended'] as const) seen[kind] += story.facts.some((fact) => fact.kind === kind) ? 1 : 0;
      seen.assisted += story.state.steps.length > 1 ? 1 : 0;
      // While a lawful pause stops the examination a step has no day of its own: the resumption gives it one.
      if (story.state.pause?.statutory) for (const s of [story, control]) act(s, 'resume', 0);
      expect(dates(story)).toEqual(dates(control));
    }),
    { seed: 20260224, numRuns: 150 },
  );
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(10);
});
