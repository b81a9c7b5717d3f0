import { accept, type Decision, refuser } from '../../../kernel/decision.ts';
import type { Charge, Item } from '../../catalogue/index.ts';
import { type Ctx, itemOf } from '../permissions.ts';
import type { Inputs } from '../schema.ts';
import { refusalWords } from '../words.ts';
import { type Bill, dueBills, held, heldBills, meant } from './bills.ts';
import type { Licensing, LicensingFact } from './state.ts';

const refuse = refuser(refusalWords);
type Result = Decision<LicensingFact>;

/** Amounts on facts are fen, whole numbers; people speak of yuan. */
export const fen = (yuan: number): number => Math.round(yuan * 100);
export const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** The item's charges that are collected today. */
export const chargesOf = (item: Item, c: Ctx): readonly Charge[] =>
  item.charges.flatMap((id) => {
    const charge = c.world.catalogue.charge(id);
    return charge && charge.kind === 'charge' && collected(charge) ? [charge] : [];
  });
const collected = (charge: Charge): boolean => charge.status !== 'stopped' && charge.charged && charge.amount !== 0;

/** From the list, never more (S1-52, S3-51). A fixed charge is its amount × quantity; one without a figure is assessed, and the bill says by what. */
export function bill(s: Licensing, input: Inputs['bill'], c: Ctx): Result {
  const item = itemOf(s, c);
  const charge = c.world.catalogue.charge(input.charge);
  if (!charge || !item.charges.includes(input.charge) || charge.kind !== 'charge')
    return refuse('bill-outside-list', { path: 'charge', params: { charge: input.charge } });
  if (!collected(charge)) return refuse('charge-stopped', { path: 'charge', params: { charge: input.charge } });
  // Never more than the list: a part of a fen falls away.
  const standard = charge.amount === undefined ? undefined : Math.floor(Math.round(charge.amount * input.quantity * 1000) / 1000);
  const amount = input.amount === undefined ? standard : fen(input.amount);
  if (!amount) return refuse('amount-needed', { path: 'amount', params: { charge: charge.id, standard: charge.standard } });
  if (standard === undefined && !input.basis)
    return refuse('assessment-needed', { path: 'basis', params: { charge: charge.id, standard: charge.standard } });
  if (standard !== undefined && amount > standard)
    return refuse('above-standard', { path: 'amount', params: { standard: yuan(standard) } });
  return accept<LicensingFact>({
    kind: 'billed',
    charge: charge.id,
    quantity: input.quantity,
    amount,
    basis: charge.basis,
    note: input.basis,
  });
}

/** Of several open bills an act says which: the code names them. */
const unsaid = (bills: readonly Bill[]): Result =>
  refuse('charge-needed', { path: 'charge', params: { charges: bills.map(({ charge }) => charge).join(', ') } });

/** One cashier takes it (S3-37). */
export function pay(s: Licensing, input: Inputs['pay'], _c: Ctx): Result {
  const bill = meant(dueBills(s), input.charge);
  if (!bill) return unsaid(dueBills(s));
  const { charge, amount } = bill;
  if (fen(input.amount) !== amount) return refuse('amount-differs', { path: 'amount', params: { due: yuan(amount) } });
  return accept<LicensingFact>({ kind: 'paid', charge, amount, method: input.method, receipt: input.receipt });
}

export function exempt(s: Licensing, input: Inputs['exempt'], _c: Ctx): Result {
  const bill = meant(dueBills(s), input.charge);
  if (!bill) return unsaid(dueBills(s));
  return accept<LicensingFact>({ kind: 'exempted', charge: bill.charge, note: input.basis, reason: input.reason });
}

/** A wrong bill is taken back before it is settled, and another may take its place. */
export function cancelBill(s: Licensing, input: Inputs['cancel-bill'], _c: Ctx): Result {
  const bill = meant(dueBills(s), input.charge);
  if (!bill) return unsaid(dueBills(s));
  return accept<LicensingFact>({ kind: 'bill-cancelled', charge: bill.charge, amount: bill.amount, reason: input.reason });
}

/** In one sum or in parts, never more than is held of that charge (S3-44). */
export function refund(s: Licensing, input: Inputs['refund'], _c: Ctx): Result {
  const bill = meant(heldBills(s), input.charge);
  if (!bill) return unsaid(heldBills(s));
  const paid = held(bill);
  if (fen(input.amount) > paid || input.amount <= 0) return refuse('refund-above-paid', { path: 'amount', params: { paid: yuan(paid) } });
  return accept<LicensingFact>({ kind: 'refunded', charge: bill.charge, amount: fen(input.amount), reason: input.reason });
}
