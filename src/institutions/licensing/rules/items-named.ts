import { type Refusal, reasonFor } from '../../../kernel/decision.ts';
import { refusalWords } from '../words.ts';

const because = reasonFor(refusalWords);
/** So many licences are applied for at once. */
const MOST = 20;

/** What an application names: one item, or those of a bundle. A fault of a field, or why it contradicts itself (P3). */
export function itemsNamed({
  bundle,
  item,
  items,
}: Readonly<Record<string, unknown>>):
  | { readonly named: readonly unknown[] }
  | { readonly refusal: Refusal }
  | { readonly issue: { readonly path: string; readonly code: string } } {
  if (items !== undefined && !Array.isArray(items)) return { issue: { path: 'items', code: 'not-a-list' } };
  if (items !== undefined && item !== undefined) return { refusal: because('item-and-items', { path: 'item' }) };
  if (items !== undefined && !bundle) return { issue: { path: 'bundle', code: 'required' } };
  const named = items ? [...new Set(items as unknown[])] : [item];
  if (bundle && named.length < 3) return { refusal: because('bundle-too-small', { path: 'items' }) };
  if (named.length > MOST) return { refusal: because('too-many-items', { path: 'items', params: { most: MOST, found: named.length } }) };
  return { named };
}
