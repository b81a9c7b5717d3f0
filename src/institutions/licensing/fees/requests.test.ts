import { expect, test } from 'vitest';
import { receiptTaken } from './requests.ts';

test('[P15] of two payments with one receipt number at once the later is refused with the field; any other error stays one', () => {
  const refused = receiptTaken({ code: '23505', constraint: 'bill_receipt' });
  expect(refused).toEqual({ ok: false, refusals: [{ code: 'receipt-used', path: 'receipt', params: { matter: '—' } }] });
  const others = [{ code: '23505', constraint: 'fact_pkey' }, { code: '23502', constraint: 'bill_receipt' }, new Error('gone')];
  for (const other of others) expect(() => receiptTaken(other)).toThrow();
});
