import type { Clock, Parameter, Term } from '../types.ts';
import { Beside } from './beside.ts';

/** The law and the county's own data as the checker reads them: plain rows, also by ids of earlier releases. */
export interface TermRows {
  find(id: string): Term | undefined;
  readonly parameters: ReadonlyMap<string, Parameter>;
}

/** What a clock of its kind has to run by; without a limit that of the term. */
export interface Ruled {
  readonly term: string;
  readonly limit?: { readonly amount: number; readonly unit: string };
}

/**
 * The term, article, amount, unit and roll of a stored clock beside the law. National law is what stands in `law/`, for what began since
 * it is in force; of an earlier text, and of what the county sets (`law/county/`), no value is kept, so that another one is said and is no fault.
 */
export function besideTerm(clock: Clock, { term: id, limit }: Ruled, law: TermRows): Beside {
  const beside = new Beside();
  const own = law.find(id);
  beside.same('term', law.find(clock.term)?.id ?? clock.term, own?.id ?? id, 'for such a clock the law');
  if (!own) return beside;
  besideBasis(beside, clock.derivation.basis, own, clock.zero);
  const compare = limit ? 'same' : asOf(own, clock.zero);
  const { amount, unit } = limit ?? own;
  beside[compare]('amount', clock.amount, amount, limit ? 'the item' : whose(own));
  beside[compare]('unit', clock.unit, unit, limit ? 'the item' : whose(own));
  beside[asOf(own, clock.zero)]('roll', clock.roll ?? 'none', own.roll, whose(own));
  return beside;
}

/** Law and article as a derivation cites them. Earlier releases cited an item of a first paragraph without the paragraph: 32(4) for 32(1)(4). */
export function besideBasis(beside: Beside, says: unknown, term: Term, begun: string): void {
  const { law, article } = term.basis;
  const before = `${law.zh} ${article.replace(/^(\d+)\(1\)(\(\d+\))$/, '$1$2')}`;
  beside[asOf(term, begun)]('derivation basis', says === before ? `${law.zh} ${article}` : says, `${law.zh} ${article}`, whose(term));
}

/** Binding everywhere, in `law/`; or the county's own. */
export const isNational = ({ basis: { mark } }: Term): boolean => mark === 'V' || mark === 'S';
/** What began before the text of the law that stands here was in force, ran by another that is not kept. */
export const asOf = (term: Term, begun: string): 'same' | 'sameNow' =>
  isNational(term) && begun >= (term.basis.law.since ?? '') ? 'same' : 'sameNow';
export const whose = (term: Term): string => (isNational(term) ? 'the law' : 'the county');
