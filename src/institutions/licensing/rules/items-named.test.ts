import { describe, expect, test } from 'vitest';
import { itemsNamed } from './items-named.ts';

const code = (body: object) => {
  const found = itemsNamed(body as never);
  return 'issue' in found ? `${found.issue.path} ${found.issue.code}` : 'refusal' in found ? found.refusal.code : found.named;
};
const many = (n: number) => Array.from({ length: n }, (_, i) => `X-L${i}`);

describe('what an application names', () => {
  test('is one item, or three and more of a bundle, each once', () => {
    expect(code({ item: 'SAM-L01' })).toEqual(['SAM-L01']);
    expect(code({ bundle: 'B06', items: ['A', 'B', 'C', 'A'] })).toEqual(['A', 'B', 'C']);
  });

  test('is no contradiction, and nothing of it is dropped', () => {
    expect(code({ bundle: 'B06', item: 'A', items: ['A', 'B', 'C'] })).toBe('item-and-items');
    expect(code({ bundle: 'B06', items: 'SAM-L01' })).toBe('items not-a-list');
    expect(code({ item: 'A', items: null })).toBe('items not-a-list');
    expect(code({ items: many(3) })).toBe('bundle required');
    expect(code({ bundle: 'B06', items: ['A', 'A', 'A'] })).toBe('bundle-too-small');
    expect(code({ bundle: 'B06', items: many(20) })).toHaveLength(20);
    expect(code({ bundle: 'B06', items: many(21) })).toBe('too-many-items');
  });
});
