import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listedBasis, sayBasis } from './basis.ts';
import { practice } from './words.ts';

it('says what a rule cited by its number is about, and cites a law and its articles, in both languages', () => {
  expect(sayBasis('S3-44, P15', 'zh')).toBe('S3-44, P15（流程精简、收费和签批的核查）');
  expect(sayBasis('P15; P11', 'en')).toBe('P15 (checks of steps, fees and signatures); P11 (papers and their service)');
  expect(sayBasis('行政许可法 48(1)(1)', 'zh')).toBe('《行政许可法》第四十八条第一款第（一）项');
  expect(sayBasis('行政许可法 48(1)(1)', 'en')).toBe('Administrative Licensing Law, article 48, paragraph 1, item 1');
  expect(sayBasis('行政许可法 36, 47', 'zh')).toBe('《行政许可法》第三十六条、第四十七条');
  expect(sayBasis('民事诉讼法 88; P11', 'en')).toBe('Civil Procedure Law, article 88; P11 (papers and their service)');
  expect(sayBasis('GB 11643-1999', 'zh')).toBe('GB 11643-1999');
});

it('leaves no law of a refusal or a screen as it is written down', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((f) => /words(\/\w+)?\.ts$/.test(f));
  const text = files.map((file) => readFileSync(join('src', file), 'utf8')).join('\n');
  const written = [
    ...[...text.matchAll(/\blaw\('([^']*)'\)/g)].map(([, article]) => `行政许可法 ${article}`),
    ...[...text.matchAll(/'([^' ]*(?:法|规定|条例) \d[^']*)'/g)].map(([, basis]) => basis!),
  ];
  expect(written.length).toBeGreaterThan(25);
  for (const basis of written) {
    expect(sayBasis(basis, 'zh'), basis).toMatch(/^《.*》第.*条/);
    expect(sayBasis(basis, 'en'), basis).not.toMatch(/\p{Script=Han}|[a-z] \d+\(/u);
  }
});

it('names every rule that a refusal, a screen or a route rests on', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((f) => /(?<!\.test)\.tsx?$/.test(f));
  const cited = files.flatMap((file) =>
    [...readFileSync(join('src', file), 'utf8').matchAll(/basis: '([^']*)'/g)].flatMap(([, basis]) => basis!.match(/\bP\d+\b/g) ?? []),
  );
  expect(cited.length).toBeGreaterThan(40);
  expect([...new Set(cited)].filter((code) => !practice[code])).toEqual([]);
});

it('names the laws of an item’s list in English where their titles are known, and leaves the others as they stand', () => {
  const english = (zh: string) => listedBasis(zh).en;
  expect(english('《道路交通安全法》第八条、第九条')).toBe('Road Traffic Safety Law, article 8 and article 9');
  expect(english('《食品生产许可管理办法》(总局令第24号)')).toBe('Measures on Food Production Licences (总局令第24号)');
  expect(english('《建筑法》第七条至第九条;《印刷业管理条例》')).toBe('Construction Law, articles 7 to 9; 《印刷业管理条例》');
  expect(english('国务院令第412号')).toBe('国务院令第412号');
});
