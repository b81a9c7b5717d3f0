import { speaks, useBench } from '../../../workbench/bench.tsx';
import { words } from './words.ts';

export const useWords = () => speaks(words)(useBench().lang);
