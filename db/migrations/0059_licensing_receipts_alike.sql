-- A receipt's number as it is compared: without signs that are not seen (Cf), each dash a hyphen. Where two payments of a year would then have
-- one number, both keep what they have: they stand in the records, and nobody's payment is undone.
CREATE FUNCTION licensing.even_receipt(receipt text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(regexp_replace(receipt,
    '[\u00AD\u0600-\u0605\u061C\u06DD\u070F\u0890\u0891\u08E2\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]', '', 'g'),
    '[\u058A\u05BE\u1400\u1806\u2010-\u2015\u2212\u2E17\u2E1A\u2E3A\u2E3B\u2E40\u2E5D\u301C\u3030\u30A0]', '-', 'g') $$;
UPDATE licensing.bill b SET receipt = licensing.even_receipt(receipt)
 WHERE receipt <> licensing.even_receipt(receipt)
   AND NOT EXISTS (SELECT 1 FROM licensing.bill o WHERE o.receipt_year = b.receipt_year AND (o.matter, o.charge) <> (b.matter, b.charge)
                      AND licensing.even_receipt(o.receipt) = licensing.even_receipt(b.receipt));
DROP FUNCTION licensing.even_receipt(text);
