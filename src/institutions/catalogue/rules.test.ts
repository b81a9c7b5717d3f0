import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../kernel/clock/types.ts';
import { anItem } from './builders.ts';
import { applicable, liveFaults } from './rules.ts';
import { RULED_STEPS } from './types.ts';

const on = '2026-02-13' as LocalDate;
const codes = (but: Parameters<typeof anItem>[0]) => liveFaults(anItem(but)).map(({ code }) => code);
const empty = <T>(value: T) => ({ value, confidence: 'illustrative' as const });

describe('an item goes live', () => {
  it('when it lacks nothing', () => {
    expect(codes({})).toEqual([]);
  });

  it('[S1-48] an item without a rule for each step cannot go live', () => {
    for (const step of RULED_STEPS) {
      const { [step]: _missing, ...rules } = anItem().rules;
      const faults = liveFaults(anItem({ rules }));
      expect(faults.map(({ code }) => code)).toContain('no-step-rule');
      expect(faults.find(({ code }) => code === 'no-step-rule')?.text.en).toContain('no rule');
    }
  });

  it('[S3-60] [S3-62] an item without a pledge of content, manner and result cannot go live', () => {
    expect(codes({ pledge: undefined })).toEqual(['no-pledge']);
    const pledge = anItem().pledge!;
    expect(codes({ pledge: { ...pledge, result: { zh: '', en: '' } } })).toEqual(['no-pledge']);
  });

  it('[S1-13] not before its legality check, nor where the check found it doubtful', () => {
    expect(codes({ legality: undefined })).toEqual(['no-legality-check']);
    expect(codes({ legality: { on, by: 'JUS', verdict: 'doubtful' } })).toEqual(['legality-doubtful']);
  });

  it('[S3-20] not while one of the seven public elements is empty', () => {
    expect(codes({ conditions: empty([]) })).toEqual(['element-empty']);
    expect(codes({ materials: empty([]) })).toEqual(['element-empty']);
    expect(codes({ leaderSeat: '' })).toEqual(['element-empty']);
    expect(codes({ complaintPhone: empty('') })).toEqual(['element-empty']);
    expect(liveFaults(anItem({ lead: '' })).map(({ text }) => text.en)).toEqual([
      'No lead department',
      'One of the seven public elements is empty: responsible department',
    ]);
  });

  it('[S2-11] not without a legal basis', () => {
    expect(codes({ basis: empty('') })).toEqual(['no-basis', 'element-empty']);
  });

  it('[S1-37] not with a promise longer than the law, nor without a limit', () => {
    expect(codes({ promised: empty({ amount: 21, unit: 'wd' }) })).toEqual(['promise-over-limit']);
    expect(codes({ promised: empty({ amount: 25, unit: 'cd' }) })).toEqual([]);
    expect(codes({ legal: undefined })).toEqual(['no-legal-limit']);
    expect(codes({ promised: undefined })).toEqual(['no-promise']);
  });

  it('[S4-31] not without somebody who supervises what was granted', () => {
    expect(codes({ supervisor: '' })).toEqual(['no-supervisor']);
  });

  it('[S0-24] not with an assist that has no duty, that is the lead itself, or that takes longer than the whole', () => {
    const duty = { zh: '消防', en: 'Fire safety' };
    const days = (amount: number) => ({ amount, unit: 'wd' as const });
    expect(codes({ assists: empty([{ organ: 'FRS', duty, limit: days(11) }]) })).toEqual(['assist-over-limit']);
    expect(codes({ assists: empty([{ organ: 'FRS', duty: { zh: '', en: '' }, limit: days(3) }]) })).toEqual(['assist-without-duty']);
    expect(codes({ assists: empty([{ organ: 'SAM', duty, limit: days(3) }]) })).toEqual(['lead-assists-itself']);
  });

  it('says everything it lacks at once, in both languages', () => {
    const faults = liveFaults(anItem({ pledge: undefined, legal: undefined, legality: undefined }));
    expect(faults.map(({ code }) => code)).toEqual(['no-legal-limit', 'no-legality-check', 'no-pledge']);
    for (const { text } of faults) expect([text.zh, text.en].every((sentence) => sentence && !sentence.includes('{'))).toBe(true);
  });
});

describe('applying for an item', () => {
  const ask = (but: Parameters<typeof anItem>[0], channel: 'online' | 'window' = 'online') =>
    applicable(anItem(but), { id: 'SAM-L90', channel, on }).map(({ code }) => code);

  it('is possible when it is live and in use', () => {
    expect(ask({})).toEqual([]);
  });

  it('is refused for what the catalogue does not have: item-unknown', () => {
    expect(applicable(undefined, { id: 'NOPE', channel: 'online', on })).toMatchObject([
      { code: 'item-unknown', params: { item: 'NOPE' } },
    ]);
  });

  it('[S1-46] is refused when suspended, cancelled, not yet begun or ended: item-not-in-use', () => {
    expect(ask({ status: 'suspended' })).toEqual(['item-not-in-use']);
    expect(ask({ status: 'cancelled' })).toEqual(['item-not-in-use']);
    expect(ask({ validFrom: '2026-02-14' as LocalDate })).toEqual(['item-not-in-use']);
    expect(ask({ validTo: '2026-02-12' as LocalDate })).toEqual(['item-not-in-use']);
    expect(ask({ validFrom: on, validTo: on })).toEqual([]);
  });

  it('is refused while it is not live, with what it lacks: item-not-live', () => {
    const [refusal] = applicable(anItem({ legal: undefined }), { id: 'SAM-L90', channel: 'window', on });
    expect(refusal).toMatchObject({ code: 'item-not-live', params: { faults_en: 'No legal limit' } });
  });

  it('is refused online, not at the window, where the guide keeps it to the counter: item-not-online', () => {
    expect(ask({ online: false })).toEqual(['item-not-online']);
    expect(ask({ online: false }, 'window')).toEqual([]);
  });
});
