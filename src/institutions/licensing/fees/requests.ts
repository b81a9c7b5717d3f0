import type { Outcome } from '../../../kernel/matter/engine.ts';
import { fieldsIn } from '../../../platform/http/body.ts';
import { paymentWith } from '../queries/fees.ts';
import type { LicensingDesk } from '../requests.ts';
import { evenReceipt } from '../rules/bills.ts';

/** A payment with the matter that bears its receipt number already this year, where there is one. */
export async function withReceiptUse({ pool, moment }: LicensingDesk, body: unknown): Promise<unknown> {
  const fields = fieldsIn(body);
  if (typeof fields.receipt !== 'string') return body;
  const year = (await moment()).today.slice(0, 4);
  const used = await paymentWith(pool, evenReceipt(fields.receipt.replaceAll('\u0000', '')), Number(year));
  return used ? { ...fields, used } : body;
}

/** Of two at once the database takes one; the other is refused like any that comes later. */
export function receiptTaken(error: unknown): Outcome {
  const { code, constraint } = error as { readonly code?: unknown; readonly constraint?: unknown };
  if (code !== '23505' || constraint !== 'bill_receipt') throw error;
  return { ok: false, refusals: [{ code: 'receipt-used', path: 'receipt', params: { matter: '—' } }] };
}
