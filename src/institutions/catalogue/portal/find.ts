import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { Lang } from '../../../kernel/text.ts';
import { type Catalogue, type Item, partly, type SearchHit, THEME_NAMES } from '../index.ts';
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
  const hits = q ? catalogue.search(q, lang, today) : undefined;
  const items = hits ? hits.map(({ item }) => item) : browsed(ask, catalogue, today);
  const beside = q ? catalogue.searchServices(q, lang).slice(0, BESIDE) : [];
  const together = q ? catalogue.searchBundles(q, lang).slice(0, BESIDE) : [];
  const services = q ? beside.map(({ item }) => item) : servicesOf(ask, catalogue);
  const best = (found: readonly SearchHit<unknown>[] = []) => found[0]?.score ?? 0;
  return {
    title: titleOf(ask, items.length + (q ? services.length + together.length : 0), catalogue),
    items,
    services,
    bundles: together.map(({ item }) => item),
    besideFirst: Math.max(best(beside), best(together)) > best(hits),
    partly: hits && partly([...hits, ...beside, ...together]),
  };
}
/** So many convenience items and bundles stand beside the items found. */
const BESIDE = 5;

function servicesOf({ department }: ItemsAsk, catalogue: Catalogue): ItemsFound['services'] {
  return department ? catalogue.charges().filter((charge) => charge.organ === department && charge.status !== 'stopped') : [];
}

function titleOf({ q, department, theme, audience }: ItemsAsk, n: number, catalogue: Catalogue): ItemsFound['title'] {
  if (q) return n === 1 ? text('found-one', { q }) : text('found-title', { q, n });
  if (department) return text('of-department', { name: catalogue.department(department)?.name ?? { zh: department, en: department } });
  if (theme) return Object.entries(THEME_NAMES).find(([id]) => id === theme)?.[1] ?? text('items-title');
  return audience === 'person' || audience === 'firm' ? text(`audience-${audience}`) : text('all-items');
}
