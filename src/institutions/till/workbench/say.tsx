import { speaks, useBench } from '../../../workbench/bench.tsx';
import { words } from './words.ts';

export const useWords = () => speaks(words)(useBench().lang);
export const yuan = (fen: number): string => (fen / 100).toFixed(2);
/** `17:42`, in the county. */
export const local = (iso: string): string => new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(11, 16);

/** Over, short or exact, as one says it. */
export function sayDifference(fen: number, say: ReturnType<typeof useWords>): string {
  return fen === 0 ? say('exact') : say(fen > 0 ? 'over' : 'short', { yuan: yuan(Math.abs(fen)) });
}
