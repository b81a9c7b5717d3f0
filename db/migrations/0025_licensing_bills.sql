-- A bill made by mistake is cancelled while it is due, and another may take its place.
ALTER DOMAIN licensing.bill_state DROP CONSTRAINT bill_state_check;
ALTER DOMAIN licensing.bill_state ADD CONSTRAINT bill_state_check CHECK (VALUE IN ('due', 'paid', 'exempted', 'refunded', 'cancelled'));

-- Money goes back in parts, each on a day of its own: a day once reconciled never changes.
CREATE TABLE licensing.refund (
  matter text NOT NULL,
  seq    integer NOT NULL,
  charge text NOT NULL,
  organ  text NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  on_day date NOT NULL,
  PRIMARY KEY (matter, seq)
);
COMMENT ON COLUMN licensing.refund.amount IS 'fen (0.01 yuan)';
CREATE INDEX refund_day ON licensing.refund (on_day);
GRANT SELECT, INSERT, UPDATE, DELETE ON licensing.refund TO banjie_app;

-- Until now a bill was refunded once.
INSERT INTO licensing.refund (matter, seq, charge, organ, amount, on_day)
  SELECT b.matter, f.seq, b.charge, b.organ, b.refunded, b.refunded_on
    FROM licensing.bill b JOIN journal.fact f ON f.matter = b.matter AND f.kind = 'refunded'
   WHERE b.refunded_on IS NOT NULL;
