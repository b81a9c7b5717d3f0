import { type Params, speaks, useBench } from '../../../workbench/bench.tsx';
import { type Word, words } from './words.ts';

export type Say = (word: Word, params?: Params) => string;
/** For what goes into a paper: those are in Chinese, whatever the clerk reads. */
export const forPapers: Say = speaks(words)('zh');
export const useWords = (): Say => speaks(words)(useBench().lang);

/** Seconds as people say them; from ten minutes on nobody counts seconds. */
export function sayTime(seconds: number | null | undefined, say: Say): string {
  if (seconds === null || seconds === undefined) return say('none');
  const whole = Math.round(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  return h > 0 ? say('time-long', { h, m }) : m >= 10 ? say('minutes', { m }) : m > 0 ? say('time', { m, s }) : say('time-short', { s });
}
