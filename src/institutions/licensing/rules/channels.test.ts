import { describe, expect, it } from 'vitest';
import { readModelCounty } from '../../../../test/support/model-county.ts';
import { addDays } from '../../../kernel/clock/index.ts';
import { Story } from '../builders.ts';

const world = readModelCounty();
const DAY = '2026-03-02';
const items = world.catalogue.items(DAY as never).filter((item) => world.catalogue.live(item));
/** Whoever the authority table lets accept this item: the window, or the lead's representative there. */
const acceptor = (story: Story): string =>
  ['clerk', `${story.state.lead}-CR`].find((who) => story.listed('accept', who).length === 0) ?? 'nobody';
const filed = (item: string, more: Record<string, unknown> = {}, who = 'citizen') => new Story(world, DAY).filed({ item, ...more }, who);

/** What a channel must not change: the state and its clocks, the desk and the days on it, who owns the second. */
const course = (story: Story) => {
  const { status, clocks, steps, lead } = story.state;
  const { owner, work, nextChange, light } = story.summary;
  return { status, clocks, steps, lead, owner, work, nextChange, light };
};

describe('online and at the counter', () => {
  it('[S4-39] the same day gives the same matter: same rules, same clocks, same desk, until it is decided', () => {
    const both = [filed('SAM-L02', { channel: 'online' }), filed('SAM-L02', { channel: 'window' }, 'clerk')] as const;
    const same = (step: (story: Story) => Story) => {
      const [online, window] = both.map((story) => course(step(story)));
      expect(online).toEqual(window);
      return online!;
    };
    expect(same((story) => story).status).toBe('received');
    expect(same((story) => story.on('2026-03-04').sure('accept', {}, 'clerk')).status).toBe('accepted');
    same((story) =>
      story
        .on('2026-03-05')
        .sure('pause', { ground: 'expert-review', expected: '2026-03-20', reason: 'Experts look at it.' }, 'examiner-lead'),
    );
    same((story) => story.on('2026-03-09').sure('resume', { note: 'The experts have answered.' }, 'examiner-lead'));
    expect(same((story) => story.on('2026-03-10').examined().decided()).status).toBe('decided');
  });

  it('[S4-39] the same fault is refused with the same code', () => {
    for (const fault of [{ item: 'SAM-L99' }, { case: 'renewal' }, { applicant: { kind: 'person', name: 'X' } }]) {
      const [online, window] = [
        filed('SAM-L02', { channel: 'online', ...fault }),
        filed('SAM-L02', { channel: 'window', ...fault }, 'clerk'),
      ];
      expect(online.codes).toHaveLength(1);
      expect([online.codes, online.issues]).toEqual([window.codes, window.issues]);
    }
  });
});

describe('every item', () => {
  it('[S3-45] goes the same way: five days to accept, one lead, its assists beside it, both limits from one day on', {
    timeout: 60_000,
  }, () => {
    expect(items.length).toBeGreaterThanOrEqual(220);
    for (const item of items) {
      const story = filed(item.id, { channel: 'window', case: item.cases.value[0]!.id, amount: 1000 }, 'clerk');
      const intake = story.last.ok ? story : filed(item.id, { channel: 'window', amount: 1000 }, `${item.lead}-CR`);
      expect([item.id, intake.codes, intake.issues]).toEqual([item.id, [], []]);
      const { acceptance } = intake.state.clocks;
      expect([item.id, acceptance?.amount, acceptance?.unit]).toEqual([item.id, 5, 'wd']);

      intake.on(addDays(DAY as never, 2)).sure('accept', {}, acceptor(intake));
      const { status, steps, clocks } = intake.state;
      // The county has a limit of its own for what it examines for a superior (行政许可法 43).
      const legal = item.forwardedTo ? world.law.term('licensing.pre-examination').amount : item.legal!.value.amount;
      expect([item.id, status]).toEqual([item.id, 'accepted']);
      expect(steps.map(({ id, organ }) => `${id} ${organ}`)).toEqual([
        `lead ${item.lead}`,
        ...item.assists.value.map(({ organ }) => `assist:${organ} ${organ}`),
      ]);
      for (const step of steps) expect([item.id, step.due <= clocks.legal!.due]).toEqual([item.id, true]);
      expect([item.id, clocks.legal?.zero, clocks.legal?.amount]).toEqual([item.id, '2026-03-04', legal]);
      expect([item.id, clocks.promised?.zero, clocks.promised?.amount]).toEqual([item.id, '2026-03-04', item.promised!.value.amount]);
    }
  });
});
