import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountsOf, spend } from './accounts.ts';
import { workChanges } from './draft.ts';
import { ACCOUNTS, type Account, type WorkItem } from './types.ts';

const fact = (at: number, account: Account, holder = 'x') => ({ at, account, holder });

describe('the time accounts of a matter', () => {
  it('are the stretches between facts; the same hands are one stretch', () => {
    expect(accountsOf([fact(0, 'window'), fact(60, 'organ'), fact(90, 'organ'), fact(100, 'law')], 160)).toEqual([
      { account: 'window', holder: 'x', from: 0, to: 60, seconds: 60 },
      { account: 'organ', holder: 'x', from: 60, to: 100, seconds: 40 },
      { account: 'law', holder: 'x', from: 100, to: 160, seconds: 60 },
    ]);
  });

  it('of a matter in its first second is one of no length; of nothing, nothing', () => {
    expect(accountsOf([fact(5, 'window')], 5)).toEqual([{ account: 'window', holder: 'x', from: 5, to: 5, seconds: 0 }]);
    expect(accountsOf([], 5)).toEqual([]);
  });

  const facts = fc
    .array(fc.record({ step: fc.integer({ min: 0, max: 5 }), account: fc.constantFrom(...ACCOUNTS), holder: fc.constantFrom('A', 'B') }), {
      minLength: 1,
      maxLength: 30,
    })
    .map((list) => {
      let at = 1000;
      return list.map(({ step, ...rest }) => {
        at += step;
        return { at, ...rest };
      });
    });

  it('[S0-34] leave no second out and count none twice, in whatever order', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 50 }), (list, more) => {
        const until = (list.at(-1)?.at ?? 0) + more;
        const entries = accountsOf(list, until);
        expect(entries[0]?.from).toBe(list[0]?.at);
        expect(entries.at(-1)?.to).toBe(until);
        for (const [i, e] of entries.entries()) {
          expect(e.seconds).toBe(e.to - e.from);
          if (i > 0) expect(e.from).toBe(entries[i - 1]?.to);
          if (i > 0) expect([e.account, e.holder]).not.toEqual([entries[i - 1]?.account, entries[i - 1]?.holder]);
          if (entries.length > 1) expect(e.seconds).toBeGreaterThan(0);
        }
        expect(entries.reduce((sum, e) => sum + e.seconds, 0)).toBe(until - (list[0]?.at ?? 0));
      }),
    );
  });

  it('agree with the running sums that the engine keeps', () => {
    fc.assert(
      fc.property(facts, (list) => {
        let spent: readonly number[] = ACCOUNTS.map(() => 0);
        for (const [i, f] of list.slice(1).entries()) spent = spend(spent, list[i] as never, f.at - (list[i]?.at ?? 0));
        const entries = accountsOf(list, list.at(-1)?.at ?? 0);
        for (const [i, account] of ACCOUNTS.entries())
          expect(spent[i]).toBe(entries.filter((e) => e.account === account).reduce((sum, e) => sum + e.seconds, 0));
      }),
    );
  });

  it('spending changes a copy', () => {
    const before = ACCOUNTS.map(() => 1);
    expect(spend(before, { account: 'organ', holder: 'x' }, 5)).toEqual([1, 6, 1, 1, 1, 1, 1]);
    expect(before).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });
});

describe('what changes on the desks', () => {
  const item = fc.record({
    step: fc.constantFrom('accept', 'lead', 'assist:UMB', 'decide'),
    organ: fc.constantFrom('A', 'B'),
    roles: fc.constantFrom(['x'], ['x', 'y']),
    stopped: fc.boolean(),
  });
  const desk = fc.uniqueArray(item, { selector: (w) => w.step, maxLength: 4 }) as fc.Arbitrary<WorkItem[]>;

  it('brings the desk from before to after, with nothing that did not change', () => {
    fc.assert(
      fc.property(desk, desk, (before, after) => {
        const rows = new Map(before.map((w) => [w.step, JSON.stringify(w)]));
        for (const { opened, done, ...w } of workChanges(before, after, 7)) {
          expect(opened).toBe(7);
          expect(rows.get(w.step)).not.toBe(done === undefined ? JSON.stringify(w) : undefined);
          if (done === undefined) rows.set(w.step, JSON.stringify(w));
          else rows.delete(w.step);
        }
        expect([...rows.values()].sort()).toEqual(after.map((w) => JSON.stringify(w)).sort());
      }),
    );
    expect(workChanges([], [], 7)).toEqual([]);
  });
});
