import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Lang, Text } from '../../../kernel/text.ts';
import { checkoutRoot } from '../../../platform/checkout.ts';
import { Filled } from './filled.tsx';

const HOLE = /\{(\w+)(?::[^{}]+)?\}/g;

test('a sentence’s filled holes stand out, and are escaped', () => {
  const html = renderToStaticMarkup(<Filled of={{ zh: '在{who}', en: 'With {who}' }} params={{ who: '<i>' }} lang="en" />);
  expect(html).toBe('With <b>&lt;i&gt;</b>');
});

test('a word that is also the name of a hole stays a word', () => {
  const of = { zh: '在{holder}，自{since}起。', en: 'Now with {holder} since {since}.' };
  const html = renderToStaticMarkup(<Filled of={of} params={{ holder: 'Market Regulation Bureau', since: 'Mon 9 Feb' }} lang="en" />);
  expect(html).toBe('Now with <b>Market Regulation Bureau</b> since <b>Mon 9 Feb</b>.');
});

test('of every sentence of the house each hole is filled where it stands, and nothing else', async () => {
  const files = readdirSync(join(checkoutRoot, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(^|\/)(words\/[^/]*|words)\.ts$/.test(name),
  );
  const texts = (await Promise.all(files.map((name) => import(join(checkoutRoot, 'src', name))))).flatMap((book) => textsIn(book));
  expect(texts.length).toBeGreaterThan(2000);
  for (const text of texts) for (const lang of ['zh', 'en'] as const) expect(shown(text, lang)).toBe(expected(text[lang]));
});

const filling = (name: string) => `<b>${name.toUpperCase()}</b>`;

/** The sentence without the marks of its language, as the page has it. */
const shown = (text: Text, lang: Lang): string => {
  const params = Object.fromEntries([...text[lang].matchAll(HOLE)].map(([, name]) => [name!, name!.toUpperCase()]));
  const html = renderToStaticMarkup(<Filled of={text} params={params} lang={lang} />);
  return plain(html.replace(/<\/?span[^>]*>/g, ''));
};
const expected = (sentence: string): string =>
  sentence.replace(HOLE, (hole, name: string) => (hole.includes(':') ? hole.slice(0, -1).split('/')[1]! : filling(name)));
const plain = (html: string): string =>
  html.replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

function textsIn(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value && 'en' in value && typeof value.zh === 'string' && typeof value.en === 'string') return [value as Text];
  return Object.values(value).flatMap(textsIn);
}
