import { expect, test } from 'vitest';
import { evenName, undotted } from './names.ts';

const DOTTED = ['·', '•', '・', '．', '‧', '⋅', '.', '', ' · ', '∙', '･'];

test('a name is one whichever dot stands between its Han characters, or none', () => {
  for (const dot of DOTTED) expect(evenName(`努尔${dot}阿合买提`), dot).toBe('努尔阿合买提');
  expect(evenName('甲（集团）有限公司')).toBe(evenName('甲(集团)有限公司'));
  expect(evenName('努尔·阿合买提')).not.toBe(evenName('努尔·阿合买'));
});

test('elsewhere a dot is a sign of the name', () => {
  expect(evenName('A.B 1.5')).toBe('a.b1.5');
  expect(evenName('A.B')).not.toBe(evenName('AB'));
});

test('for a part of a name no dot is looked for', () => {
  for (const dot of DOTTED.filter((one) => one.trim() === one)) expect(undotted(`努尔${dot}阿`)).toBe('努尔阿');
});
