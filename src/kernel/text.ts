/** A sentence in both languages of the house. Chinese first, English complete. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Lang = keyof Text;

/** How sure we are of a value: read in its source, known to practitioners, or made up for the demonstration. */
export type Confidence = 'verified' | 'known' | 'illustrative';

/** A value that carries how sure we are of it. No page can print it without its mark (house promise 6). */
export interface Sourced<T> {
  readonly value: T;
  readonly confidence: Confidence;
  readonly source?: string;
}

/**
 * Fills `{name}` holes of a sentence; `{n:day/days}` is the word that goes with that number, the first with one alone. A hole without a
 * value stays visible, so that it is found.
 */
export const fill = (sentence: string, params: Readonly<Record<string, string | number>> = {}): string =>
  sentence.replace(HOLE, (hole, key: string, one?: string, many?: string) =>
    !(key in params) ? hole : one === undefined ? String(params[key]) : String(params[key]) === '1' ? one : many!,
  );

const HOLE = /\{(\w+)(?::([^{}/]+)\/([^{}/]+))?\}/g;

/** A sentence as a book tells it, where no number is known: words that go with one in their form for many; holes open, or a mark in each. */
export const unfilled = (sentence: string, mark?: string): string =>
  sentence.replace(HOLE, (hole, _key, _one, many?: string) => many ?? mark ?? hole);
