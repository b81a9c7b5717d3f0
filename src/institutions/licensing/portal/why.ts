import type { Basis, Clock } from '../../../kernel/clock/types.ts';
import type { Text } from '../../../kernel/text.ts';
import { listedBasis, type OwnBasis } from '../../../pictures/basis.ts';
import { restsOn, termHref, type WhyDateInput } from '../../../portal/index.ts';
import { type Case, stopsFor } from './case.ts';
import { words } from './track/words.ts';

/** A date, and all that its reason is told from: the same to the applicant, to officers and on paper. */
export interface ClockWhy extends Omit<WhyDateInput, 'lang' | 'detail' | 'sense'> {
  readonly zero: Text;
  readonly basis: Basis;
  readonly stops: NonNullable<WhyDateInput['stops']>;
  /** Where the limit stands in the law book. */
  readonly law: string;
}

export function whyOf(c: Case, clock: Clock): ClockWhy {
  const { law, calendar } = c.moment;
  const term = law.find(clock.term);
  // A promise rests on the item's own guide, not on the statute.
  const promised: Basis = { law: words['pledge-law'], article: c.item.id, mark: 'V' };
  const own = clock.kind === 'legal' && term && (term.amount !== clock.amount || term.unit !== clock.unit);
  return {
    clock,
    zero: zeroOf(clock),
    basis: clock.kind === 'promised' ? promised : (term?.basis ?? promised),
    law: term ? termHref(term) : '/law',
    ...(own && { own: ownBasis(c) }),
    ...(term?.extension && { extension: term.extension }),
    stops: stopsFor(c, clock),
    ...restsOn(clock, calendar),
  };
}

/** No surer than either the basis or the limit of its case. */
function ownBasis({ item, s }: Case): OwnBasis {
  const limit = item.cases.value.find(({ id }) => id === s.case)?.legal ?? item.legal;
  const sure = [item.basis.confidence, limit?.confidence];
  return {
    basis: listedBasis(item.basis.value),
    confidence: (['illustrative', 'known'] as const).find((one) => sure.includes(one)) ?? 'verified',
  };
}

function zeroOf(clock: Clock): Text {
  if (clock.assumedZero) return words['zero-assumed'];
  if (clock.kind === 'acceptance') return words['zero-received'];
  if (clock.kind === 'notice') return words['zero-notice'];
  if (clock.kind === 'delivery') return words['zero-decided'];
  return words[clock.kind === 'arbitration' ? 'zero-dispute' : 'zero-accepted'];
}
