import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Lang } from '../../../kernel/text.ts';
import { meantBy } from '../found.ts';
import { type Catalogue, type Item, type SearchHit, THEME_NAMES } from '../index.ts';
import type { ItemsAsk, ItemsFound } from './items.page.tsx';
import { text } from './parts.tsx';

export const AUDIENCES: readonly string[] = ['person', 'firm'];
type Asked = Pick<ItemsAsk, 'q' | 'department' | 'theme' | 'audience'>;

/** Items by everyday words, of a department, of a theme, for whom: all that is asked holds; nothing asked: all in force. */
export function itemsAsked({ q, ...ask }: Asked, catalogue: Catalogue, today: LocalDate, lang: Lang): readonly Item[] {
  const within = browsed(ask, catalogue, today);
  if (!q) return within;
  const ids = new Set(within.map(({ id }) => id));
  return catalogue.search(q, lang, today).flatMap(({ item }) => (ids.has(item.id) ? [item] : []));
}

function browsed({ department, theme, audience }: Omit<Asked, 'q'>, catalogue: Catalogue, today: LocalDate): readonly Item[] {
  const lists = [
    ...(department ? [catalogue.byDepartment(department, today)] : []),
    ...(theme ? [catalogue.byTheme(theme as never, today)] : []),
    ...(audience && AUDIENCES.includes(audience) ? [catalogue.byAudience(audience as never, today)] : []),
  ];
  return lists.reduce((all, list) => all.filter(({ id }) => list.some((one) => one.id === id)), catalogue.items(today));
}

/** What was asked for, with its heading; nothing asked: undefined. */
export function find(ask: ItemsAsk, catalogue: Catalogue, today: LocalDate, lang: Lang): ItemsFound | undefined {
  const { q, department, theme, audience } = ask;
  const known = q || department || theme || (audience && AUDIENCES.includes(audience)) || ask.all;
  if (!known) return undefined;
  const meant = q ? meantBy(q, catalogue, lang, today, department) : undefined;
  if (!meant) {
    const items = browsed(ask, catalogue, today);
    return { title: titleOf(ask, items.length, catalogue), items, services: servicesOf(ask, catalogue), bundles: [], besideFirst: false };
  }
  const plain = <T>(hits: readonly SearchHit<T>[]) => hits.map(({ item }) => item);
  const best = (hits: readonly SearchHit<unknown>[]) => hits[0]?.score ?? 0;
  const { services, bundles, partly } = meant;
  const within = new Set(browsed(ask, catalogue, today).map(({ id }) => id));
  const items = meant.items.filter(({ item }) => within.has(item.id));
  return {
    title: titleOf(ask, items.length + services.length + bundles.length, catalogue),
    ...{ items: plain(items), services: plain(services), bundles: plain(bundles), partly },
    besideFirst: Math.max(best(services), best(bundles)) > best(items),
  };
}

function servicesOf({ department }: ItemsAsk, catalogue: Catalogue): ItemsFound['services'] {
  return department ? catalogue.charges().filter((charge) => charge.organ === department && charge.status !== 'stopped') : [];
}

function titleOf({ q, department, theme, audience }: ItemsAsk, n: number, catalogue: Catalogue): ItemsFound['title'] {
  const name = department ? (catalogue.department(department)?.name ?? { zh: department, en: department }) : undefined;
  if (q && name) return text('found-of', { q, n, name });
  if (q) return n === 1 ? text('found-one', { q }) : text('found-title', { q, n });
  if (name) return text('of-department', { name });
  if (theme) return Object.entries(THEME_NAMES).find(([id]) => id === theme)?.[1] ?? text('items-title');
  return audience === 'person' || audience === 'firm' ? text(`audience-${audience}`) : text('all-items');
}
