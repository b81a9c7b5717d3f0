import { createContext, useContext } from 'react';
import { fill, type Lang, type Text } from '../kernel/text.ts';
import type { Api, Session } from './api.ts';
import { type Word, words } from './words.ts';

/** What every screen knows: who looks, in which language, and how to ask the server. */
export interface Bench {
  readonly lang: Lang;
  readonly session: Session;
  readonly api: Api;
  /** A sentence at the foot of the screen, read aloud too. */
  tell(sentence: string, tone?: 'done' | 'late'): void;
}

/** Title of the screen that is open; absent: there is none under this address. */
export const ScreenContext = createContext<string | undefined>(undefined);

export const BenchContext = createContext<Bench | undefined>(undefined);

export function useBench(): Bench {
  const bench = useContext(BenchContext);
  if (!bench) throw new Error('no bench');
  return bench;
}

export type Param = string | number | Text;
export type Params = Readonly<Record<string, Param>>;

const flat = (params: Params, lang: Lang) =>
  Object.fromEntries(Object.entries(params).map(([key, value]) => [key, typeof value === 'object' ? value[lang] : value]));

/** Speaks the words of one place in the reader's language. */
export const speaks =
  <W extends Readonly<Record<string, Text>>>(book: W) =>
  (lang: Lang) =>
  (word: keyof W & string, params: Params = {}): string =>
    fill(book[word]![lang], flat(params, lang));

const speak = speaks(words);
export type Say = (word: Word, params?: Params) => string;
export const shellSay = (lang: Lang): Say => speak(lang);
export const useSay = (): Say => shellSay(useBench().lang);
