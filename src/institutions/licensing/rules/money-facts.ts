/**
 * What happens to the money of a matter. Amounts are fen. `charge`: which charge of the list; absent in what earlier releases stored, where
 * there was one bill.
 */
export type MoneyFact =
  | {
      readonly kind: 'billed';
      readonly charge: string;
      readonly quantity: number;
      readonly amount: number;
      /** The charge's own, from the list; `note`: how the amount was assessed, or which of the list's figures it is. */
      readonly basis: string;
      readonly note?: string;
    }
  /** Said with a reason: these charges of the item do not arise in this case. */
  | { readonly kind: 'charges-ruled-out'; readonly charges: readonly string[]; readonly reason: string }
  /** `year`: in which the receipt is given once; earlier releases did not ask. */
  | {
      readonly kind: 'paid';
      readonly charge?: string;
      readonly amount: number;
      readonly method: string;
      readonly receipt: string;
      readonly year?: number;
    }
  | { readonly kind: 'exempted'; readonly charge?: string; readonly note: string; readonly reason: string }
  /** 减征: so much less is due. */
  | { readonly kind: 'reduced'; readonly charge: string; readonly amount: number; readonly note: string; readonly reason: string }
  /** A head orders it, and the cashier pays it out: two people (P15). An order that was not carried out falls with the next. */
  | { readonly kind: 'refund-ordered'; readonly charge: string; readonly amount: number; readonly reason: string }
  /** The order is taken back before it is paid out; `reason`: of the withdrawal. */
  | { readonly kind: 'refund-order-withdrawn'; readonly charge: string; readonly amount: number; readonly reason: string }
  | { readonly kind: 'refunded'; readonly charge?: string; readonly amount: number; readonly reason: string }
  | { readonly kind: 'bill-cancelled'; readonly charge?: string; readonly amount: number; readonly reason: string };
