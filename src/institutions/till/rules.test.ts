import { describe, expect, it } from 'vitest';
import { readModelCounty } from '../../../test/support/model-county.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { all, another, cashier, maySee, open, reviewer } from './permits.ts';
import { count, differenceOf, evolve, type Money, recount, review, summary, type Till, type TillFact } from './rules.ts';
import { countTill } from './schema.ts';

const TODAY = '2026-02-10' as LocalDate;
const records = (cash: number): Money => ({ cash, card: 0, transfer: 0, mobile: 9000 });
const input = (more: object = {}) => countTill.parse({ day: TODAY, float: 200, counted: 290, records: records(9000), ...more });
const meta = { number: '2026-T-000001', seq: 1, at: 1_770_700_000, on: TODAY, actor: 'o-0019', capacity: 'ASB-CASH' };
const told = (...facts: readonly TillFact[]): Till => {
  let state: Till | undefined;
  for (const fact of facts) state = evolve(state, fact, meta);
  return state!;
};
const codes = (found: { ok: boolean; refusals?: readonly { code: string }[] }) => found.refusals?.map(({ code }) => code);
const factsOf = <F>(found: { ok: boolean; facts?: readonly F[] }) => found.facts!;

describe('the count at the end of the day', () => {
  it('takes amounts of two decimals at most', () => {
    expect(() => input({ counted: 290.996 })).toThrow();
    expect(input({ counted: 290.99 }).counted).toBe(290.99);
  });

  it('[S3-44] what is counted less the float is what the records say, or the difference has its reason', () => {
    const exact = factsOf<TillFact>(count(input(), TODAY))[0]!;
    expect(exact).toEqual({ kind: 'till-counted', day: TODAY, float: 20_000, counted: 29_000, records: records(9000) });
    expect(differenceOf(told(exact))).toBe(0);
    expect(codes(count(input({ counted: 280 }), TODAY))).toEqual(['till-reason-needed']);
    expect(count(input({ counted: 280 }), TODAY)).toMatchObject({ refusals: [{ path: 'reason', params: { yuan: '-10.00' } }] });
    const short = factsOf<TillFact>(count(input({ counted: 280, reason: '原因不明' }), TODAY))[0]!;
    expect([differenceOf(told(short)), told(short).reason]).toEqual([-1000, '原因不明']);
  });

  it('is of a day that has come, once; more was given back than paid is counted too', () => {
    expect(codes(count(input({ day: '2026-02-11' }), TODAY))).toEqual(['till-day-to-come']);
    expect(codes(count(input({ before: '2026-T-000001' }), TODAY))).toEqual(['till-counted-already']);
    const given = factsOf<TillFact>(count(input({ day: '2026-02-09', counted: 150, records: records(-5000) }), TODAY))[0]!;
    expect(differenceOf(told(given))).toBe(0);
  });

  it('is of a day that exists', () => {
    for (const bad of ['2026-02-30', '2026-2-9', 'today']) {
      const told = countTill.safeParse({ ...input(), day: bad });
      expect(told.error?.issues, bad).toMatchObject([{ path: ['day'], params: { code: 'not-a-date' } }]);
    }
  });

  it('takes amounts a till can hold: no less than nothing, to the fen', () => {
    for (const bad of [-1, 1.005, 1e12, '5', null])
      expect(countTill.safeParse({ ...input(), counted: bad }).success, String(bad)).toBe(false);
    expect(factsOf<TillFact>(count(input({ counted: 290.1, reason: '一角' }), TODAY))[0]).toMatchObject({ counted: 29_010 });
  });

  it('is counted again where it was wrong; what was counted before stays on record', () => {
    const first = factsOf<TillFact>(count(input({ counted: 280, reason: '原因不明' }), TODAY))[0]!;
    const second = factsOf<TillFact>(recount({ float: 200, counted: 290, records: records(9000) }))[0]!;
    const state = told(first, second);
    expect([state.times, differenceOf(state), state.reason]).toEqual([2, 0, undefined]);
    expect(codes(recount({ float: 200, counted: 200, records: records(9000) }))).toEqual(['till-reason-needed']);
  });

  it('[S3-44] is reviewed by another, only while the money of the day stands still, and then it is over', () => {
    const first = factsOf<TillFact>(count(input(), TODAY))[0]!;
    expect(codes(review(told(first), { records: records(12_000) }))).toEqual(['till-money-moved']);
    const done = factsOf<TillFact>(review(told(first), { records: records(9000), note: '属实' }))[0]!;
    const state = told(first, done);
    expect([state.note, summary(state).closed, summary(told(first)).closed]).toEqual(['属实', true, false]);
  });
});

describe('who counts, who reviews, who sees', () => {
  const { directory } = readModelCounty();
  const as = (seat: string) => ({ actor: directory.actor(directory.holdersOf(seat, TODAY)[0]!, TODAY), directory, today: TODAY });
  const counted = { clerk: as('ASB-CASH').actor.person } as Till;
  const no = (why: typeof cashier, seat: string, till?: Till) => why(till, as(seat)).map(({ code }) => code);

  it('[S3-37] the cashier counts, a head of the centre reviews, never the same person', () => {
    expect([no(cashier, 'ASB-CASH'), no(cashier, 'ASB-W01'), no(cashier, 'UMB-CHF')]).toEqual([
      [],
      ['till-cashier-only'],
      ['till-cashier-only'],
    ]);
    const reviewing = all(reviewer, another, open);
    expect([no(reviewing, 'ASB-SH', counted), no(reviewing, 'ASB-CHF', counted)]).toEqual([[], []]);
    expect(no(reviewing, 'ASB-CASH', counted)).toEqual(['till-reviewer-only', 'till-own-count']);
    expect(no(reviewing, 'UMB-SH', counted)).toEqual(['till-reviewer-only']);
    expect(no(reviewing, 'ASB-SH', { ...counted, reviewer: 'o-1' })).toEqual(['till-reviewed']);
  });

  it('the cashier, the centre and those who supervise see it', () => {
    expect(['ASB-CASH', 'ASB-W01', 'AUD-A1'].flatMap((seat) => no(maySee, seat))).toEqual([]);
    expect(no(maySee, 'UMB-CHF')).toEqual(['till-not-yours-to-see']);
  });
});
