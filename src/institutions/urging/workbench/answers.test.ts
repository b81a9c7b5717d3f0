import { expect, test } from 'vitest';
import { tierWords } from '../words.ts';
import { byDay, type ListView, tierBeside } from './answers.ts';

test('the tier stands beside a clock only where it says more: a promise is not said twice', () => {
  const named = (zh: string, en: string) => ({ zh, en });
  expect(tierBeside({ clockName: named('承诺期限', 'promised limit'), tierName: tierWords.promise })).toBe(false);
  expect(tierBeside({ clockName: named('承诺办结时限', 'promised limit'), tierName: tierWords.promise })).toBe(false);
  expect(tierBeside({ clockName: named('法定期限', 'legal limit'), tierName: tierWords.law })).toBe(false);
  expect(tierBeside({ clockName: named('主办环节', 'the lead’s step'), tierName: tierWords.step })).toBe(true);
});

test('the notices of one day are one list; another day, another kind and what was read before are others', () => {
  const list = (id: string, kind: string, day: string, read: string | null = null) =>
    ({ id, kind, day, read, entries: [{ matter: id }] }) as unknown as ListView;
  const lists = [
    list('1', 'notice', '2026-03-03'),
    list('2', 'morning', '2026-03-03'),
    list('3', 'notice', '2026-03-03'),
    list('4', 'notice', '2026-03-02'),
    list('5', 'notice', '2026-03-03', '2026-03-03T01:00:00Z'),
  ];
  expect(byDay(lists).map(({ id, entries }) => [id, entries.map(({ matter }) => matter)])).toEqual([
    ['1', ['1', '3']],
    ['2', ['2']],
    ['4', ['4']],
    ['5', ['5']],
  ]);
});
