import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Sourced } from '../../kernel/text.ts';
import type { Catalogue } from './catalogue.ts';
import type { Item, Limit } from './types.ts';

/** What one version of an item costs whoever applies, as its guide says it; each number with its mark (S1-53). */
export interface Measures {
  /** The lead's step and one for each assisting organ. */
  readonly steps: Sourced<number>;
  /** All papers of the item, whatever the case. */
  readonly papers: Sourced<number>;
  /** Of these: handed in by the applicant, rather than shared between organs or issued by the government. */
  readonly handedIn: Sourced<number>;
  /** Of these papers: those without which nothing begins (P5). */
  readonly essential: Sourced<number>;
  readonly visits: Sourced<number>;
  readonly promised?: Sourced<Limit>;
  readonly legal?: Sourced<Limit>;
}
export type Measure = keyof Measures;
export const MEASURES = ['steps', 'papers', 'handedIn', 'essential', 'visits', 'promised', 'legal'] as const satisfies readonly Measure[];

export function measuresOf({ assists, materials, visits, promised, legal }: Item): Measures {
  const papers = materials.value;
  const counted = (of: Sourced<unknown>, value: number): Sourced<number> => ({ value, confidence: of.confidence });
  return {
    steps: counted(assists, 1 + assists.value.length),
    papers: counted(materials, papers.length),
    handedIn: counted(materials, papers.filter(({ source }) => source === 'applicant').length),
    essential: counted(materials, papers.filter(({ essential }) => essential).length),
    visits,
    ...(promised && { promised }),
    ...(legal && { legal }),
  };
}

/**
 * Signatures until the decision, by the authority table in force: three or one for each step (P7), and the decision's own.
 * Only of today: the table keeps no version beside each item's.
 */
export function signaturesOf(item: Item, catalogue: Pick<Catalogue, 'authority'>): number {
  const ofStep = (step: 'lead' | 'assist') => (catalogue.authority(item, 'approve', { step })?.signatures === 'one' ? 1 : 3);
  return ofStep('lead') + item.assists.value.length * ofStep('assist') + 1;
}

/** One measure before and after, where either is told. `difference` (after less before) only where both are told, in one unit. */
export interface Compared {
  readonly measure: Measure;
  readonly before?: Sourced<number | Limit>;
  readonly after?: Sourced<number | Limit>;
  readonly difference?: number;
}

export const compared = (before: Item, after: Item): readonly Compared[] => {
  const [was, is] = [measuresOf(before), measuresOf(after)];
  return MEASURES.flatMap((measure) => {
    const [a, b] = [was[measure], is[measure]];
    if (!a && !b) return [];
    const difference = a && b && unitOf(a.value) === unitOf(b.value) ? amountOf(b.value) - amountOf(a.value) : undefined;
    return [{ measure, ...(a && { before: a }), ...(b && { after: b }), ...(difference !== undefined && { difference }) }];
  });
};

const unitOf = (value: number | Limit): string => (typeof value === 'number' ? '' : value.unit);
const amountOf = (value: number | Limit): number => (typeof value === 'number' ? value : value.amount);

/** A version that changed the procedure, and the one it replaced. */
export interface Change {
  readonly before: Item;
  readonly after: Item;
}

/**
 * What changed an item's steps, papers, visits or days by that day, the newest first (S1-12, S1-53). A version that only changed words
 * is passed over, and so is one that was replaced on the very day it began: it never held.
 */
export function changesOf(versions: readonly Item[], today: LocalDate): readonly Change[] {
  const held = heldVersions(versions, today);
  return held
    .slice(1)
    .map((after, i): Change => ({ before: held[i]!, after }))
    .filter(({ before, after }) => compared(before, after).some(({ difference }) => difference !== 0))
    .reverse();
}

/** First and last day of each version that held by that day; both count, and the one that holds now is open. */
export interface Span {
  readonly version: number;
  readonly from: LocalDate;
  /** First day on which it no longer held. */
  readonly until?: LocalDate;
}

export const spansOf = (versions: readonly Item[], today: LocalDate): readonly Span[] => {
  const held = heldVersions(versions, today);
  return held.map(({ version, validFrom }, i) => ({ version, from: validFrom, ...(held[i + 1] && { until: held[i + 1]!.validFrom }) }));
};

const heldVersions = (versions: readonly Item[], today: LocalDate): readonly Item[] =>
  versions.filter(({ validFrom }, i) => validFrom <= today && versions[i + 1]?.validFrom !== validFrom);
