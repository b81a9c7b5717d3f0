import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sayBasis } from './basis.ts';
import { practice } from './words.ts';

it('says what a rule cited by its number is about, in both languages; an article stays as it is', () => {
  expect(sayBasis('S3-44, P15', 'zh')).toBe('S3-44, P15（流程精简、收费和签批的核查）');
  expect(sayBasis('P15; P11', 'en')).toBe('P15 (checks of steps, fees and signatures); P11 (papers and their service)');
  expect(sayBasis('行政许可法 42(1)', 'zh')).toBe('行政许可法 42(1)');
});

it('names every rule that a refusal, a screen or a route rests on', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((f) => /(?<!\.test)\.tsx?$/.test(f));
  const cited = files.flatMap((file) =>
    [...readFileSync(join('src', file), 'utf8').matchAll(/basis: '([^']*)'/g)].flatMap(([, basis]) => basis!.match(/\bP\d+\b/g) ?? []),
  );
  expect(cited.length).toBeGreaterThan(40);
  expect([...new Set(cited)].filter((code) => !practice[code])).toEqual([]);
});
