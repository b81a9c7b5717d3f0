import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Lang } from '../../kernel/text.ts';
import type { Catalogue } from './catalogue.ts';
import { partly, type SearchHit } from './search.ts';
import type { Bundle, Charge, Item } from './types.ts';

/** What everyday words mean: items, and beside them convenience items with charges, and bundles; the closest of each first. */
export interface Meant {
  readonly items: readonly SearchHit<Item>[];
  readonly services: readonly SearchHit<Charge>[];
  readonly bundles: readonly SearchHit<Bundle>[];
  /** Only a part of the words was found. */
  readonly partly: boolean;
}

/** So many convenience items and bundles stand beside the items found. */
const BESIDE = 5;

/** `department`: nothing but what is that department’s. */
export function meantBy(words: string, catalogue: Catalogue, lang: Lang, today: LocalDate, department?: string): Meant {
  const its = (organ: string) => !department || organ === department;
  const items = catalogue.search(words, lang, today).filter(({ item }) => its(item.lead));
  const services = catalogue
    .searchServices(words, lang)
    .filter(({ item }) => its(item.organ))
    .slice(0, BESIDE);
  const bundles = catalogue
    .searchBundles(words, lang)
    .filter(({ item }) => its(item.lead))
    .slice(0, BESIDE);
  return { items, services, bundles, partly: partly([...items, ...services, ...bundles]) };
}
