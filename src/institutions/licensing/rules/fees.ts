import { accept, type Decision, refuser } from '../../../kernel/decision.ts';
import { times } from '../../../kernel/money.ts';
import type { Charge, Item } from '../../catalogue/index.ts';
import { type Ctx, itemOf, type LicensingWorld } from '../permissions.ts';
import type { Inputs } from '../schema.ts';
import { ONCE } from '../words/fees.ts';
import { refusalWords } from '../words.ts';
import { type Bill, dueBills, held, heldBills, meant, orderedBills, unanswered } from './bills.ts';
import type { Licensing, LicensingFact } from './state.ts';

const refuse = refuser(refusalWords);
type Result = Decision<LicensingFact>;

/** Amounts on facts are fen, whole numbers; people speak of yuan. */
export const fen = (yuan: number): number => Math.round(yuan * 100);
export const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** The list names a figure for each square metre, day, ton: it is nothing without how many. Of documents and cases one is meant. */
export const byQuantity = (charge: Figures & Pick<Charge, 'unit'>): boolean => hasFigure(charge) && !ONCE.includes(charge.unit);
type Figures = Pick<Charge, 'amount' | 'least' | 'most'>;
export const hasFigure = ({ amount, least, most }: Figures): boolean => (amount ?? least ?? most) !== undefined;

/** The item's charges that are collected today. */
export const chargesOf = (item: Item, c: { readonly world: LicensingWorld }): readonly Charge[] =>
  item.charges.flatMap((id) => {
    const charge = c.world.catalogue.charge(id);
    return charge && charge.kind === 'charge' && collected(charge) ? [charge] : [];
  });
const collected = (charge: Charge): boolean => charge.status !== 'stopped' && charge.charged && charge.amount !== 0;

/** Of the item's charges, those nobody has answered for on this matter. */
export const openCharges = (s: Licensing, c: { readonly world: LicensingWorld }): readonly string[] =>
  unanswered(
    s,
    chargesOf(itemOf(s, c), c).map(({ id }) => id),
  );

/**
 * By the list, never more and never less (S1-52, S3-51): a fixed charge is its amount × quantity; of a range or of several figures the bill says
 * which, and by what; one without a figure is assessed, and the bill says by what document. Less only by an exemption.
 */
export function bill(s: Licensing, input: Inputs['bill'], c: Ctx): Result {
  const item = itemOf(s, c);
  const charge = c.world.catalogue.charge(input.charge);
  if (!charge || !item.charges.includes(input.charge) || charge.kind !== 'charge')
    return refuse('bill-outside-list', { path: 'charge', params: { charge: input.charge } });
  if (!collected(charge)) return refuse('charge-stopped', { path: 'charge', params: { charge: input.charge } });
  if (input.quantity === undefined && byQuantity(charge))
    return refuse('quantity-needed', { path: 'quantity', params: { charge: charge.id, unit: charge.unit, standard: charge.standard } });
  const quantity = input.quantity ?? 1;
  const standard = times(charge.amount, quantity);
  const least = times(charge.least ?? charge.amount, quantity);
  const most = times(charge.amount ?? charge.most, quantity);
  const amount = input.amount === undefined ? standard : fen(input.amount);
  if (!amount) return refuse('amount-needed', { path: 'amount', params: { charge: charge.id, standard: charge.standard } });
  if (most !== undefined && amount > most) return refuse('above-standard', { path: 'amount', params: { standard: yuan(most) } });
  if (least !== undefined && amount < least) return refuse('below-standard', { path: 'amount', params: { standard: yuan(least) } });
  if (amount !== standard && !input.basis)
    return refuse('assessment-needed', { path: 'basis', params: { charge: charge.id, standard: charge.standard } });
  return accept<LicensingFact>({
    kind: 'billed',
    charge: charge.id,
    quantity,
    amount,
    basis: charge.basis,
    note: input.basis,
  });
}

/** A charge of the item that does not arise in this case: said with its reason, by whoever bills; without one named, all that are open (S1-18). */
export function ruleOut(s: Licensing, input: Inputs['no-charge'], c: Ctx): Result {
  const charges = input.charge === undefined ? openCharges(s, c) : [input.charge];
  return accept<LicensingFact>({ kind: 'charges-ruled-out', charges, reason: input.reason });
}

/** Of several open bills an act says which: the code names them. */
const unsaid = (bills: readonly Bill[]): Result =>
  refuse('charge-needed', { path: 'charge', params: { charges: bills.map(({ charge }) => charge).join(', ') } });

/** One cashier takes it (S3-37). */
export function pay(s: Licensing, input: Inputs['pay'], c: Ctx): Result {
  const bill = meant(dueBills(s), input.charge);
  if (!bill) return unsaid(dueBills(s));
  const { charge, amount } = bill;
  if (fen(input.amount) !== amount) return refuse('amount-differs', { path: 'amount', params: { due: yuan(amount) } });
  const { method, receipt, used } = input;
  if (used) return refuse('receipt-used', { path: 'receipt', params: { matter: used } });
  return accept<LicensingFact>({ kind: 'paid', charge, amount, method, receipt, year: Number(c.today.slice(0, 4)) });
}

/** 免征, or with an amount 减征: that much of the bill falls away, and the rest is paid (S3-44). */
export function exempt(s: Licensing, input: Inputs['exempt'], _c: Ctx): Result {
  const bill = meant(dueBills(s), input.charge);
  if (!bill) return unsaid(dueBills(s));
  const { charge } = bill;
  const { basis: note, reason } = input;
  if (input.amount === undefined) return accept<LicensingFact>({ kind: 'exempted', charge, note, reason });
  const amount = fen(input.amount);
  if (amount <= 0 || amount >= bill.amount) return refuse('reduction-not-part', { path: 'amount', params: { due: yuan(bill.amount) } });
  return accept<LicensingFact>({ kind: 'reduced', charge, amount, note, reason });
}

/** A wrong bill is taken back before it is settled, and another may take its place. */
export function cancelBill(s: Licensing, input: Inputs['cancel-bill'], _c: Ctx): Result {
  const bill = meant(dueBills(s), input.charge);
  if (!bill) return unsaid(dueBills(s));
  return accept<LicensingFact>({ kind: 'bill-cancelled', charge: bill.charge, amount: bill.amount, reason: input.reason });
}

/** In one sum or in parts, never more than is held of that charge (S3-44). */
export function orderRefund(s: Licensing, input: Inputs['order-refund'], _c: Ctx): Result {
  const bill = meant(heldBills(s), input.charge);
  if (!bill) return unsaid(heldBills(s));
  const paid = held(bill);
  if (fen(input.amount) > paid || input.amount <= 0) return refuse('refund-above-paid', { path: 'amount', params: { paid: yuan(paid) } });
  if (bill.ordered?.amount === fen(input.amount) && bill.ordered.reason === input.reason)
    return refuse('refund-ordered-already', { params: { amount: yuan(bill.ordered.amount) } });
  return accept<LicensingFact>({ kind: 'refund-ordered', charge: bill.charge, amount: fen(input.amount), reason: input.reason });
}

/** An order that was a mistake is taken back, while nothing was paid out on it (S1-46, S3-44). */
export function withdrawRefundOrder(s: Licensing, input: Inputs['withdraw-refund-order'], _c: Ctx): Result {
  const bill = meant(orderedBills(s), input.charge);
  if (!bill?.ordered) return unsaid(orderedBills(s));
  const { amount } = bill.ordered;
  return accept<LicensingFact>({ kind: 'refund-order-withdrawn', charge: bill.charge, amount, reason: input.reason });
}

/** The cashier pays out what was ordered, neither more nor less. */
export function refund(s: Licensing, input: Inputs['refund'], _c: Ctx): Result {
  const bill = meant(orderedBills(s), input.charge);
  if (!bill?.ordered) return unsaid(orderedBills(s));
  const { amount, reason } = bill.ordered;
  if (fen(input.amount) !== amount) return refuse('refund-differs', { path: 'amount', params: { ordered: yuan(amount) } });
  return accept<LicensingFact>({ kind: 'refunded', charge: bill.charge, amount, reason });
}
