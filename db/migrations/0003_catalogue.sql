-- Power and service lists. Insert-only: a change is a new version or a new edition, never an update, so that "what did the
-- guide say that day" has one answer for ever. A version holds until the next one begins, or to its own last day.
CREATE SCHEMA catalogue;
COMMENT ON SCHEMA catalogue IS 'Items, charges, bundles and the authority table, by edition (C02, P4, P7, P10).';

CREATE FUNCTION catalogue.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'catalogue: % on %.% is refused: the lists are appended, never changed; a change is a new version',
    TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = '23001', HINT = 'Import a new edition.';
END $$;

CREATE TABLE catalogue.edition (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  valid_from   date NOT NULL CHECK (isfinite(valid_from)),
  recorded_at  timestamptz(0) NOT NULL,
  recorded_by  text NOT NULL CHECK (recorded_by <> ''),
  source       text NOT NULL CHECK (source <> ''),
  entry_counts text CHECK (json_typeof(entry_counts::json) = 'object')
);
COMMENT ON TABLE catalogue.edition IS 'One row per import: from which file or document, by whom, from which day.';
COMMENT ON COLUMN catalogue.edition.entry_counts IS 'The counts of the one door (S3-39 to S3-41) and what explains a difference; NULL where this edition leaves them.';

CREATE TABLE catalogue.department (
  edition      bigint NOT NULL REFERENCES catalogue.edition (id),
  code         text NOT NULL CHECK (code <> ''),
  name_zh      text NOT NULL CHECK (name_zh <> ''),
  name_en      text NOT NULL CHECK (name_en <> ''),
  current      boolean NOT NULL,
  has_window   boolean NOT NULL,
  entered      boolean NOT NULL,
  in_name_only boolean NOT NULL,
  place        int NOT NULL CHECK (place > 0),
  PRIMARY KEY (code, edition),
  CONSTRAINT in_name_only_is_entered CHECK (entered OR NOT in_name_only)
);
COMMENT ON TABLE catalogue.department IS 'Organs that may lead an item, and the entry register of the service centre (P10). The newest edition of a code counts.';
CREATE INDEX department_edition ON catalogue.department (edition);

CREATE TABLE catalogue.item_version (
  id              text NOT NULL CHECK (id <> ''),
  version         int NOT NULL CHECK (version > 0),
  edition         bigint NOT NULL REFERENCES catalogue.edition (id),
  valid_from      date NOT NULL CHECK (isfinite(valid_from)),
  valid_to        date CHECK (isfinite(valid_to)),
  status          text NOT NULL CHECK (status IN ('in-use','suspended','cancelled')),
  lead            text NOT NULL,
  legal_amount    int CHECK (legal_amount > 0),
  legal_unit      text CHECK (legal_unit IN ('wd','cd')),
  promised_amount int CHECK (promised_amount > 0),
  promised_unit   text CHECK (promised_unit IN ('wd','cd')),
  in_core         boolean NOT NULL,
  place           int NOT NULL CHECK (place > 0),
  body            text NOT NULL,
  PRIMARY KEY (id, version),
  CONSTRAINT one_lead CHECK (lead ~ '^[^;,/[:space:]]+$'),
  CONSTRAINT promise_within_the_law CHECK (legal_amount IS NULL OR promised_amount IS NULL OR legal_unit <> promised_unit
    OR promised_amount <= legal_amount),
  CONSTRAINT limits_have_units CHECK ((legal_amount IS NULL) = (legal_unit IS NULL) AND (promised_amount IS NULL) = (promised_unit IS NULL)),
  CONSTRAINT ends_after_it_begins CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CONSTRAINT body_is_this_version CHECK (body::json ->> 'id' = id AND (body::json ->> 'version')::int = version
    AND body::json ->> 'lead' = lead AND body::json ->> 'validFrom' = to_char(valid_from, 'YYYY-MM-DD'))
);
COMMENT ON TABLE catalogue.item_version IS 'One version of one item. Version n holds from valid_from until version n+1 begins (S0-23: one lead; S1-37: promise within the law).';
COMMENT ON COLUMN catalogue.item_version.body IS 'Canonical JSON of the item with its guide. The columns repeat what the constraints need.';
COMMENT ON COLUMN catalogue.item_version.valid_to IS 'Last day, where the end was known from the start; both days count.';
CREATE INDEX item_version_edition ON catalogue.item_version (edition);
CREATE INDEX item_version_lead ON catalogue.item_version (lead, id);

-- Versions follow each other without gaps, and none begins before the one it replaces.
CREATE FUNCTION catalogue.version_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version > 1 AND NOT EXISTS (SELECT FROM catalogue.item_version earlier
       WHERE earlier.id = NEW.id AND earlier.version = NEW.version - 1 AND earlier.valid_from <= NEW.valid_from) THEN
    RAISE EXCEPTION 'catalogue: version % of % does not follow its predecessor', NEW.version, NEW.id USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER item_version_follows BEFORE INSERT ON catalogue.item_version FOR EACH ROW EXECUTE FUNCTION catalogue.version_follows();

CREATE TABLE catalogue.charge (
  edition    bigint NOT NULL REFERENCES catalogue.edition (id),
  id         text NOT NULL CHECK (id <> ''),
  organ      text NOT NULL,
  status     text NOT NULL CHECK (status IN ('in-force','stopped','handled')),
  amount_fen bigint CHECK (amount_fen >= 0),
  place      int NOT NULL CHECK (place > 0),
  body       text NOT NULL,
  PRIMARY KEY (id, edition),
  CONSTRAINT body_is_this_charge CHECK (body::json ->> 'id' = id)
);
COMMENT ON TABLE catalogue.charge IS 'Charges and convenience items; the newest edition of an id counts.';
COMMENT ON COLUMN catalogue.charge.amount_fen IS 'Fixed amount in fen (0.01 yuan); NULL where the standard is a formula.';
CREATE INDEX charge_edition ON catalogue.charge (edition);

CREATE TABLE catalogue.bundle (
  edition bigint NOT NULL REFERENCES catalogue.edition (id),
  id      text NOT NULL CHECK (id <> ''),
  body    text NOT NULL,
  PRIMARY KEY (id, edition),
  CONSTRAINT body_is_this_bundle CHECK (body::json ->> 'id' = id)
);
COMMENT ON TABLE catalogue.bundle IS 'Things of life handled as one (P3); the newest edition of an id counts.';
CREATE INDEX bundle_edition ON catalogue.bundle (edition);

CREATE TABLE catalogue.authority_row (
  edition   bigint NOT NULL REFERENCES catalogue.edition (id),
  place     int NOT NULL CHECK (place > 0),
  item      text NOT NULL CHECK (item <> ''),
  act       text NOT NULL CHECK (act IN ('accept','propose','check','approve','decide','extend','deliver','handle-on-the-spot')),
  step      text NOT NULL CHECK (step IN ('lead','assist')),
  up_to_fen bigint CHECK (up_to_fen > 0),
  body      text NOT NULL,
  PRIMARY KEY (edition, place),
  CONSTRAINT one_row_per_question UNIQUE NULLS NOT DISTINCT (edition, item, act, step, up_to_fen)
);
COMMENT ON TABLE catalogue.authority_row IS 'Who may do which act on which items, up to which amount (P7). The newest edition that has rows replaces the table whole.';

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['edition','department','item_version','charge','bundle','authority_row'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON catalogue.%I
      FOR EACH STATEMENT EXECUTE FUNCTION catalogue.refuse_change()', t || '_is_append_only', t);
    EXECUTE format('ALTER TABLE catalogue.%I ENABLE ALWAYS TRIGGER %I', t, t || '_is_append_only');
  END LOOP;
END $$;
ALTER TABLE catalogue.item_version ENABLE ALWAYS TRIGGER item_version_follows;

GRANT USAGE ON SCHEMA catalogue TO banjie_app;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA catalogue TO banjie_app;
