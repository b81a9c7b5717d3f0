import type { Text } from './text.ts';

/** What is wrong with the form of a written-down value, and what to do about it. Said after the name of the part. */
export const shapeWords = {
  missing: { zh: '缺少这一项，请补上。', en: 'is missing; add it.' },
  'wrong-type': { zh: '应当是{wanted}，现在是{found}，请改正。', en: 'must be {wanted} and is {found}; correct it.' },
  'unknown-key': {
    zh: '这里没有这一项，请删去或者改正。这里可以写：{known}。',
    en: 'does not belong here; remove or correct it. What may stand here: {known}.',
  },
  'unknown-word': { zh: '不能写“{found}”，请改成其中之一：{known}。', en: 'is “{found}”; write one of: {known}.' },
  'no-day': { zh: '“{found}”不是存在的日期，请写成 YYYY-MM-DD。', en: '“{found}” must be a day that exists; write it YYYY-MM-DD.' },
  'wrong-form': { zh: '“{found}”写法不对，应当符合 {form}。', en: '“{found}” is not written as it must be: {form}.' },
  'wrong-key': { zh: '这一项的名称写法不对，请改正。', en: 'is no name that may stand here; correct it.' },
  empty: { zh: '不能是空的，请填写。', en: 'must not be empty; fill it in.' },
  'too-few': { zh: '至少要有 {n} 项，请补上。', en: 'must have at least {n}; add what lacks.' },
  'too-many': { zh: '最多 {n} 项，请删减。', en: 'must have at most {n}; take some away.' },
  'too-small': { zh: '不能小于 {n}，请改正。', en: 'must be at least {n}; correct it.' },
  'not-above': { zh: '必须大于 {n}，请改正。', en: 'must be more than {n}; correct it.' },
  'too-big': { zh: '不能大于 {n}，请改正。', en: 'must be at most {n}; correct it.' },
  'no-multiple': { zh: '必须是 {n} 的倍数，请改正。', en: 'must be a multiple of {n}; correct it.' },
  wrong: { zh: '写得不对，请改正。', en: 'is not right; correct it.' },
} as const satisfies Readonly<Record<string, Text>>;

/** Kinds of value as one who writes a file knows them. */
export const typeWords: Readonly<Record<string, Text>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或者 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  tuple: { zh: '列表', en: 'a list' },
  object: { zh: '一组“名称: 值”', en: 'a group of “name: value”' },
  record: { zh: '一组“名称: 值”', en: 'a group of “name: value”' },
  null: { zh: '空的', en: 'empty' },
};

export const or: Text = { zh: '或者', en: ' or ' };
