import { describe, expect, test } from 'vitest';
import { ACTIONS, PEOPLE, SOUND, STATES } from '../../../test/support/licensing-states.ts';
import type { Story } from './builders.ts';

const state = (name: string) => STATES[name]!();
const gone = (story: Story) => story.sure('withdraw', { reason: 'x' }, 'citizen');

/** Every way to be closed, also from the middle of something. */
const CLOSED: Record<string, () => Story> = {
  ...Object.fromEntries(Object.entries(STATES).filter(([name]) => name.startsWith('closed'))),
  'closed, refused': () => state('decided, refused').delivered(),
  'closed, no permit needed': () => state('received').sure('reject-no-permit-needed', { reason: 'x', way: 'y' }, 'clerk'),
  'closed, a superior’s': () =>
    state('forwarded').sure('record-superior-decision', SOUND['record-superior-decision'], 'ARA-EX1').delivered('clerk'),
  'closed, served by notice': () => state('decided, a notice published').on('2026-06-30').swept(),
  'closed, revoked before delivery': () => state('decided').sure('revoke', SOUND.revoke, 'chief'),
  'withdrawn with papers missing': () => gone(state('received, papers missing')),
  'withdrawn with an agent': () => gone(state('received, with an agent')),
  'withdrawn on the spot': () => gone(state('received, on the spot')),
  'withdrawn awaiting correction': () => gone(state('awaiting correction')),
  'withdrawn half signed': () => gone(state('accepted, proposed')),
  'withdrawn while paused': () => gone(state('accepted, paused by law')),
  'withdrawn with a dispute': () => gone(state('accepted, disputed')),
  'withdrawn with a bill': () => gone(state('accepted, billed')),
  'withdrawn with a hearing asked for': () => gone(state('accepted, hearing asked for')),
  'withdrawn with papers to follow': () => gone(state('accepted, papers to follow')),
  'withdrawn part of a bundle': () => gone(state('accepted, a later part of a bundle')),
  'withdrawn, a superior’s': () => gone(state('accepted, a superior’s')),
};
/** Who may not, whenever it is; what was never this item's. */
const WHOSE = ['no-authority', 'applicant-only', 'authority-withdrawn', 'same-hand', 'not-on-the-spot', 'no-agent'];
/** True of a closed matter, whatever it was closed by. */
const TRUE_THEN = [
  'closed-matter',
  'nothing-to-revoke',
  'nothing-paid',
  'nothing-to-sign-for',
  'nothing-to-supervise',
  'nothing-to-charge',
  'charge-answered',
];
const SERVED = ['already-delivered', 'fee-too-late', 'refund-not-ordered'];

describe('a closed matter', () => {
  test.each(Object.keys(CLOSED))('%s: no reason speaks of a stage that it is no longer in', (name) => {
    const story = CLOSED[name]!();
    expect(story.state.status).toBe('closed');
    const ending = story.state.ending;
    const served = ending === 'granted' || ending === 'refused';
    const fitting = [...WHOSE, ...TRUE_THEN, ...(served ? SERVED : []), ...(ending === 'granted' ? [] : ['no-fee-on-refusal'])];
    const wrong = ACTIONS.flatMap((action) =>
      PEOPLE.flatMap((who) =>
        story
          .listed(action, who)
          .filter((code) => !fitting.includes(code))
          .map((code) => `${action} ${code}`),
      ),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });

  test('delivered, says so; withdrawn or rejected, that it is closed', () => {
    const slip = { method: 'in-person', recipient: 'A', proof: 'B' };
    const notice = { ground: 'whereabouts-unknown', reason: 'x', place: 'y' };
    const codes = (story: Story, action: 'deliver' | 'serve-by-notice', input: unknown) =>
      story.when(action, input, 'delivery-clerk').codes;
    for (const [name, code] of [
      ['closed, granted', 'already-delivered'],
      ['closed, refused', 'already-delivered'],
      ['closed, withdrawn', 'closed-matter'],
      ['closed, revoked', 'closed-matter'],
    ] as const) {
      expect(codes(CLOSED[name]!(), 'deliver', slip), name).toEqual([code]);
      expect(codes(CLOSED[name]!(), 'serve-by-notice', notice), name).toEqual([code]);
    }
    expect(state('received').when('deliver', slip, 'delivery-clerk').codes).toEqual(['not-decided']);
  });
});

test('a decision that is made is not drafted, and a superior’s not by the county; its record is made once', () => {
  const draft = { outcome: 'granted', reason: 'x' };
  expect(state('decided').when('draft-decision', draft, 'chief').codes).toEqual(['decision-made']);
  expect(state('accepted, a superior’s').when('draft-decision', draft, 'ARA-CHF').codes).toEqual(['forwarded-item']);
  expect(state('received').when('draft-decision', draft, 'chief').codes).toEqual(['nothing-to-draft']);
  const record = SOUND['record-superior-decision'];
  const recorded = state('forwarded').sure('record-superior-decision', record, 'ARA-EX1');
  expect(recorded.when('record-superior-decision', record, 'ARA-EX1').codes).toEqual(['superior-recorded']);
});
