-- What is waived of a bill (减征) stands in the day's account like what is given back: each part on a day of its own.
CREATE TABLE licensing.reduction (
  matter text NOT NULL,
  seq    integer NOT NULL,
  charge text NOT NULL,
  organ  text NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  on_day date NOT NULL,
  PRIMARY KEY (matter, seq)
);
COMMENT ON TABLE licensing.reduction IS 'Parts of bills that were waived before the rest was paid; what was exempted whole is a state of its bill.';
COMMENT ON COLUMN licensing.reduction.amount IS 'fen (0.01 yuan)';
CREATE INDEX reduction_day ON licensing.reduction (on_day);
GRANT SELECT, INSERT, UPDATE, DELETE ON licensing.reduction TO banjie_app;

INSERT INTO licensing.reduction (matter, seq, charge, organ, amount, on_day)
  SELECT f.matter, f.seq, f.body::json ->> 'charge', b.organ, (f.body::json ->> 'amount')::bigint, (f.at AT TIME ZONE 'Asia/Shanghai')::date
    FROM journal.fact f JOIN licensing.bill b ON b.matter = f.matter AND b.charge = f.body::json ->> 'charge'
   WHERE f.kind = 'reduced';

ALTER TABLE licensing.bill ADD COLUMN reduced bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN licensing.bill.reduced IS 'Waived of it so far, in fen; the amount is what is left.';
UPDATE licensing.bill b SET reduced = r.amount
  FROM (SELECT r.matter, r.charge, sum(r.amount) AS amount FROM licensing.reduction r
         WHERE r.seq > (SELECT max(f.seq) FROM journal.fact f
                         WHERE f.matter = r.matter AND f.kind = 'billed' AND f.body::json ->> 'charge' = r.charge)
         GROUP BY r.matter, r.charge) r
 WHERE r.matter = b.matter AND r.charge = b.charge;

DROP INDEX journal.fact_of_money;
CREATE INDEX fact_of_money ON journal.fact (((at AT TIME ZONE 'Asia/Shanghai')::date))
  WHERE kind IN ('billed', 'bill-cancelled', 'paid', 'reduced', 'exempted', 'refunded');
