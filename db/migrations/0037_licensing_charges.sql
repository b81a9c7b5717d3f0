-- Several charges of the list on one matter, each a bill by itself.
ALTER TABLE licensing.bill DROP CONSTRAINT bill_pkey;
ALTER TABLE licensing.bill ADD PRIMARY KEY (matter, charge);
COMMENT ON TABLE licensing.bill IS 'A charge of the list as it was last billed on a matter.';

-- A cancelled bill gave up its row to the one that took its place; where that was of another charge, it has a row of its own again.
INSERT INTO licensing.bill (matter, item, organ, charge, amount, state, billed_on, refunded)
  SELECT DISTINCT ON (b.matter, f.body::json ->> 'charge') b.matter, b.item, b.organ, f.body::json ->> 'charge',
         (f.body::json ->> 'amount')::bigint, 'cancelled', (f.at AT TIME ZONE 'Asia/Shanghai')::date, 0
    FROM licensing.bill b JOIN journal.fact f ON f.matter = b.matter AND f.kind = 'billed' AND f.body::json ->> 'charge' <> b.charge
   ORDER BY b.matter, f.body::json ->> 'charge', f.seq DESC
  ON CONFLICT (matter, charge) DO NOTHING;
