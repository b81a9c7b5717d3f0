import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { placeOf, saying, shaped, sound } from './shape.ts';

const row = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(['off', 'work']),
  day: z.iso.date(),
  code: z.string().regex(/^[A-Z]+$/),
  list: z.array(z.string()).min(2).max(3),
  least: z.number().min(4),
  above: z.number().positive(),
  most: z.number().max(9),
  quarter: z.number().multipleOf(0.25),
  keyed: z.record(z.string().regex(/^[a-z]+$/), z.number()),
  either: z.union([z.string(), z.number()]),
  even: z.number().refine((n) => n % 2 === 0, saying({ zh: '应当是双数', en: 'must be even' })),
});
const right = {
  ...{ name: 'x', kind: 'off', day: '2026-02-28', code: 'EMB', list: ['a', 'b'], least: 4, above: 1, most: 9, quarter: 0.5 },
  ...{ keyed: { a: 1 }, either: 'x', even: 2 },
};
const told = (change: object) => {
  const read = shaped(row, { ...right, ...change });
  return read.ok ? [] : read.faults.map(({ path, text }) => [placeOf(path), text.en, text.zh]);
};

describe('a value that was written down', () => {
  it('is read where it is right', () => {
    expect(shaped(row, right)).toEqual({ ok: true, value: right });
  });

  it.each([
    ['missing', { name: undefined }, 'name', 'is missing; add it.', '缺少这一项，请补上。'],
    ['missing', { kind: undefined }, 'kind', 'is missing; add it.', '缺少这一项，请补上。'],
    ['missing', { either: undefined }, 'either', 'is missing; add it.', '缺少这一项，请补上。'],
    ['wrong-type', { name: 3 }, 'name', 'must be a text and is a number; correct it.', '应当是文字，现在是数字，请改正。'],
    [
      'wrong-type',
      { either: [] },
      'either',
      'must be a text or a number and is a list; correct it.',
      '应当是文字或者数字，现在是列表，请改正。',
    ],
    ['unknown-key', { feast: 1 }, 'feast', /^does not belong here.*: name, kind, day/, /^这里没有这一项.*：name、kind、day/],
    ['unknown-word', { kind: 'rest' }, 'kind', 'is “rest”; write one of: off, work.', '不能写“rest”，请改成其中之一：off、work。'],
    ['no-day', { day: '2026-02-30' }, 'day', /^“2026-02-30” must be a day that exists/, /^“2026-02-30”不是存在的日期/],
    ['wrong-form', { code: 'emb' }, 'code', /^“emb” is not written as it must be/, /^“emb”写法不对/],
    ['empty', { name: '' }, 'name', 'must not be empty; fill it in.', '不能是空的，请填写。'],
    ['too-few', { list: ['a'] }, 'list', 'must have at least 2; add what lacks.', '至少要有 2 项，请补上。'],
    ['too-many', { list: ['a', 'b', 'c', 'd'] }, 'list', 'must have at most 3; take some away.', '最多 3 项，请删减。'],
    ['too-small', { least: 3 }, 'least', 'must be at least 4; correct it.', '不能小于 4，请改正。'],
    ['not-above', { above: 0 }, 'above', 'must be more than 0; correct it.', '必须大于 0，请改正。'],
    ['too-big', { most: 10 }, 'most', 'must be at most 9; correct it.', '不能大于 9，请改正。'],
    ['no-multiple', { quarter: 0.3 }, 'quarter', 'must be a multiple of 0.25; correct it.', '必须是 0.25 的倍数，请改正。'],
    ['wrong-key', { keyed: { A: 1 } }, 'keyed A', 'is no name that may stand here; correct it.', '这一项的名称写法不对，请改正。'],
    ['a rule of its own', { even: 3 }, 'even', 'must be even', '应当是双数'],
  ])('%s %j is told at its place in both languages', (_, change, place, en, zh) => {
    const text = (said: string | RegExp) => (typeof said === 'string' ? said : expect.stringMatching(said));
    expect(told(change)).toEqual([[place, text(en), text(zh)]]);
  });

  it('what has no word of its own is told as wrong', () => {
    const faults = [{ path: [], text: { zh: '写得不对，请改正。', en: 'is not right; correct it.' } }];
    expect(
      shaped(
        z.custom(() => false),
        3,
      ),
    ).toEqual({ ok: false, faults });
  });

  it('what is wrong with one row of a list hides nothing of the others', () => {
    expect(sound(z.strictObject({ n: z.number() }), [{ n: 1 }, { n: 'x' }, { n: 3 }])).toEqual([
      [0, { n: 1 }],
      [2, { n: 3 }],
    ]);
    expect(sound(row, 'no list')).toEqual([]);
  });
});
