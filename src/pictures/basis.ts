import type { Lang } from '../kernel/text.ts';
import { formatArticle, formatLaw } from './citation.ts';
import { say } from './say.ts';
import { practice, statutes } from './words.ts';

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
