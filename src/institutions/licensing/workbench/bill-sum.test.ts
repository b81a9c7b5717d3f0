import { expect, test } from 'vitest';
import { billSum } from './bill-sum.ts';

test('[S1-52] the form tells what the bill will be, and nothing while the quantity or the amount is wanting', () => {
  const road = { fen: 30, byQuantity: true };
  expect(billSum(road, {})).toBeUndefined();
  expect(billSum(road, { amount: 0.3 })).toBeUndefined();
  expect(billSum(road, { quantity: 37.515 })).toBe(1125);
  expect(billSum(road, { quantity: 200, amount: 40 })).toBe(4000);
  expect(billSum(road, { quantity: 200, amount: 589.996 })).toBeUndefined();
  expect(billSum(road, { quantity: 200, amount: 589.29 })).toBe(58_929);
  expect(billSum({ fen: 1000, byQuantity: false }, {})).toBe(1000);
  expect(billSum({ fen: undefined, byQuantity: false }, {})).toBeUndefined();
});
