import { expect, it } from 'vitest';
import { checkoutRoot } from '../../../platform/checkout.ts';
import { readLaw } from '../../../platform/law.ts';
import type { Clock, LocalDate } from '../types.ts';
import { besideTerm } from './term.ts';

const law = readLaw(checkoutRoot);
const clock = (zero: string): Clock => ({
  term: 'petition.conclude',
  kind: 'legal',
  zero: zero as LocalDate,
  amount: 45,
  unit: 'cd',
  extended: 0,
  pauses: [],
  due: zero as LocalDate,
  provisional: false,
  conditional: false,
  derivation: { basis: '信访条例 33' } as Clock['derivation'],
});

it('[S1-38] what began before the text of the law was in force is not measured by it, and that is said', () => {
  const since = besideTerm(clock('2022-05-01'), { term: 'petition.conclude' }, law);
  expect(since.faults).toContain('amount: says 45, the law 60');
  expect(since.faults.join()).toContain('derivation basis: says "信访条例 33", the law "信访工作条例');
  const before = besideTerm(clock('2022-04-30'), { term: 'petition.conclude' }, law);
  expect(before.faults).toEqual([]);
  expect(before.notCompared).toContain('amount: says 45, the law 60 now, and of before nothing is kept');
});
