import { times, wholeFen } from '../../../kernel/money.ts';
import type { ChargeChoice } from './story.ts';

/** In fen: the amount typed, else the figure of the list for so many, a part of a fen falling away; undefined while one of them is wanting. */
export function billSum(
  { fen, byQuantity }: Pick<ChargeChoice, 'fen' | 'byQuantity'>,
  { quantity, amount }: Readonly<Record<string, unknown>>,
): number | undefined {
  if (byQuantity && typeof quantity !== 'number') return undefined;
  if (typeof amount === 'number') return wholeFen(amount) ? Math.round(amount * 100) : undefined;
  return times(fen, typeof quantity === 'number' ? quantity : 1);
}
