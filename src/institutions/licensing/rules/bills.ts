import type { LocalDate } from '../../../kernel/clock/types.ts';
import type { FactMeta } from '../../../kernel/matter/types.ts';
import type { MoneyFact } from './money-facts.ts';
import type { Licensing } from './state.ts';
import { union } from './step-turns.ts';

/** A charge of the list as it was billed on the matter: each stands by itself. Amounts are fen. */
export interface Bill {
  readonly charge: string;
  /** What is due or was paid, after any reduction. */
  readonly amount: number;
  /** Waived of it so far (减征). */
  readonly reduced?: number;
  readonly on: LocalDate;
  readonly state: 'due' | 'paid' | 'exempted' | 'refunded' | 'cancelled';
  /** The record that made it. */
  readonly seq: number;
  readonly settled?: LocalDate;
  readonly by?: string;
  /** Of the payment, as it is compared, and the year in which it is given once. */
  readonly receipt?: string;
  readonly year?: number;
  /** Given back so far, and what a head has ordered to be given back. */
  readonly refunded?: number;
  readonly ordered?: { readonly amount: number; readonly by: string; readonly reason: string };
}
type Billed = Pick<Licensing, 'bills'>;
/** What a bill is made, settled or given back by. */
export type FeeFact = Exclude<MoneyFact, { kind: 'charges-ruled-out' }>;

export const dueBills = (s: Billed): readonly Bill[] => s.bills?.filter(({ state }) => state === 'due') ?? [];
/** Something is due: decision, delivery and the clockwork of the desk wait for the last of it. */
export const owes = (s: Billed): boolean => dueBills(s).length > 0;
export const heldBills = (s: Billed): readonly Bill[] => s.bills?.filter((bill) => held(bill) > 0) ?? [];

/** Refunds that wait for the cashier. */
export const orderedBills = (s: Billed): readonly Bill[] => s.bills?.filter(({ ordered }) => ordered !== undefined) ?? [];

/** The number of a receipt as it is compared: what looks alike is alike, so signs that are not seen go and each dash is a hyphen. */
export const evenReceipt = (receipt: string): string =>
  receipt
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]+/gu, '')
    .replace(/[\p{Pd}\u02D7\u2043\u2212\u2500]/gu, '-')
    .toUpperCase();

/** What of a fee is still held. A refund from before parts were counted gave no more back. */
export function held(bill: Bill): number {
  if (bill.state === 'refunded') return bill.refunded === undefined ? 0 : bill.amount - bill.refunded;
  return bill.state === 'paid' ? bill.amount : 0;
}

/** A charge is taken once: it may be billed while it never was, or what was billed was cancelled. */
export const billOf = (s: Billed, charge: string): Bill | undefined => s.bills?.find((bill) => bill.charge === charge);
export const mayBeBilled = (s: Billed, charge: string): boolean => (billOf(s, charge)?.state ?? 'cancelled') === 'cancelled';

/** Of these charges of the item, those nobody has answered for: neither billed nor ruled out (S1-18). */
export const unanswered = (s: Pick<Licensing, 'bills' | 'ruledOut'>, charges: readonly string[] = []): readonly string[] =>
  charges.filter((charge) => mayBeBilled(s, charge) && !s.ruledOut?.includes(charge));

/** Which of these an act is about: that of the charge it names, else the only one; of several none is guessed. */
export const meant = (bills: readonly Bill[], charge: string | undefined): Bill | undefined =>
  charge !== undefined ? bills.find((bill) => bill.charge === charge) : bills.length === 1 ? bills[0] : undefined;

/** The bill a record is about. Earlier releases named no charge: there was one bill, the last that was made. */
export const billOfFact = (s: Billed, { charge }: { readonly charge?: string }): Bill | undefined =>
  charge === undefined ? s.bills?.at(-1) : billOf(s, charge);

/** A bill made, settled, given back, cancelled: folded. */
export function afterFee(state: Licensing, fact: MoneyFact, meta: FactMeta): Licensing {
  if (fact.kind === 'charges-ruled-out') return { ...state, ruledOut: union(state.ruledOut ?? [], fact.charges) };
  if (fact.kind === 'billed') {
    const made: Bill = { charge: fact.charge, amount: fact.amount, on: meta.on, state: 'due', seq: meta.seq };
    const others = <T>(list: readonly T[] | undefined, of: (one: T) => string) => (list ?? []).filter((one) => of(one) !== fact.charge);
    const ruledOut = state.ruledOut && others(state.ruledOut, (charge) => charge);
    return { ...state, ruledOut, bills: [...others(state.bills, ({ charge }) => charge), made] };
  }
  const about = billOfFact(state, fact);
  if (!about) return state;
  return { ...state, bills: state.bills?.map((bill) => (bill === about ? turned(bill, fact, meta) : bill)) };
}

function turned(bill: Bill, fact: Exclude<FeeFact, { kind: 'billed' }>, meta: FactMeta): Bill {
  switch (fact.kind) {
    case 'paid':
      return { ...bill, state: 'paid', settled: meta.on, by: meta.actor, receipt: evenReceipt(fact.receipt), year: fact.year };
    case 'reduced':
      return { ...bill, amount: bill.amount - fact.amount, reduced: (bill.reduced ?? 0) + fact.amount };
    case 'exempted':
      return { ...bill, state: 'exempted', settled: meta.on, by: meta.actor };
    case 'refunded':
      return { ...bill, state: 'refunded', refunded: (bill.refunded ?? 0) + fact.amount, ordered: undefined };
    case 'refund-ordered':
      return { ...bill, ordered: { amount: fact.amount, by: meta.actor, reason: fact.reason } };
    case 'refund-order-withdrawn':
      return { ...bill, ordered: undefined };
    case 'bill-cancelled':
      return { ...bill, state: 'cancelled' };
  }
}
