import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Sourced } from '../../kernel/text.ts';
import type { Catalogue } from './catalogue.ts';
import { measuresOf, signaturesOf } from './measures.ts';
import type { Item } from './types.ts';

export const WEIGHED = ['steps', 'signatures', 'papers'] as const;
export type Weighed = (typeof WEIGHED)[number];

/** An item that asks for more than the others of its handling type. */
export interface StandOut {
  readonly item: Item;
  readonly weights: Readonly<Record<Weighed, Sourced<number>>>;
  /** In what it stands out; half of its kind have no more than `median`, and up to `bound` is usual. */
  readonly out: readonly { readonly weighed: Weighed; readonly median: number; readonly bound: number }[];
}

/**
 * Items whose steps, signatures or papers stand out from those of the same handling type (S1-55): above the third quartile by more than
 * one and a half times the interquartile range; as all are whole numbers, at least one more than the median. The furthest beyond first.
 */
export function standOuts(items: readonly Item[], catalogue: Pick<Catalogue, 'authority'>, on?: LocalDate): readonly StandOut[] {
  const weighed = items.map((item) => ({ item, weights: weightsOf(item, catalogue, on) }));
  const kinds = new Map(
    [...new Set(items.map(({ handling }) => handling))].map((kind) => [
      kind,
      usualOf(weighed.filter(({ item }) => item.handling === kind).map(({ weights }) => weights)),
    ]),
  );
  return weighed
    .map(({ item, weights }) => ({
      item,
      weights,
      out: kinds.get(item.handling)!.filter(({ weighed: of, bound }) => weights[of].value > bound),
    }))
    .filter(({ out }) => out.length > 0)
    .sort((a, b) => beyond(b) - beyond(a) || (a.item.id < b.item.id ? -1 : 1));
}

const beyond = ({ weights, out }: StandOut): number => out.reduce((sum, { weighed, bound }) => sum + weights[weighed].value - bound, 0);

function weightsOf(item: Item, catalogue: Pick<Catalogue, 'authority'>, on?: LocalDate): StandOut['weights'] {
  const { steps, papers } = measuresOf(item);
  return { steps, papers, signatures: { ...steps, value: signaturesOf(item, catalogue, on) } };
}

const usualOf = (alike: readonly StandOut['weights'][]): StandOut['out'] =>
  WEIGHED.map((weighed) => {
    const sorted = alike.map((weights) => weights[weighed].value).sort((a, b) => a - b);
    const third = quantile(sorted, 0.75);
    return { weighed, median: quantile(sorted, 0.5), bound: third + 1.5 * (third - quantile(sorted, 0.25)) };
  });

/** Of sorted numbers, between neighbours in proportion, as PostgreSQL's `percentile_cont`. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return low + (high - low) * (at - Math.floor(at));
}
