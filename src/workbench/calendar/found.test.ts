import { expect, test } from 'vitest';
import { foundSaid } from './found.ts';

test('the heading of a rehearsal counts as moved only what moves', () => {
  const none = { moves: 0, later: 0, earlier: 0, citizens: 0, matters: 0, becomesLate: 0, noLongerLate: 0, capped: 0, settled: 0, kept: 0 };
  expect(foundSaid(none)).toEqual(['rehearsal-none']);
  expect(foundSaid({ ...none, settled: 3, matters: 3 })).toEqual(['count-stay', { n: 3, matters: 3 }]);
  expect(foundSaid({ ...none, moves: 2, settled: 3, matters: 4 })).toEqual(['count-moves', { n: 2, matters: 4 }]);
});
