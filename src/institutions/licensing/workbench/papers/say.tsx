import { speaks, useBench } from '../../../../workbench/bench.tsx';
import { words } from './words.ts';

export const usePaperWords = () => speaks(words)(useBench().lang);
