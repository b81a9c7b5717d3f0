import { addDays } from '../../kernel/clock/index.ts';
import type { LocalDate } from '../../kernel/clock/types.ts';
import type { Sourced } from '../../kernel/text.ts';
import type { Catalogue } from './catalogue.ts';
import type { Item, Limit } from './types.ts';

/** What one version of an item costs whoever applies, as its guide says it; each number with its mark (S1-53). */
export interface Measures {
  /** The lead's step and one for each assisting organ. */
  readonly steps: Sourced<number>;
  /** Until the decision, where it is known by which authority table. */
  readonly signatures?: Sourced<number>;
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
export const MEASURES = [
  'steps',
  'signatures',
  'papers',
  'handedIn',
  'essential',
  'visits',
  'promised',
  'legal',
] as const satisfies readonly Measure[];

type Tables = Pick<Catalogue, 'authority' | 'authorityDays'>;

export function measuresOf(item: Item, signatures?: number): Measures {
  const { assists, materials, visits, promised, legal } = item;
  const papers = materials.value;
  const counted = (of: Sourced<unknown>, value: number): Sourced<number> => ({ value, confidence: of.confidence });
  return {
    steps: counted(assists, 1 + assists.value.length),
    ...(signatures !== undefined && { signatures: counted(assists, signatures) }),
    papers: counted(materials, papers.length),
    handedIn: counted(materials, papers.filter(({ source }) => source === 'applicant').length),
    essential: counted(materials, papers.filter(({ essential }) => essential).length),
    visits,
    ...(promised && { promised }),
    ...(legal && { legal }),
  };
}

/**
 * Signatures until the decision, by the authority table of that day (the last one without a day): three or one for each step (P7), and the
 * decision's own.
 */
export function signaturesOf(item: Item, catalogue: Pick<Catalogue, 'authority'>, on?: LocalDate): number {
  const ofStep = (step: 'lead' | 'assist') => (catalogue.authority(item, 'approve', { step, on })?.signatures === 'one' ? 1 : 3);
  return ofStep('lead') + item.assists.value.length * ofStep('assist') + 1;
}

/** Signatures by the table before the one of that day; undefined where it is the first. */
export function signaturesBefore(item: Item, tables: Tables, today: LocalDate): number | undefined {
  const since = tables.authorityDays().findLast((day) => day <= today);
  return since && signaturesOf(item, tables, addDays(since, -1));
}

/** One measure before and after, where either is told. `difference` (after less before) only where both are told, in one unit. */
export interface Compared {
  readonly measure: Measure;
  readonly before?: Sourced<number | Limit>;
  readonly after?: Sourced<number | Limit>;
  readonly difference?: number;
}

export const compared = (was: Measures, is: Measures): readonly Compared[] =>
  MEASURES.flatMap((measure) => {
    const [a, b] = [was[measure], is[measure]];
    if (!a && !b) return [];
    const difference = a && b && unitOf(a.value) === unitOf(b.value) ? amountOf(b.value) - amountOf(a.value) : undefined;
    return [{ measure, ...(a && { before: a }), ...(b && { after: b }), ...(difference !== undefined && { difference }) }];
  });

const unitOf = (value: number | Limit): string => (typeof value === 'number' ? '' : value.unit);
const amountOf = (value: number | Limit): number => (typeof value === 'number' ? value : value.amount);

/** A day on which the procedure changed: by a new version of the item, by another authority table, or by both. */
export interface Change {
  readonly before: Item;
  readonly after: Item;
  readonly since: LocalDate;
  readonly was: Measures;
  readonly is: Measures;
}

/**
 * What changed an item's steps, signatures, papers, visits or days by that day, the newest first (S1-12, S1-53). A version that only changed
 * words is passed over, and so is one that was replaced on the very day it began: it never held.
 */
export function changesOf(versions: readonly Item[], today: LocalDate, tables: Tables): readonly Change[] {
  const held = heldVersions(versions, today);
  const first = held[0]?.validFrom ?? today;
  const days = new Set([
    ...held.slice(1).map(({ validFrom }) => validFrom),
    ...tables.authorityDays().filter((day) => day > first && day <= today),
  ]);
  return [...days]
    .sort()
    .map((since): Change => {
      const [eve, on] = [addDays(since, -1), since];
      const of = (day: LocalDate) => held.findLast(({ validFrom }) => validFrom <= day)!;
      const [before, after] = [of(eve), of(on)];
      const [was, is] = [measuresOf(before, signaturesOf(before, tables, eve)), measuresOf(after, signaturesOf(after, tables, on))];
      return { before, after, since, was, is };
    })
    .filter(({ was, is }) => compared(was, is).some(({ difference }) => difference !== 0))
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
