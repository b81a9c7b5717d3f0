import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { history, walk } from '../../../../test/support/licensing-histories.ts';
import { world } from '../../../../test/support/licensing-states.ts';
import type { History } from '../../../kernel/matter/fold.ts';
import { Story } from '../builders.ts';
import { type Tally, tallyOf } from './spells.ts';

const tally = (story: Story): Tally =>
  tallyOf(story.matter!.number, story.facts.map((f) => [f.kind, f.at, f.actor, f.capacity, JSON.parse(f.body)] as const) as History);
const until = (story: Story) => story.matter!.closed ?? Math.max(story.moment.now, story.matter!.last);
const told = ({ spells, opened }: Tally) =>
  spells.map(({ part, organ, level, seat, from, to }) => [part, organ, level, seat, from - opened, to === undefined ? '…' : to - opened]);

/** Seconds by whoever held them: desks by organ, everything else by account. */
function sums(list: readonly (readonly [key: string, seconds: number])[]): Record<string, number> {
  const made: Record<string, number> = {};
  for (const [key, seconds] of list) if (seconds > 0) made[key] = (made[key] ?? 0) + seconds;
  return made;
}

const DESKS = ['queue', 'work', 'delivery'];
const HOUR = 3600;

describe('the spells of a matter', () => {
  test('[S1-20] after any order of acts they add up to the matter’s own accounts, to the second and by holder', {
    timeout: 120_000,
  }, () => {
    const parts = new Set<string>();
    fc.assert(
      fc.property(history, (h) => {
        const story = walk(h);
        const { spells, opened, closed } = tally(story);
        const end = until(story);
        expect(closed).toBe(story.matter!.closed);
        expect(opened).toBe(story.matter!.opened);
        const whole = spells.map((spell) => ({ ...spell, to: spell.to ?? end }));
        expect(whole.every((spell, i) => spell.from === (whole[i - 1]?.to ?? opened))).toBe(true);
        if (end > opened) expect(whole.at(-1)?.to).toBe(end);
        const accounts = story.accounts().map(({ account, holder, seconds }): [string, number] => {
          if (account === 'window' || account === 'organ') return [`desk ${holder}`, seconds];
          return [account === 'law' ? `law:${holder}` : account, seconds];
        });
        expect(sums(whole.map(({ part, organ, from, to }) => [DESKS.includes(part) ? `desk ${organ}` : part, to - from]))).toEqual(
          sums(accounts),
        );
        for (const { part } of spells) parts.add(part.split(':')[0]!);
      }),
      { seed: 20260301, numRuns: 140 },
    );
    expect([...parts].sort()).toEqual(['applicant', 'delivery', 'dispute', 'law', 'queue', 'superior', 'work']);
  });

  test('[S1-20] say at which level of seat it waited, and from which seat it went on', () => {
    const story = new Story(world, '2026-03-02T09:00').filed();
    story.after(HOUR).when('accept', {}, 'clerk');
    story.after(2 * HOUR).when('propose', { opinion: 'agree', text: 'x' }, 'SAM-EX1');
    story.after(3 * HOUR).when('check', { opinion: 'agree', text: 'x' }, 'SAM-SH');
    story.after(4 * HOUR).when('approve', { opinion: 'agree', text: 'x' }, 'SAM-DEP');
    story.after(5 * HOUR).decided();
    expect(told(tally(story))).toEqual([
      ['queue', 'ASB', 'window', 'ASB-W01', 0, HOUR],
      ['queue', 'SAM', 'examiner', 'SAM-EX1', HOUR, 3 * HOUR],
      ['queue', 'SAM', 'section-head', 'SAM-SH', 3 * HOUR, 6 * HOUR],
      ['queue', 'SAM', 'leader', 'SAM-DEP', 6 * HOUR, 10 * HOUR],
      ['queue', 'SAM', 'leader', 'SAM-CHF', 10 * HOUR, 15 * HOUR],
      ['delivery', 'ASB', 'window', '', 15 * HOUR, '…'],
    ]);
  });

  test('waiting ends with the first record of the desk; a pause names its ground', () => {
    const story = new Story(world, '2026-03-02T09:00').filed();
    story.when('accept', {}, 'clerk');
    story.after(HOUR).when('record-statement', { from: 'applicant', text: 'x' }, 'SAM-EX1');
    story.after(HOUR).when('pause', { ground: 'testing', expected: '2026-03-20', reason: 'x' }, 'SAM-EX1');
    story.after(HOUR);
    expect(told(tally(story))).toEqual([
      ['queue', 'SAM', 'examiner', 'SAM-EX1', 0, HOUR],
      ['work', 'SAM', 'examiner', 'SAM-EX1', HOUR, 2 * HOUR],
      ['law:testing', 'SAM', 'none', '', 2 * HOUR, '…'],
    ]);
  });
});

describe('what an inspector looks for', () => {
  test('[S3-32] sent back, “not ours”, correction asked again: each with whom it went between', () => {
    const story = new Story(world, '2026-03-02T09:00').filed();
    const lacking = { items: [{ what: 'No date', how: 'Date it' }], way: 'Then it goes on' };
    for (const _ of [1, 2]) {
      story.after(HOUR).when('request-correction', lacking, 'clerk');
      story.after(HOUR).when('correct', { note: 'Dated' }, 'citizen');
    }
    story.after(HOUR).when('accept', {}, 'clerk');
    story.after(HOUR).when('propose', { opinion: 'agree', text: 'x' }, 'SAM-EX1');
    story.after(HOUR).when('send-back', { reason: 'x' }, 'SAM-SH');
    story.after(HOUR).when('dispute-remit', { organ: 'UMB', reason: 'x' }, 'SAM-EX1');
    expect(story.last.ok).toBe(true);
    expect(tally(story).signs.map(({ kind, organ, seat, origin, target }) => [kind, organ, seat, origin, target])).toEqual([
      ['asked-again', 'ASB', 'ASB-W01', 'window', 'applicant'],
      ['sent-back', 'SAM', 'SAM-SH', 'section-head', 'examiner'],
      ['not-mine', 'SAM', 'SAM-EX1', 'SAM', 'UMB'],
    ]);
  });

  test('a pause keeps the day at which the clock it stopped stood', () => {
    const story = new Story(world, '2026-03-02T09:00').filed();
    story.when('accept', {}, 'clerk');
    const { legal, promised } = story.state.clocks;
    story.when('pause', { ground: 'testing', expected: '2026-03-20', reason: 'x' }, 'SAM-EX1');
    expect(tally(story).signs).toMatchObject([
      { kind: 'paused', organ: 'SAM', target: 'testing', due: [legal!.due, promised!.due].sort()[0] },
    ]);
  });
});
