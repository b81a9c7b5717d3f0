import fc from 'fast-check';
import { Story } from '../../src/institutions/licensing/builders.ts';
import type { ActionName } from '../../src/institutions/licensing/words.ts';
import { INPUTS } from './licensing-inputs.ts';
import { ACTIONS, PEOPLE, STATES, world } from './licensing-states.ts';

const record = { from: '2025-04-01', until: '2026-03-20' };
const renewal = { case: 'renewal', licence: 'L-OLD' };
/** Histories begin at the filing of some item, or somewhere in the middle. */
const OPENINGS: readonly Record<string, unknown>[] = [
  { item: 'DRC-L02', amount: 1000 },
  { item: 'UMB-L01', agent: { name: 'A Son', idType: 'resident-id', idNumber: '110101198508120008' } },
  { item: 'ARA-L20', electronicService: true },
  { item: 'SAM-L02', ...renewal, licenceRecord: { ...record, item: 'SAM-L02' } },
  { item: 'SAM-L02', case: 'cancel', licence: 'L-OLD', licenceRecord: { ...record, item: 'SAM-L02' } },
];
let begin: readonly Story[] | undefined;
function beginnings(): readonly Story[] {
  begin ??= [...OPENINGS.map((input) => new Story(world, '2026-03-02').filed(input)), ...Object.values(STATES).map((make) => make())];
  return begin;
}

/** Those near the matter: the window, the applicant, and every seat of its organs. */
export function near(story: Story): string[] {
  const organs = [story.state.lead, ...story.state.steps.map((x) => x.organ)];
  const seats = organs.flatMap((organ) => ['EX1', 'SH', 'DEP', 'CHF', 'CR'].map((seat) => `${organ}-${seat}`));
  const known = seats.filter((id) => world.directory.seat(id));
  return [...new Set(['clerk', 'citizen', 'delivery-clerk', 'cashier', 'arbiter', 'county-head', 'administrator', 'TAX-CR', ...known])];
}

const ENDINGS: readonly ActionName[] = ['withdraw', 'reject-remit', 'reject-no-permit-needed', 'revoke'];
/** What offices mostly do: sign. What ends a story early is drawn seldom. */
const DRAWN: readonly ActionName[] = [
  ...[1, 2, 3].flatMap(() => ACTIONS.filter((a) => !ENDINGS.includes(a))),
  ...[1, 2, 3, 4].flatMap(
    () =>
      [
        'propose',
        'check',
        'approve',
        'bill',
        'pay',
        'exempt',
        'order-refund',
        'refund',
        'hand-in-papers',
        'request-correction',
        'correct',
      ] as const,
  ),
  'note-part-granted',
  'note-part-granted',
  ...ENDINGS,
];
const WAITS = [0, 0, 60, 5000, 5000, 86_400, 86_400, 3 * 86_400, 30 * 86_400, -86_400];

/** Numbers, so that a failing history shrinks: where it begins; then which act, by whom, with what, after how long. */
export const history = fc.record({
  start: fc.nat(),
  acts: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), { minLength: 4, maxLength: 22 }),
});
export type RandomHistory = typeof history extends fc.Arbitrary<infer H> ? H : never;
const SAMPLES = Object.fromEntries(ACTIONS.map((action) => [action, fc.sample(INPUTS[action], { seed: 7, numRuns: 60 })]));
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

/** Mostly somebody who may does what may be done now; sometimes anybody tries anything. */
export function walk({ start, acts }: RandomHistory, each: (story: Story) => void = () => undefined): Story {
  const story = pick(beginnings(), start).fork();
  for (const [which, who, what, wait] of acts) {
    story.after(pick(WAITS, wait));
    const people = near(story);
    const order = people.map((_, i) => pick(people, who + i));
    const able = (action: ActionName) => order.find((p) => story.listed(action, p).length === 0);
    const choices = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => pick(DRAWN, which + n * 17));
    const action = choices.find((a) => able(a) !== undefined) ?? pick(DRAWN, which);
    const doer = (who % 10 > 0 && able(action)) || pick(PEOPLE, who);
    story.when(action, pick(SAMPLES[action]!, what), doer);
    each(story);
  }
  return story;
}
