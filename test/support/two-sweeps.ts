import { expect } from 'vitest';
import { type House, openHouseOn } from '../../src/open-house.ts';
import { sweepNow } from '../../src/sweeping.ts';

/** Two processes sweep one county at once; afterwards nothing is left to do. */
export async function twoSweeps(house: House): Promise<void> {
  const second = await openHouseOn(house.config, house.server, house.county);
  try {
    await Promise.all([sweepNow(house), sweepNow(second)]);
  } finally {
    await second.close();
  }
  expect(await sweepNow(house)).toBe(0);
}
