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

/** Fills `{name}` holes of a sentence. A hole without a value stays visible, so that it is found. */
export const fill = (sentence: string, params: Readonly<Record<string, string | number>> = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (hole, key: string) => (key in params ? String(params[key]) : hole));
