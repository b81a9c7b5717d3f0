import { describe, expect, it } from 'vitest';
import { fill, unfilled } from './text.ts';

const sentence = '{count} {count:department has/departments have} not finished by {day}.';

describe('a sentence with a number', () => {
  it('takes the word that goes with it', () => {
    expect(fill(sentence, { count: 1, day: 'Monday' })).toBe('1 department has not finished by Monday.');
    for (const count of [0, 2, 11, 1.5])
      expect(fill(sentence, { count, day: 'Monday' })).toBe(`${count} departments have not finished by Monday.`);
    expect(fill('{n} {n:day/days}', { n: '1' })).toBe('1 day');
  });

  it('keeps a hole without a value, so that it is found', () => {
    expect(fill(sentence, { day: 'Monday' })).toBe('{count} {count:department has/departments have} not finished by Monday.');
  });

  it('is told in a book with its holes open, or marked', () => {
    expect(unfilled(sentence)).toBe('{count} departments have not finished by {day}.');
    expect(unfilled(sentence, '…')).toBe('… departments have not finished by ….');
  });
});
