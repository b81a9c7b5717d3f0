import type { Lang } from '../kernel/text.ts';
import { say } from './say.ts';
import { digits, tens, titleMarks } from './words.ts';

/** A law's title in its marks; a title that has them already keeps them. */
export const formatLaw = (title: string, lang: Lang): string =>
  lang === 'zh' && !title.startsWith(titleMarks[0]) ? say('law-title', lang, { law: title }) : title;

/** `42` is article forty-two; `42(2)` its second paragraph 款, `32(1)(4)` the fourth item 项 of its first; `26, 42(2)` and `25–26` are several; what is no number is left as it stands. What the county decided or practice knows has none. */
export function formatArticle(article: string, lang: Lang): string {
  if (article === '?') return say('article-unknown', lang);
  if (article === 'county decision') return say('article-county', lang);
  const named = NAMED.find((one) => one === article);
  if (named) return say(`article-${named}`, lang);
  const said = article.split(', ').map((one) => oneArticle(one, lang));
  return said.some((one) => one === undefined) ? article : said.join(say('article-and', lang));
}

/** What has no number has a name, by a word that stands in the data: practice, or a part of what the county goes by. */
const NAMED = ['practice', 'early-warning', 'reminder', 'urging', 'supervision'] as const;

/** As earlier releases wrote `32(4)` in a sentence: the part in figures, whether paragraph or item. */
export function formatArticleBefore(article: string, lang: Lang): string {
  const [, n, part] = /^(\d{1,4})\((\d{1,2})\)$/.exec(article) ?? [];
  return n && part ? `${formatArticle(n, lang)}${say('article-part', lang, { n: part })}` : formatArticle(article, lang);
}

function oneArticle(article: string, lang: Lang): string | undefined {
  const number = (digits: string) => (lang === 'zh' ? chineseNumber(Number(digits)) : digits);
  const [, from, to] = /^(\d{1,4})–(\d{1,4})$/.exec(article) ?? [];
  if (from && to) return say('article-range', lang, { from: number(from), to: number(to) });
  const [, n, paragraph, item] = /^(\d{1,4})(?:\((\d{1,2})\)(?:\((\d{1,2})\))?)?$/.exec(article.trim()) ?? [];
  if (!n) return undefined;
  return [
    say('article', lang, { n: number(n) }),
    paragraph && say('article-paragraph', lang, { n: number(paragraph) }),
    item && say('article-item', lang, { n: number(item) }),
  ]
    .filter(Boolean)
    .join('');
}

/** 42 as laws write it; up to 9999. */
export function chineseNumber(n: number): string {
  if (n === 0) return digits[0];
  const written = [...String(n)].map(Number);
  const places = written.map((digit, i) => (digit === 0 ? digits[0] : `${digits[digit]}${tens[written.length - 1 - i]}`));
  const zero = new RegExp(`${digits[0]}+`, 'g');
  const text = places
    .join('')
    .replace(zero, digits[0])
    .replace(new RegExp(`${digits[0]}$`), '');
  return n < 20 && n >= 10 ? text.slice(1) : text;
}
