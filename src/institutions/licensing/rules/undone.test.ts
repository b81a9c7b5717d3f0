import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AS_IT_IS_2026 } from '../../../../test/support/calendars.ts';
import { after, fileOf, model, stop, under, withNext, worldOf } from '../../../../test/support/editions.ts';
import { STATES } from '../../../../test/support/licensing-states.ts';
import { walked } from '../../../../test/support/walked-records.ts';
import { addDays, type CalendarEdition, type LocalDate } from '../../../kernel/clock/index.ts';
import { Story } from '../builders.ts';
import { openClocks, openDatesOf } from './open-dates.ts';

const accepted = (item: string, day: string) => new Story(after(), day).filed({ item }).sure('accept', {}, 'clerk');
const dates = (s: Story) => openDatesOf(s.state, model.law);
const derived = (s: Story) => openClocks(s.state);
const days = (s: Story) => s.state.steps.map(({ id, due, soon }) => ({ id, due, soon }));

describe('an edition that is taken back leaves no trace in a date', () => {
  test('a step that the law’s own day held back comes back through a stop, a second one, and the first corrected', () => {
    const before = accepted('SAM-L02', '2026-02-09');
    const files = [stop(41, '2026-02-24', '2026-02-25'), stop(42, '2026-02-27', '2026-02-27'), stop(41, '2026-02-24', '2026-02-26')];
    const entered = files.reduce((s, _, i) => under(s, after(...files.slice(0, i + 1))), before);
    expect(days(entered)).not.toEqual(days(before));
    const back = files.reduce((s, _, i) => under(s, after(...files, ...files.slice(0, i + 1).map(() => 'undo'))), entered);
    expect([dates(back), derived(back), days(back)]).toEqual([dates(before), derived(before), days(before)]);
  });

  test('a citizen’s longer day, kept under one edition and moved by the next, is the kept one again', () => {
    const told = { parties: [{ name: 'The neighbour' }], what: 'A kitchen', hearing: true };
    const before = accepted('DRC-L01', '2026-02-24').examined().sure('tell-third-parties', told, 'drc-examiner');
    const sooner = { ...AS_IT_IS_2026, makeup: [...AS_IT_IS_2026.makeup, '2026-03-01'] };
    const kept = under(before, after(sooner));
    expect(dates(kept).find(({ clock }) => clock === 'citizen')).toEqual(dates(before).find(({ clock }) => clock === 'citizen'));
    const both = [sooner, stop(43, '2026-02-26', '2026-02-27')];
    const longer = under(kept, after(...both));
    expect(dates(longer)).not.toEqual(dates(kept));
    const first = under(longer, after(...both, 'undo'));
    expect([dates(first), derived(first)]).toEqual([dates(kept), derived(kept)]);
    expect(dates(under(first, after(...both, 'undo', 'undo')))).toEqual(dates(before));
  });

  test('[S1-38] [X3] whatever is entered, corrected and taken back, in any order, in any state of a matter', { timeout: 180_000 }, () => {
    const seen = { compared: 0, moved: 0, steps: 0, acted: 0, kept: 0, settled: 0, resumed: 0 };
    fc.assert(
      fc.property(HISTORY, ({ start, ops }) => {
        const begun = pick(BEGINNINGS, start)();
        let [story, control] = [begun.fork(), begun.fork()];
        let made: CalendarEdition[] = [];
        const enter = (file: unknown) => {
          const next = withNext(made, file, story.moment.today);
          if (typeof next === 'string') return;
          made = next;
          story = under(story, worldOf(made));
        };
        for (const [which, a, b] of ops) {
          if (which < 7) enter(fileOf(which, a, b, story.moment.today));
          else if (which < 10) enter('undo');
          else if (which < 12) [story, control] = [wait(story, a % 4), wait(control, a % 4)];
          else {
            const able = ACTS.filter(({ may }) => [story, control].every((s) => s.listed(may[0], may[1]).length === 0));
            if (able.length === 0) continue;
            const { may, input } = pick<(typeof ACTS)[number]>(able, a);
            const given = input(story.moment.today);
            [story, control] = [story.when(may[0], given, may[1]), control.when(may[0], given, may[1])];
          }
        }
        // One more, entered and taken back at once, while the others stand.
        const [stood, before] = [[dates(story), days(story)], made.length];
        enter(fileOf(ops[0]![0] % 7, ops[0]![2], ops[0]![1], story.moment.today));
        if (made.length > before) enter('undo');
        expect([dates(story), days(story)]).toEqual(stood);
        expect(walked(story, undefined, made)).toEqual([]);
        const moved = JSON.stringify(days(story)) !== JSON.stringify(days(control));
        for (let n = made.length; n > 0; n--) enter('undo');
        [story, control] = [story.swept(), control.swept()];
        const since = turns(story).slice(turns(begun).length);
        // What silence or expiry has begun anew under an edition was never reckoned by the calendar before it.
        if (turns(control).length > turns(begun).length + since.length || since.some((kind) => !OURS.includes(kind))) return;
        const acted = since.length > 0;
        seen.compared += 1;
        seen.steps += moved ? 1 : 0;
        seen.acted += acted ? 1 : 0;
        seen.resumed += since.includes('resumed') ? 1 : 0;
        const facts = story.facts.filter(({ kind }) => kind === 'calendar-changed').map(({ body }) => JSON.parse(body));
        seen.moved += facts.length > 0 ? 1 : 0;
        seen.kept += facts.some(({ kept }) => kept) ? 1 : 0;
        seen.settled += facts.some(({ settled }) => settled) ? 1 : 0;
        expect([dates(story), days(story)]).toEqual([dates(control), days(control)]);
        expect(reckonings(story, acted)).toEqual(reckonings(control, acted));
        expect(story.fork().swept().facts).toHaveLength(story.facts.length);
      }),
      { seed: 20260224, numRuns: 250 },
    );
    for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(what === 'kept' ? 0 : 9);
  });
});

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
const HISTORY = fc.record({
  start: fc.nat(10_000),
  ops: fc.array(fc.tuple(fc.nat(14), fc.nat(10_000), fc.nat(10_000)), { minLength: 2, maxLength: 16 }),
});

const drc = (day: string) => accepted('DRC-L01', day);
const told = { parties: [{ name: 'The neighbour' }], what: 'A kitchen', hearing: true };
const BEGINNINGS: readonly (() => Story)[] = [
  ...['2026-02-09', '2026-02-12', '2026-02-26', '2026-09-21', '2026-12-14', '2026-12-21'].flatMap((day) => [
    () => accepted('SAM-L02', day),
    () => drc(day),
    () => new Story(after(), day).filed({ item: 'SAM-L02' }),
  ]),
  ...['2026-02-24', '2026-03-02', '2026-05-05', '2026-12-23'].map(
    (day) => () => drc(day).examined().sure('tell-third-parties', told, 'drc-examiner'),
  ),
  () => drc('2026-12-18').sure('pause', { ground: 'testing', expected: '2027-01-08', reason: 'x' }, 'DRC-EX1'),
  () => drc('2026-02-10').sure('extend', { reason: 'x' }, 'DRC-CHF'),
  ...Object.values(STATES),
];

const ACTS = [
  { may: ['extend', 'DRC-CHF'], input: () => ({ reason: 'x' }) },
  { may: ['extend', 'chief'], input: () => ({ reason: 'x' }) },
  { may: ['pause', 'DRC-EX1'], input: (day) => ({ ground: 'testing', expected: addDays(day, 9), reason: 'x' }) },
  { may: ['pause', 'SAM-EX1'], input: (day) => ({ ground: 'testing', expected: addDays(day, 4), reason: 'x' }) },
  { may: ['pause', 'SAM-EX1'], input: (day) => ({ ground: 'site-visit', expected: addDays(day, 9), reason: 'x' }) },
  ...(['DRC-EX1', 'SAM-EX1'] as const).flatMap((who) => [
    { may: ['resume', who], input: () => ({ note: 'x' }) } as const,
    { may: ['propose', who], input: () => ({ opinion: 'agree', text: 'x' }) } as const,
  ]),
  ...(['DRC-SH', 'SAM-SH'] as const).map((who) => ({ may: ['check', who], input: () => ({ opinion: 'agree', text: 'x' }) }) as const),
] as const satisfies readonly {
  may: readonly [Parameters<Story['when']>[0], string];
  input: (day: LocalDate) => unknown;
}[];

const wait = (s: Story, n: number) => s.after([3600, 86_400, 2 * 86_400, 6 * 86_400][n]!).swept();
const STILL = ['calendar-changed', 'breach-taken-back', 'limit-near', 'limit-passed'];
const OURS = ['extended', 'paused', 'resumed', 'proposed', 'checked'];
const turns = (s: Story) => s.facts.map(({ kind }) => kind).filter((kind) => !STILL.includes(kind));

/** How each date came about. A clock that an act has changed meanwhile names the calendar of that day, which says the same of it. */
const reckonings = (s: Story, acted: boolean) =>
  derived(s).map((clock) => (acted ? { ...clock, derivation: { ...clock.derivation, edition: '' } } : clock));
