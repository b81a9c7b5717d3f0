import type { Text } from '../../kernel/text.ts';
import { type Params, speaks, useBench } from '../bench.tsx';
import { words } from './words.ts';

export interface CalendarPage {
  readonly edition: string;
  readonly mayEnter: boolean;
  readonly last: number | null;
  readonly years: readonly {
    readonly year: number;
    readonly layer: 'national' | 'regional' | 'county';
    readonly status: 'official' | 'provisional' | 'missing';
    readonly document: Text;
    readonly number: number;
    readonly sealed: boolean;
    readonly off: readonly { readonly from: string; readonly to: string; readonly name: Text }[];
    readonly makeup: readonly string[];
  }[];
  readonly editions: readonly {
    readonly number: number;
    readonly names: readonly string[];
    readonly at?: string;
    readonly byName?: Text;
    readonly cause: string;
    readonly undoes?: number;
    readonly undone: boolean;
    readonly years: readonly { readonly year: number; readonly layer: CalendarPage['years'][number]['layer']; readonly document: Text }[];
  }[];
}

interface Row {
  readonly matter: string;
  readonly clock: string;
  readonly clockName: Text;
}

/** What an edition would move, or has moved. */
export interface Rehearsed {
  readonly edition: {
    readonly number: number;
    readonly name: string;
    readonly before: string;
    readonly document: Text;
    readonly undoes?: number;
  };
  readonly warnings: readonly { readonly code: string; readonly text: Text }[];
  readonly days: { readonly from: string; readonly to: string };
  readonly counts: Readonly<
    Record<'moves' | 'later' | 'earlier' | 'citizens' | 'matters' | 'becomesLate' | 'noLongerLate' | 'capped' | 'settled' | 'kept', number>
  >;
  readonly moves: readonly (Row & {
    readonly from: string;
    readonly to: string;
    readonly whose: 'organ' | 'citizen';
    readonly turns: readonly string[];
  })[];
  readonly settled: readonly (Row & { readonly due: string; readonly whose: 'organ' | 'citizen'; readonly turns: readonly string[] })[];
  readonly kept: readonly (Row & { readonly due: string; readonly would: string })[];
  /** Rows of all three, and where the next page begins. */
  readonly total: number;
  readonly next?: string;
}

/** What is brought: a file, and what is said beside it. */
export interface Brought {
  readonly file: string;
  readonly layer?: string;
  readonly document?: string;
  readonly cause?: string;
  readonly year?: number;
}

/** What is asked: to enter a file, or to take the last edition back. */
export type Asked = Brought | { readonly undo: true };

export type Word = keyof typeof words;
const speak = speaks(words);
export const useCalendarWords = (): ((word: Word, params?: Params) => string) => speak(useBench().lang);

/** The head of a column, said again in each row where a narrow screen shows it as a card. */
export function useHeads(): (word: Word) => { readonly head: string; readonly label: string } {
  const say = useCalendarWords();
  return (word) => ({ head: say(word), label: say(word) });
}
