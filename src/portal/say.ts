import { fill, type Lang } from '../kernel/text.ts';
import { type Word, words } from './words.ts';

/** A word of the shell, its holes filled. */
export const say = (word: Word, lang: Lang, params?: Readonly<Record<string, string | number>>): string => fill(words[word][lang], params);
