import type { Act, AuthorityRow, Fault, Item } from './types.ts';
import { ACTS } from './types.ts';
import { fault } from './words.ts';

export interface AuthorityAsk {
  readonly act: Act;
  /** The step of an assisting organ rather than the lead's. */
  readonly step?: 'lead' | 'assist';
  /** In fen, where the table distinguishes by amount. */
  readonly amount?: number;
}

/** What an authority row is about: an item, or a bundle by the word `bundle`. */
export type Subject = Pick<Item, 'id' | 'lead' | 'highRisk' | 'handling'> | 'bundle';

/**
 * The row that holds (P7): the most specific; among those, the lowest amount that covers the matter.
 * Deny by default: no row, or a row without roles, empowers nobody.
 */
export function authorityFor(
  rows: readonly AuthorityRow[],
  subject: Subject,
  { act, step = 'lead', amount }: AuthorityAsk,
): AuthorityRow | undefined {
  const fitting = rows
    .filter((row) => row.act === act && rank(row.item, subject) > 0)
    .filter((row) => row.upTo === undefined || (amount !== undefined && amount <= row.upTo));
  const ofAssist = fitting.filter((row) => row.step === 'assist');
  const candidates = step === 'assist' && ofAssist.length > 0 ? ofAssist : fitting.filter((row) => row.step === undefined);

  return candidates.reduce<AuthorityRow | undefined>((best, row) => {
    if (!best) return row;
    const by = rank(row.item, subject) - rank(best.item, subject);
    return by > 0 || (by === 0 && (row.upTo ?? Number.POSITIVE_INFINITY) < (best.upTo ?? Number.POSITIVE_INFINITY)) ? row : best;
  }, undefined);
}

/** 0: does not fit; higher: more specific. */
function rank(pattern: string, subject: Subject): number {
  if (subject === 'bundle') return pattern === 'class:bundle' ? 4 : 0;
  if (pattern === subject.id) return 5;
  if (pattern === 'class:high-risk') return subject.highRisk.value ? 4 : 0;
  if (pattern === 'class:on-the-spot') return subject.handling === 'on-the-spot' ? 3 : 0;
  if (pattern === `${subject.lead}-*`) return 2;
  return pattern === '*' ? 1 : 0;
}

/** A row about nothing, an act nobody may do. */
export function authorityFaults(rows: readonly AuthorityRow[], items: readonly Item[]): Fault[] {
  const ids = new Set(items.map(({ id }) => id));
  const leads = new Set(items.map(({ lead }) => `${lead}-*`));
  const unknown = rows.filter(({ item }) => item !== '*' && !item.startsWith('class:') && !ids.has(item) && !leads.has(item));
  const missing = ACTS.filter((act) => !rows.some((row) => row.act === act && row.item === '*' && row.step === undefined));
  return [
    ...unknown.map(({ item }) => fault(item, 'unknown-item', { value: item })),
    ...(rows.length > 0 ? missing.map((act) => fault('', 'act-without-authority', { value: act })) : []),
  ];
}
