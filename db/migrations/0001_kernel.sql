-- The kernel: the journal (truth), matters and work items (derived), the county's one row.
CREATE SCHEMA journal;
CREATE SCHEMA matter;

-- What may not be changed is refused for everyone, the owner too, also under session_replication_role = replica
-- (ENABLE ALWAYS), and as a statement trigger, so that an UPDATE of no rows is refused as well.
CREATE FUNCTION journal.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'journal: % on %.% is refused: records are appended, never changed; a correction is a new record',
    TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = '23001', HINT = 'Use the rectify action of the matter.';
END $$;

-- Values as domains: a table's CHECK is parsed anew by each statement that writes it, a domain's is remembered.
CREATE DOMAIN journal.salt AS bytea CHECK (length(VALUE) = 16);
CREATE DOMAIN journal.digest AS bytea CHECK (length(VALUE) = 32);
CREATE DOMAIN matter.account AS text CHECK (VALUE IN ('window','organ','applicant','third-party','law','dispute','superior'));
CREATE DOMAIN matter.light AS text CHECK (VALUE IN ('in-time','due-soon','late','paused','closed'));
CREATE DOMAIN matter.ordinal AS int CHECK (VALUE > 0);

CREATE TABLE journal.fact (
  at       timestamptz(0) NOT NULL,
  tx       xid8 NOT NULL DEFAULT pg_current_xact_id(),
  seq      matter.ordinal NOT NULL,
  matter   text NOT NULL,
  kind     text NOT NULL,
  actor    text NOT NULL,
  capacity text NOT NULL,
  account  matter.account NOT NULL,
  holder   text NOT NULL,
  salt     journal.salt NOT NULL,
  leaf     journal.digest NOT NULL,
  chain    journal.digest NOT NULL,
  body     text NOT NULL,
  PRIMARY KEY (matter, seq)
);
COMMENT ON TABLE journal.fact IS 'What happened, in order, per matter. Truth: every derived table can be made again from it.';
COMMENT ON COLUMN journal.fact.at IS 'Instant in whole seconds, never before the matter''s last.';
COMMENT ON COLUMN journal.fact.account IS 'Whose hands the matter is in from this fact on (promise 1).';
COMMENT ON COLUMN journal.fact.body IS 'RFC 8785 canonical JSON. No personal data: those stand in journal.person_data.';
COMMENT ON COLUMN journal.fact.leaf IS 'sha256(salt, canonical fact); chain = sha256(previous chain, leaf).';
CREATE TRIGGER fact_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal.fact
  FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_change();
ALTER TABLE journal.fact ENABLE ALWAYS TRIGGER fact_is_append_only;

CREATE TABLE journal.person_data (
  person text NOT NULL,
  key    text NOT NULL,
  value  text NOT NULL,
  salt   journal.salt NOT NULL,
  PRIMARY KEY (person, key)
);
COMMENT ON TABLE journal.person_data IS 'Names, numbers and what people typed. Facts hold a salted digest only, so a person can be erased and everything still verifies.';
CREATE INDEX person_data_id_number ON journal.person_data ((value::json ->> 'idNumber')) WHERE key LIKE 'identity%';

CREATE TABLE journal.person_file (
  id     text PRIMARY KEY,
  person text NOT NULL,
  matter text NOT NULL,
  name   text NOT NULL,
  type   text NOT NULL,
  digest bytea NOT NULL,
  bytes  bytea NOT NULL
);
CREATE INDEX person_file_person ON journal.person_file (person);
CREATE INDEX person_file_matter ON journal.person_file (matter);

CREATE TABLE journal.erasure (
  person text PRIMARY KEY,
  at     timestamptz(0) NOT NULL,
  reason text NOT NULL
);
CREATE TRIGGER erasure_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal.erasure
  FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_change();
ALTER TABLE journal.erasure ENABLE ALWAYS TRIGGER erasure_is_append_only;

-- What never changes stands first and the state's seldom changed part last: the log of an update holds what lies between.
CREATE TABLE matter.matter (
  opened      timestamptz(0) NOT NULL,
  number      text PRIMARY KEY,
  kind        text NOT NULL,
  subject     text NOT NULL,
  organ       text NOT NULL,
  person      text NOT NULL,
  since       timestamptz(0) NOT NULL,
  closed      timestamptz(0),
  version     matter.ordinal NOT NULL,
  next_change date,
  status      text NOT NULL,
  light       matter.light NOT NULL,
  account     matter.account NOT NULL,
  holder      text NOT NULL,
  spent       int[] NOT NULL,
  head        bytea NOT NULL,
  state       json NOT NULL,
  CONSTRAINT no_unowned_second CHECK (
    array_length(spent, 1) = 7
    AND spent[1] + spent[2] + spent[3] + spent[4] + spent[5] + spent[6] + spent[7] = extract(epoch FROM since - opened)::int)
) WITH (fillfactor = 80);
COMMENT ON TABLE matter.matter IS 'Folded state, derived from journal.fact; version = last seq.';
COMMENT ON COLUMN matter.matter.spent IS 'Seconds per account up to since: window, organ, applicant, third-party, law, dispute, superior (promise 1).';
COMMENT ON COLUMN matter.matter.next_change IS 'Next date on which time alone changes something: the sweep is one range scan.';
CREATE INDEX matter_next_change ON matter.matter (next_change) WHERE next_change IS NOT NULL;
CREATE INDEX matter_subject ON matter.matter (subject, opened);
CREATE INDEX matter_person ON matter.matter (person);

CREATE TABLE matter.work_item (
  matter   text NOT NULL,
  step     text NOT NULL,
  organ    text NOT NULL,
  roles    text NOT NULL,
  due      date,
  due_soon date,
  opened   timestamptz(0) NOT NULL,
  PRIMARY KEY (matter, step)
);
COMMENT ON TABLE matter.work_item IS 'What waits on whose desk, derived. A step that is done leaves the desk; who did what when stands in the facts.';
CREATE INDEX work_item_desk ON matter.work_item (organ, due);

CREATE TABLE matter.request (
  who   text NOT NULL,
  key   text NOT NULL,
  hash  bytea NOT NULL,
  reply text NOT NULL,
  matter text NOT NULL,
  PRIMARY KEY (who, key)
);
COMMENT ON TABLE matter.request IS 'Idempotency keys: a request repeated has one effect and the same answer.';
CREATE INDEX request_matter ON matter.request (matter);

CREATE TABLE matter.county (
  one          boolean PRIMARY KEY DEFAULT true CHECK (one),
  code         text NOT NULL,
  name_zh      text NOT NULL,
  name_en      text NOT NULL,
  model        boolean NOT NULL,
  clock_offset bigint NOT NULL DEFAULT 0,
  edition      bigint NOT NULL DEFAULT 1,
  serial       bigint NOT NULL DEFAULT 0,
  secret       bytea NOT NULL DEFAULT uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
);
COMMENT ON COLUMN matter.county.clock_offset IS 'Milliseconds added to the machine''s clock. Only the model county has a clock of its own.';
COMMENT ON COLUMN matter.county.edition IS 'Goes up whenever organisation, catalogue or calendar change or a person is erased; engines then read anew.';
COMMENT ON COLUMN matter.county.serial IS 'The last number given to a matter. It moves with the matter it names, in one statement: the register has no gaps.';
ALTER TABLE matter.county ADD CONSTRAINT own_clock_only_in_the_model CHECK (model OR clock_offset = 0);

GRANT USAGE ON SCHEMA journal, matter TO banjie_app;
GRANT SELECT, INSERT ON journal.fact, journal.erasure TO banjie_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON journal.person_data, journal.person_file TO banjie_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON matter.matter, matter.work_item, matter.request TO banjie_app;
GRANT SELECT, UPDATE ON matter.county TO banjie_app;
