import { expect, it } from 'vitest';
import { plainText, shortCode } from './plain-text.ts';

const codes = (text: string) =>
  plainText(10)
    .safeParse(text)
    .error?.issues.map((issue) => ('params' in issue ? issue.params?.code : issue.code));

it('takes what a person can type, trimmed', () => {
  expect(plainText(10).parse('  开饭店 🍜 ')).toBe('开饭店 🍜');
  expect(codes('')).toEqual(['too_small']);
  expect(codes('   ')).toEqual(['too_small']);
  expect(codes('12345678901')).toEqual(['too_big']);
});

it('refuses what can neither be kept nor hashed: U+0000 and half a character', () => {
  for (const text of ['a\u0000b', 'a\ud83c', '\udf5cb']) expect(codes(text)).toEqual(['unreadable-characters']);
});

it('a short code has letters, digits and a little punctuation', () => {
  expect(shortCode().parse('示府发〔2026〕3-1.a_b:c')).toBe('示府发〔2026〕3-1.a_b:c');
  for (const code of ['', 'a b', "a'b", '<a>', 'x'.repeat(65)]) expect(shortCode().safeParse(code).success).toBe(false);
});
