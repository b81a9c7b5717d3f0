import { describe, expect, it } from 'vitest';
import { deskSaid } from './desk-said.ts';

const counts = { unarmed: 1, 'over-law': 1, 'over-promise': 4, 'step-overdue': 3, 'due-soon': 2, 'in-time': 5, paused: 6 };

describe('what the desk says of itself', () => {
  it('counts what waits without what the law has paused, which stands apart', () => {
    expect(deskSaid(counts)).toEqual({ waiting: 16, late: 8, unarmed: 1, paused: 6 });
  });

  it('speaks of the chosen light alone', () => {
    expect(deskSaid(counts, 'paused')).toEqual({ waiting: 0, late: 0, unarmed: 0, paused: 6 });
    expect(deskSaid(counts, 'over-promise')).toEqual({ waiting: 4, late: 4, unarmed: 0, paused: 0 });
    expect(deskSaid(counts, 'in-time')).toEqual({ waiting: 5, late: 0, unarmed: 0, paused: 0 });
  });

  it('has nothing to say of an empty desk', () => {
    const none = { unarmed: 0, 'over-law': 0, 'over-promise': 0, 'step-overdue': 0, 'due-soon': 0, 'in-time': 0, paused: 0 };
    expect(deskSaid(none)).toEqual({ waiting: 0, late: 0, unarmed: 0, paused: 0 });
  });
});
