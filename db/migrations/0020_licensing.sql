-- Licensing: read tables of the licence matter. Derived: only the engine writes them, `banjie rebuild --check` makes them again.
CREATE SCHEMA licensing;
-- No foreign keys to the matter and checks as domains: both cost more than the row, and what is derived is compared as a whole.
CREATE DOMAIN licensing.outcome AS text CHECK (VALUE IN ('granted', 'refused'));
CREATE DOMAIN licensing.standing AS text CHECK (VALUE IN ('valid', 'cancelled', 'revoked'));
CREATE DOMAIN licensing.bill_state AS text CHECK (VALUE IN ('due', 'paid', 'exempted', 'refunded'));

CREATE TABLE licensing.decision (
  matter       text PRIMARY KEY,
  item         text NOT NULL,
  organ        text NOT NULL,
  person       text NOT NULL,
  outcome      licensing.outcome NOT NULL,
  paper        text NOT NULL,
  decided_on   date NOT NULL,
  opened_on    date NOT NULL,
  accepted_on  date,
  promised_due date,
  legal_due    date,
  kept         boolean,
  lawful       boolean,
  decider      text NOT NULL,
  on_the_spot  boolean NOT NULL
);
COMMENT ON COLUMN licensing.decision.kept IS 'Decided by the promised day; null where there is no promise.';
CREATE INDEX decision_day ON licensing.decision (decided_on);
CREATE INDEX decision_item ON licensing.decision (item, decided_on);

CREATE TABLE licensing.licence (
  number     text NOT NULL,
  matter     text NOT NULL,
  item       text NOT NULL,
  organ      text NOT NULL,
  person     text NOT NULL,
  valid_from date NOT NULL,
  valid_to   date,
  state      licensing.standing NOT NULL,
  PRIMARY KEY (number, matter)
);
COMMENT ON TABLE licensing.licence IS 'What each matter did to a licence: granted, renewed or changed it, cancelled it; revoked where it was granted.';
CREATE INDEX licence_matter ON licensing.licence (matter);
CREATE INDEX licence_person ON licensing.licence (person);
CREATE INDEX licence_expiry ON licensing.licence (valid_to) WHERE state = 'valid';

-- How a licence stands: cancelled or revoked wins for good, else what was granted last.
CREATE VIEW licensing.licence_now AS
  SELECT DISTINCT ON (number) number, matter, item, organ, person, valid_from, valid_to, state
    FROM licensing.licence ORDER BY number, (state = 'valid'), valid_from DESC, matter DESC;

CREATE TABLE licensing.bill (
  matter      text PRIMARY KEY,
  item        text NOT NULL,
  organ       text NOT NULL,
  charge      text NOT NULL,
  amount      bigint NOT NULL CHECK (amount > 0),
  state       licensing.bill_state NOT NULL,
  billed_on   date NOT NULL,
  settled_on  date,
  refunded_on date,
  refunded    bigint NOT NULL DEFAULT 0 CHECK (refunded BETWEEN 0 AND amount),
  cashier     text
);
COMMENT ON COLUMN licensing.bill.amount IS 'fen (0.01 yuan)';
COMMENT ON COLUMN licensing.bill.settled_on IS 'Paid or exempted; a later refund has its own day, so that a day once reconciled never changes.';
CREATE INDEX bill_day ON licensing.bill (settled_on);
CREATE INDEX bill_refund_day ON licensing.bill (refunded_on) WHERE refunded_on IS NOT NULL;

CREATE TABLE licensing.breach (
  matter text NOT NULL,
  kind   text NOT NULL,
  item   text NOT NULL,
  organ  text NOT NULL,
  on_day date NOT NULL,
  PRIMARY KEY (matter, kind)
);
CREATE INDEX breach_day ON licensing.breach (on_day);

-- What is open to the public (行政许可法 40): an allow-list. Adding a column to a table publishes nothing.
CREATE VIEW licensing.public_decision AS
  SELECT d.matter, d.item, d.organ, d.paper, d.decided_on, d.opened_on, d.accepted_on, d.promised_due, d.legal_due, d.kept,
         l.number AS licence, l.valid_from, l.valid_to, CASE WHEN l.number IS NOT NULL THEN
           (SELECT n.state FROM licensing.licence_now n WHERE n.number = l.number) END AS state,
         CASE WHEN p.value IS NULL THEN NULL
              WHEN p.value::json ->> 'kind' = 'firm' THEN p.value::json ->> 'name'
              ELSE left(p.value::json ->> 'name', 1) || repeat('*', greatest(char_length(p.value::json ->> 'name') - 1, 1)) END AS holder
    FROM licensing.decision d
    LEFT JOIN licensing.licence l ON l.matter = d.matter
    LEFT JOIN journal.person_data p ON p.person = d.person AND p.key = 'identity:' || d.matter
   WHERE d.outcome = 'granted';
COMMENT ON VIEW licensing.public_decision IS 'Granted decisions. A natural person''s name is masked, a firm''s is shown.';

GRANT USAGE ON SCHEMA licensing TO banjie_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON licensing.decision, licensing.licence, licensing.bill, licensing.breach TO banjie_app;
GRANT SELECT ON licensing.public_decision, licensing.licence_now TO banjie_app;
