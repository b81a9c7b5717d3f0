-- A receipt is given once in its year. Its number as it is compared: of one width, without blanks, in capitals.
ALTER TABLE licensing.bill ADD COLUMN receipt text, ADD COLUMN receipt_year int;
COMMENT ON COLUMN licensing.bill.receipt IS 'Number of the receipt of the payment, as it is compared.';
COMMENT ON COLUMN licensing.bill.receipt_year IS 'The year in which it is given once; NULL for payments of releases that did not ask.';
UPDATE licensing.bill b SET receipt = upper(regexp_replace(normalize(f.body::json ->> 'receipt', NFKC), '\s+', '', 'g'))
  FROM journal.fact f
 WHERE b.state IN ('paid', 'refunded') AND f.matter = b.matter AND f.kind = 'paid'
   AND coalesce(f.body::json ->> 'charge', b.charge) = b.charge;
CREATE INDEX bill_of_receipt ON licensing.bill (receipt) WHERE receipt IS NOT NULL;
CREATE UNIQUE INDEX bill_receipt ON licensing.bill (receipt_year, receipt) WHERE receipt_year IS NOT NULL;
