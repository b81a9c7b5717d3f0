import { describe, expect, test } from 'vitest';
import type { ZodType } from 'zod';
import { application } from './builders.ts';
import { fileMatter, inputs } from './schema.ts';

/** What is wrong with an input, by field: the schema's own codes. */
function faults(schema: ZodType, input: unknown): string[] {
  const issues = schema.safeParse(input).error?.issues ?? [];
  return issues.map((issue) => `${issue.path.join('.')} ${('params' in issue && issue.params?.code) || issue.code}`);
}
const filing = (more: Record<string, unknown>) => faults(fileMatter, { ...application(), ...more });
const { applicant } = application();
const { kind: _kind, ...agent } = applicant;

describe('an application', () => {
  test('as it should be has no fault', () => {
    expect(filing({})).toEqual([]);
  });

  test('has a name that can be seen, and none that turns the line around', () => {
    for (const name of ['\u200b\u202e', '\u200b', '王\u202e小明'])
      expect(filing({ applicant: { ...applicant, name } })).toContain('applicant.name unreadable-characters');
    expect(filing({ agent: { ...agent, name: '\u2060' } })).toEqual(['agent.name unreadable-characters']);
  });

  test('has an investment of two decimals at most', () => {
    expect([0.07, 1_200_000.55, 1e12].map((amount) => filing({ amount }))).toEqual([[], [], []]);
    expect(filing({ amount: 100.005 })).toEqual(['amount not_multiple_of']);
  });

  test('has numbers of papers that can be, each fault by its name', () => {
    const numbered = (idNumber: string) => filing({ applicant: { ...applicant, idNumber } });
    expect(numbered('110101199003070004')).toEqual(['applicant.idNumber check-digit']);
    expect(numbered('1101011990')).toEqual(['applicant.idNumber shape']);
    expect(numbered('110101199013070003')).toEqual(['applicant.idNumber birth-date']);
  });

  test('is of a person with a person’s papers, or of a firm with its code', () => {
    expect(filing({ applicant: { ...applicant, kind: 'firm' } })).toEqual(['applicant.idType kind-differs']);
    const code = { idType: 'credit-code', idNumber: '91990101MA00TEXT0R' };
    expect(filing({ applicant: { ...applicant, ...code } })).toEqual(['applicant.idType kind-differs']);
    expect(filing({ applicant: { ...applicant, idType: 'credit-code' } })).toEqual(['applicant.idType kind-differs']);
    expect(filing({ applicant: { ...applicant, ...code, kind: 'firm' } })).toEqual([]);
  });

  test('has sixty fields at most, and an amount that can be', () => {
    const fields = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`f${i}`, 'x']));
    expect(filing({ form: fields(60) })).toEqual([]);
    expect(filing({ form: fields(61) })).toEqual(['form too-many-fields']);
    expect(filing({ amount: 0 })).toEqual([]);
    expect(filing({ amount: -1 })).toEqual(['amount at-least-zero']);
    expect(filing({ amount: 1e12 + 1 })).toEqual(['amount too-large-number']);
  });
});

describe('a telephone', () => {
  const numbered = (phone: string) => filing({ applicant: { ...applicant, phone } });

  test('has seven digits at least, written as people write them', () => {
    for (const phone of ['13000000001', '0826-1234567', '+86 139 0000 0001', '(0826) 123 4567']) expect(numbered(phone), phone).toEqual([]);
    for (const phone of ['12', 'abc', '-1', '1'.repeat(21), '1300000000a'])
      expect(numbered(phone), phone).toEqual([`applicant.phone ${'not-a-phone'}`]);
  });
});

describe('an act', () => {
  test('counts as it is measured, to three decimals', () => {
    const billed = (quantity: number) => faults(inputs.bill, { charge: 'SAM-C01', quantity });
    expect(billed(1)).toEqual([]);
    expect(billed(1.5)).toEqual([]);
    expect(billed(0)).toEqual(['quantity not-measured']);
    expect(billed(1.2345)).toEqual(['quantity not-measured']);
    expect(billed(100_001)).toEqual(['quantity too-large-number']);
  });

  test('amounts have two decimals at most', () => {
    const paid = (amount: number) => inputs.pay.safeParse({ amount, method: 'cash', receipt: 'x' }).success;
    expect([589.99, 0.07, 1.1, 100_000_000].map(paid)).toEqual([true, true, true, true]);
    expect([589.996, 0.001].map(paid)).toEqual([false, false]);
  });

  test('months are whole, from one', () => {
    const granted = (months: number) => faults(inputs.decide, { outcome: 'granted', reason: 'x', months });
    expect(granted(12)).toEqual([]);
    expect(granted(0)).toEqual([`months ${'at-least-one'}`]);
    expect(granted(1.5)).toEqual([`months ${'not-whole'}`]);
  });

  test('names a day that there is', () => {
    const until = (expected: string) => faults(inputs.pause, { ground: 'expert-review', expected, reason: 'Experts' });
    expect(until('2026-03-20')).toEqual([]);
    for (const day of ['2026-02-30', '2026-3-2', 'tomorrow']) expect(until(day)).toEqual(['expected not-a-date']);
  });
});
