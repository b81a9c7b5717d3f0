import { expect, it } from 'vitest';
import { nameText, plainText, shortCode, shortText } from './plain-text.ts';

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

it('a name can be seen, and no short text turns the direction of writing', () => {
  const code = (schema: ReturnType<typeof shortText>, text: string) =>
    schema.safeParse(text).error?.issues.map((issue) => ('params' in issue ? issue.params?.code : issue.code));
  for (const name of ['\u200b', '\u200b\u2060\u00ad', '\u3164', '\u200d', '--', '·', '范\ufe0f二', '范\u{e0101}二'])
    expect(code(nameText(100), name), JSON.stringify(name)).toEqual(['unreadable-characters']);
  for (const name of ['王', '阿依古丽·买买提', 'O’Neill', 'محمد', '3M', '𠮷野']) expect(nameText(100).parse(name)).toBe(name);
  for (const turn of ['\u202e', '\u2066', '\u200f', '\u061c']) {
    expect(code(nameText(100), `王${turn}小明`)).toEqual(['unreadable-characters']);
    expect(code(shortText(10), `R-${turn}1`)).toEqual(['unreadable-characters']);
    expect(plainText(10).parse(`a${turn}b`)).toBe(`a${turn}b`);
  }
});

it('a line has no end and no sign without a width within it; a long text may have lines', () => {
  const code = (schema: ReturnType<typeof shortText>, text: string) =>
    schema.safeParse(text).error?.issues.map((issue) => ('params' in issue ? issue.params?.code : issue.code));
  for (const sign of ['\u200b', '\n', '\r', '\t', '\u2028', '\ufeff', '\u2060', '\u00ad', '\u0085', '\u007f', '\u3164', '\u2800', '\u034f'])
    for (const schema of [nameText(100), shortText(10)])
      expect(code(schema, `A${sign}B`), JSON.stringify(sign)).toEqual(['unreadable-characters']);
  expect(plainText(10).parse('a\nb')).toBe('a\nb');
  expect(nameText(100).parse(' 王小明\n')).toBe('王小明');
  expect(code(nameText(100), '')).toEqual(['too_small']);
});

it('a short code has letters, digits and a little punctuation', () => {
  expect(shortCode().parse('示府发〔2026〕3-1.a_b:c')).toBe('示府发〔2026〕3-1.a_b:c');
  for (const code of ['', 'a b', "a'b", '<a>', 'x'.repeat(65)]) expect(shortCode().safeParse(code).success).toBe(false);
});
