import type { Confidence, Lang, Text } from '../kernel/text.ts';
import { chineseNumber, formatArticle, formatLaw } from './citation.ts';
import { say } from './say.ts';
import { listed, practice, statutes } from './words.ts';

const ARTICLES = '\\d+(?:\\(\\d+\\)){0,2}';
const CITED = new RegExp(`(${Object.keys(statutes).join('|')}) (${ARTICLES}(?:, ${ARTICLES})*)`, 'g');

/** `S3-44, P15` → `S3-44, P15 (checks of steps, fees and signatures)`; a law and its articles as they are cited. */
export const sayBasis = (basis: string, lang: Lang): string =>
  cited(basis, lang).replace(/\bP\d+\b/g, (code) => {
    const name = practice[code]?.[lang];
    return name ? say('rule-named', lang, { code, name }) : code;
  });

const cited = (basis: string, lang: Lang): string =>
  basis.replace(CITED, (_, law: string, article: string) => {
    const title = formatLaw(lang === 'zh' ? law : statutes[law]!, lang);
    return say('cited', lang, { law: title, article: formatArticle(article, lang) });
  });

/** What an item's own limit rests on, as its list names it. */
export interface OwnBasis {
  readonly basis: Text;
  readonly confidence: Confidence;
}

/** The basis of an item as its list has it; in English each law whose title is known, the others as they stand. */
export const listedBasis = (zh: string): Text => ({
  zh,
  en: english(zh),
});

const english = (zh: string): string =>
  zh
    .replaceAll(listed.semicolon, '; ')
    .replaceAll(listed.title, (whole, title: string, articles: string) => {
      const law = statutes[title];
      if (law === undefined) return whole;
      const numbers = articles
        .replaceAll(listed.article, (_, n: string) => String(NUMBERS.get(n)))
        .replaceAll(listed.to, '–')
        .replaceAll(listed.and, ', ');
      return numbers ? say('cited', 'en', { law, article: formatArticle(numbers, 'en') }) : law;
    })
    .replaceAll(/([a-z])\(/g, '$1 (');

const NUMBERS: ReadonlyMap<string, number> = new Map(Array.from({ length: 999 }, (_, i) => [chineseNumber(i + 1), i + 1]));
