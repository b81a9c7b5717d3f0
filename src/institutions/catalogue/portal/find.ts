import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Lang } from '../../../kernel/text.ts';
import { meantBy } from '../found.ts';
import { type Catalogue, type Item, type SearchHit, THEME_NAMES } from '../index.ts';
import type { ItemsAsk, ItemsFound } from './items.page.tsx';
import { text } from './parts.tsx';

export const AUDIENCES: readonly string[] = ['person', 'firm'];
type Asked = Pick<ItemsAsk, 'q' | 'department' | 'theme' | 'audience'>;

/** Items by everyday words, else of a department, a theme or for whom; nothing asked: all in force. */
export function itemsAsked({ q, department, theme, audience }: Asked, catalogue: Catalogue, today: LocalDate, lang: Lang): readonly Item[] {
  if (q) return catalogue.search(q, lang, today).map((hit) => hit.item);
  return browsed({ department, theme, audience }, catalogue, today);
}

function browsed({ department, theme, audience }: Omit<Asked, 'q'>, catalogue: Catalogue, today: LocalDate): readonly Item[] {
  if (department) return catalogue.byDepartment(department, today);
  if (theme) return catalogue.byTheme(theme as never, today);
  return audience && AUDIENCES.includes(audience) ? catalogue.byAudience(audience as never, today) : catalogue.items(today);
}

/** What was asked for, with its heading; nothing asked: undefined. */
export function find(ask: ItemsAsk, catalogue: Catalogue, today: LocalDate, lang: Lang): ItemsFound | undefined {
  const { q, department, theme, audience } = ask;
  const known = q || department || theme || (audience && AUDIENCES.includes(audience)) || ask.all;
  if (!known) return undefined;
  const meant = q ? meantBy(q, catalogue, lang, today) : undefined;
  if (!meant) {
    const items = browsed(ask, catalogue, today);
    return { title: titleOf(ask, items.length, catalogue), items, services: servicesOf(ask, catalogue), bundles: [], besideFirst: false };
  }
  const plain = <T>(hits: readonly SearchHit<T>[]) => hits.map(({ item }) => item);
  const best = (hits: readonly SearchHit<unknown>[]) => hits[0]?.score ?? 0;
  const { items, services, bundles, partly } = meant;
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
  if (q) return n === 1 ? text('found-one', { q }) : text('found-title', { q, n });
  if (department) return text('of-department', { name: catalogue.department(department)?.name ?? { zh: department, en: department } });
  if (theme) return Object.entries(THEME_NAMES).find(([id]) => id === theme)?.[1] ?? text('items-title');
  return audience === 'person' || audience === 'firm' ? text(`audience-${audience}`) : text('all-items');
}
