import { Converter } from 'opencc-js/t2cn';
import type { Lang, Text } from '../../kernel/text.ts';
import type { Item } from './types.ts';
import { ALSO_CALLED, FILLERS, STOP_WORDS, THEME_NAMES } from './words.ts';

/** What is searched of an item: its fields by weight, tokens prepared once. */
export interface Entry<T = Item> {
  readonly item: T;
  /** Everyday phrases with their place among those of the same script, the closest first. */
  readonly phrases: readonly (readonly [string, number])[];
  readonly names: readonly string[];
  readonly weights: ReadonlyMap<string, number>;
}

export interface Index<T = Item> {
  readonly entries: readonly Entry<T>[];
  readonly rarity: ReadonlyMap<string, number>;
}

export interface SearchHit<T = Item> {
  readonly item: T;
  readonly score: number;
  /** False where only some of the words were found. */
  readonly whole: boolean;
}

/** Something was found, and nothing that has all the words: to be said. */
export const partly = (hits: readonly Pick<SearchHit, 'whole'>[]): boolean => hits.length > 0 && !hits.some(({ whole }) => whole);

export const buildIndex = (items: readonly Item[]): Index => indexOf(items.map(entryOf));
/** By name alone: charges and convenience items, bundles. */
export const buildNameIndex = <T extends Named>(named: readonly T[]): Index<T> => indexOf(named.map(nameEntry));
type Named = { readonly id: string; readonly name: Text };

function indexOf<T>(entries: readonly Entry<T>[]): Index<T> {
  const spread = new Map<string, number>();
  for (const { weights } of entries) for (const token of weights.keys()) spread.set(token, (spread.get(token) ?? 0) + 1);
  const rarity = new Map([...spread].map(([token, count]) => [token, Math.log(1 + entries.length / count)]));
  return { entries, rarity };
}

/**
 * Items by what people call them. An everyday phrase that is what was typed comes before one that contains it, and that before
 * single words; the earlier a phrase stands in an item's list, the closer it is. `lang` decides between equals only.
 */
export function searchIndex<T extends Named>({ entries, rarity }: Index<T>, words: string, lang: Lang = 'zh'): readonly SearchHit<T>[] {
  const asked = [words, withoutFillers(even(words)), asListed(even(words))]
    .map((text) => askedOf(text, rarity))
    .filter(({ text }, at, all) => text !== '' && all.findIndex((one) => one.text === text) === at);
  const hits = entries.map(({ item, ...entry }) => {
    const found = asked.map((one) => scoreOf(entry, one, rarity));
    return { item, score: Math.max(0, ...found.map(({ score }) => score)), whole: found.some(({ whole }) => whole) };
  });
  return hits
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || compare(a.item.name[lang], b.item.name[lang]) || compare(a.item.id, b.item.id));
}

function entryOf(item: Item): Entry {
  const weights = new Map<string, number>();
  const add = (weight: number, ...texts: string[]) => {
    for (const token of texts.flatMap(tokens)) weights.set(token, Math.max(weights.get(token) ?? 0, weight));
  };
  const both = (text: Text | undefined) => (text ? [text.zh, text.en] : []);
  add(1, ...item.conditions.value.flatMap(both));
  add(2, ...item.themes.flatMap((theme) => both(THEME_NAMES[theme])));
  add(4, ...both(item.plain));
  add(5, ...item.synonyms);
  add(6, ...both(item.name));
  return {
    item,
    phrases: placed(item.synonyms.map(normal)),
    names: [...both(item.name), ...both(item.plain), item.id].map(normal),
    weights,
  };
}

function nameEntry<T extends Named>(item: T): Entry<T> {
  const texts = [item.name.zh, item.name.en];
  const weights = new Map(texts.flatMap(tokens).map((token) => [token, 6] as const));
  return { item, phrases: [], names: [...texts, item.id].map(normal), weights };
}

function placed(phrases: readonly string[]): (readonly [string, number])[] {
  const isHan = (text: string) => /\p{Script=Han}/u.test(text);
  return phrases.map((text, at) => [text, phrases.slice(0, at).filter((before) => isHan(before) === isHan(text)).length]);
}

function scoreOf(
  { phrases, names, weights }: Omit<Entry, 'item'>,
  { text: asked, words, strange }: Asked,
  rarity: ReadonlyMap<string, number>,
): Omit<SearchHit, 'item'> {
  const wanted = [...new Set(words.flat())];
  const worth = (token: string) => rarity.get(token) ?? 3 / (strange.get(token) ?? 1);
  const total = wanted.reduce((sum, token) => sum + worth(token), 0);
  const found = wanted.reduce((sum, token) => sum + (worth(token) * (weights.get(token) ?? 0)) / 6, 0);
  const covered = wanted.filter((token) => weights.has(token)).reduce((sum, token) => sum + worth(token), 0);
  const share = total === 0 ? 0 : covered / total;

  const phrase = Math.max(0, ...phrases.map(([text, place]) => closeness(asked, text) - Math.min(place, 40) * (asked === text ? 10 : 1)));
  const name = Math.max(0, ...names.map((text) => closeness(asked, text) * 0.6));
  const byWord = share < 0.34 ? 0 : 100 * (found / Math.max(total, 1e-9));
  const called = Math.max(phrase, name);
  const within = [...phrases.map(([text]) => text), ...names].some((text) => text.length >= asked.length && closeness(asked, text) > 0);
  return { score: called + byWord, whole: within || words.every((word) => has(word, weights)) };
}

/** What was typed: as one text, and by its words. */
interface Asked {
  readonly text: string;
  readonly words: readonly (readonly string[])[];
  /** Tokens of words that no item has, with their number: such a word counts once, of however many pairs it is made. */
  readonly strange: ReadonlyMap<string, number>;
}

function askedOf(text: string, rarity: ReadonlyMap<string, number>): Asked {
  const words = wordsOf(text);
  const unknown = words.filter((word) => !word.some((token) => rarity.has(token)));
  const strange = new Map(unknown.flatMap((word) => word.map((token) => [token, word.length] as const)));
  return { text: normal(text), words, strange };
}

/** Whether each character of a word lies in a pair that the item has. */
function has(word: readonly string[], weights: ReadonlyMap<string, number>): boolean {
  const there = word.map((token) => weights.has(token));
  return there.every((is, at) => is || (there[at - 1] && there[at + 1]));
}

/** 1000 the same; up to 400 when one holds the other, by how much of it. */
function closeness(asked: string, text: string): number {
  if (asked === text) return 1000;
  const [short, long] = asked.length < text.length ? [asked, text] : [text, asked];
  if (short.length < 2 || !holds(long, short)) return 0;
  return 100 + (300 * short.length) / long.length;
}

/** Latin words only as whole words; Han anywhere. */
const holds = (long: string, short: string): boolean =>
  /^[\x20-\x7e]+$/.test(short) ? ` ${long} `.includes(` ${short} `) : long.includes(short);

const simplified = Converter({ from: 't', to: 'cn' });
/** Lower case, one form of each character, traditional as simplified. */
const even = (text: string): string => simplified(text.normalize('NFKC')).toLowerCase();

/** English without its small words; Han without spaces. */
export function normal(text: string): string {
  const plain = even(text).trim();
  if (/\p{Script=Han}/u.test(plain)) return plain.replace(/\s+/g, '');
  return latin(plain).join(' ');
}

/** Han in pairs (single where alone), Latin and digits by word. */
export const tokens = (text: string): string[] => wordsOf(text).flat();

/** The tokens of each word; Han is a word up to the next space or sign. */
function wordsOf(text: string): string[][] {
  const plain = even(text);
  const han = (plain.match(/\p{Script=Han}+/gu) ?? []).map((run) =>
    run.length === 1 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  );
  return [...han, ...latin(plain).map((word) => [word])];
}

const latin = (text: string): string[] => (text.match(/[a-z0-9]+/g) ?? []).filter((word) => !STOP_WORDS.includes(word)).map(stem);

/** Enough for shop/shops, open/opening, licence/license. */
function stem(word: string): string {
  const one = word.replace(/licens(e|ed|ing)$/, 'licenc$1').replace(/center/, 'centre');
  if (one.length > 5 && one.endsWith('ing')) return one.slice(0, -3);
  if (one.length > 4 && one.endsWith('ies')) return `${one.slice(0, -3)}y`;
  if (one.length > 3 && one.endsWith('s') && !one.endsWith('ss')) return one.slice(0, -1);
  return one;
}

const asListed = (text: string): string => ALSO_CALLED.reduce((rest, [said, listed]) => rest.replaceAll(said, listed), text);
const withoutFillers = (text: string): string => FILLERS.reduce((rest, filler) => rest.replaceAll(filler, ''), text);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
