import { type Params, speaks, useBench } from '../../../workbench/bench.tsx';
import { type Word, words } from './words.ts';

export type Say = (word: Word, params?: Params) => string;
export const useWords = (): Say => speaks(words)(useBench().lang);
