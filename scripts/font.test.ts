import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CHARACTERS, ownCharacters } from './font.ts';

it('the fallback typeface holds every Chinese character that the product itself says; else `scripts/font.ts` makes it anew', () => {
  const held = new Set(readFileSync(CHARACTERS, 'utf8'));
  expect(held.size).toBeGreaterThan(3755);
  expect([...ownCharacters()].filter((one) => !held.has(one)).join('')).toBe('');
});
