import { fill, type Lang, type Text } from '../kernel/text.ts';

/** What fills a hole: the same in both languages, or a sentence of its own in each. */
export type Param = string | number | Text;
export type Params = Readonly<Record<string, Param>>;

const inLang = (params: Params, lang: Lang): Record<string, string | number> =>
  Object.fromEntries(Object.entries(params).map(([key, value]) => [key, typeof value === 'object' ? value[lang] : value]));

/** A sentence in both languages, its holes filled. */
export const fillText = (text: Text, params: Params = {}): Text => ({
  zh: fill(text.zh, inLang(params, 'zh')),
  en: fill(text.en, inLang(params, 'en')),
});

/** The same made for each language: dates, limits, names. */
export const both = (make: (lang: Lang) => string): Text => ({ zh: make('zh'), en: make('en') });

/** The words of one place, spoken: a string for one language, or a sentence in both. */
export const speaker = <W extends Readonly<Record<string, Text>>>(words: W) => ({
  say: (word: keyof W & string, lang: Lang, params: Params = {}): string => fill(words[word]![lang], inLang(params, lang)),
  text: (word: keyof W & string, params: Params = {}): Text => fillText(words[word]!, params),
});
