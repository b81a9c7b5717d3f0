import { expect, test } from 'vitest';
import { tierWords } from '../words.ts';
import { tierBeside } from './answers.ts';

test('the tier stands beside a clock only where it says more: a promise is not said twice', () => {
  const named = (zh: string, en: string) => ({ zh, en });
  expect(tierBeside({ clockName: named('承诺期限', 'promised limit'), tierName: tierWords.promise })).toBe(false);
  expect(tierBeside({ clockName: named('承诺办结时限', 'promised limit'), tierName: tierWords.promise })).toBe(false);
  expect(tierBeside({ clockName: named('法定期限', 'legal limit'), tierName: tierWords.law })).toBe(false);
  expect(tierBeside({ clockName: named('主办环节', 'the lead’s step'), tierName: tierWords.step })).toBe(true);
});
