import { describe, expect, it } from 'vitest';
import { Refusals } from './problem.ts';

const book = {
  'not-now': {
    status: 409,
    title: { zh: '现在是{state}。', en: 'It is {state} now.' },
    next: { zh: '等{count}天。', en: 'Wait {count} days.' },
    basis: 'X1',
  },
} as const;
const refusals = new Refusals([book]);
const refusal = { code: 'not-now', params: { state: '暂停', state_en: 'paused', count: 2 } };

describe('a problem', () => {
  it('says in English what the English word is', () => {
    expect(refusals.problem([refusal], [], 'en')).toMatchObject({
      type: '/codes/not-now',
      title: 'It is paused now.',
      next: 'Wait 2 days.',
      basis: 'X1',
    });
    expect(refusals.problem([refusal], [], 'zh').title).toBe('现在是暂停。');
    expect(refusals.sentence(refusal, 'en')).toBe('It is paused now.');
  });

  it('says what is allowed: which words, which numbers, what of the page before', () => {
    const message = (issue: { path: string; options?: string[]; most?: number }) =>
      refusals.issue({ code: 'not-an-option', ...issue }, 'en').message;
    expect(message({ path: 'sort', options: ['light', 'due'] })).toBe('Choose one of light, due.');
    expect(message({ path: 'limit', most: 200 })).toBe('Write a whole number from 1 to 200.');
    expect(message({ path: 'after' })).toBe('Use the next of the page before; for the first page leave it out.');
    expect(message({ path: 'advance' })).toBe('Write 1d to 31d (days) or 1w to 4w (weeks).');
  });

  it('tells each fault once', () => {
    const twice = [
      { path: 'a', code: 'required' },
      { path: 'a', code: 'required' },
      { path: 'b', code: 'too-long' },
    ];
    const problem = refusals.problem([{ code: 'invalid-input' }], twice, 'en');
    expect(problem.title).toBe('To be corrected: 2.');
    expect(problem.errors).toHaveLength(2);
  });

  it('does not repeat a page of text where it names a field', () => {
    const long = { path: `form.${'x'.repeat(100_000)}`, code: 'too-long' };
    const paired = { path: `${'x'.repeat(79)}\u{1F600}`, code: 'too-long' };
    const errors = refusals.problem([{ ...refusal, path: long.path }], [long, paired], 'en').errors?.map(({ path }) => path);
    expect(errors).toEqual([`form.${'x'.repeat(75)}`, 'x'.repeat(79), `form.${'x'.repeat(75)}`]);
  });

  it('one code cannot be used for two things', () => {
    const other = { 'not-now': { ...book['not-now'], title: { zh: '别的', en: 'Something else' } } };
    expect(() => new Refusals([book, other])).toThrow('not-now is used twice');
    expect(() => refusals.words('no-such')).toThrow('no words');
  });
});
