-- Organs, seats and people by date. Append-only: an end is a row of its own, so that "was he empowered that day" has one
-- answer for ever. People are ids only; their names stand in journal.person_data.
CREATE SCHEMA organisation;
COMMENT ON SCHEMA organisation IS 'Organs, seats and appointments by date (promise 4: authority comes from the seat on the date of the act).';

CREATE FUNCTION organisation.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'organisation: % on %.% is refused: the register is appended, never changed; an end or a move is a new row',
    TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = '23001', HINT = 'Append an ending or a new appointment.';
END $$;

CREATE TABLE organisation.edition (
  edition     int PRIMARY KEY CHECK (edition > 0),
  recorded_at timestamptz(0) NOT NULL,
  recorded_by text NOT NULL CHECK (recorded_by <> ''),
  reason      text NOT NULL CHECK (reason <> '')
);
COMMENT ON TABLE organisation.edition IS 'One row per change of the register: who recorded it, when, on which document. Its key makes two writers at once impossible.';

CREATE TABLE organisation.organ (
  code       text PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9_]*$'),
  name_zh    text NOT NULL CHECK (name_zh <> ''),
  name_en    text NOT NULL CHECK (name_en <> ''),
  kind       text NOT NULL CHECK (kind <> ''),
  parent     text REFERENCES organisation.organ (code) CHECK (parent <> code),
  confidence text CHECK (confidence IN ('verified','known','illustrative')),
  first_day  date NOT NULL CHECK (isfinite(first_day)),
  edition    int NOT NULL REFERENCES organisation.edition (edition),
  place      int NOT NULL CHECK (place > 0)
);
COMMENT ON TABLE organisation.organ IS 'An office (机构). A code is never used again.';
COMMENT ON COLUMN organisation.organ.parent IS 'Superior in the hierarchy.';
COMMENT ON COLUMN organisation.organ.confidence IS 'How sure we are that a county has this organ; NULL where the county itself entered it.';
COMMENT ON COLUMN organisation.organ.place IS 'Order within its edition.';
CREATE INDEX organ_parent ON organisation.organ (parent);
CREATE INDEX organ_edition ON organisation.organ (edition);

CREATE TABLE organisation.seat (
  id        text PRIMARY KEY CHECK (id ~ '^[A-Z][A-Z0-9_]*-[A-Z0-9]+$'),
  organ     text NOT NULL REFERENCES organisation.organ (code),
  name_zh   text NOT NULL CHECK (name_zh <> ''),
  name_en   text NOT NULL CHECK (name_en <> ''),
  roles     text[] NOT NULL CHECK (cardinality(roles) > 0 AND roles <@ ARRAY['window-clerk','chief-representative','examiner',
    'section-head','deputy','chief','cashier','arbiter','county-head','deputy-county-head','office-director','efficiency-inspector',
    'auditor','administrator']),
  first_day date NOT NULL CHECK (isfinite(first_day)),
  edition   int NOT NULL REFERENCES organisation.edition (edition),
  place     int NOT NULL CHECK (place > 0)
);
COMMENT ON TABLE organisation.seat IS 'A seat (岗位): what it empowers its holder to do. Not an establishment place, which is another register.';
CREATE INDEX seat_organ ON organisation.seat (organ);
CREATE INDEX seat_edition ON organisation.seat (edition);

CREATE TABLE organisation.appointment (
  id        text PRIMARY KEY,
  person    text NOT NULL CHECK (person ~ '^o-[0-9]{4,}$'),
  seat      text NOT NULL REFERENCES organisation.seat (id),
  first_day date NOT NULL CHECK (isfinite(first_day)),
  edition   int NOT NULL REFERENCES organisation.edition (edition),
  place     int NOT NULL CHECK (place > 0),
  UNIQUE (person, seat, first_day),
  CONSTRAINT id_says_what_it_names CHECK (id = seat || '/' || person || '/' || to_char(first_day::timestamp, 'YYYY-MM-DD'))
);
COMMENT ON TABLE organisation.appointment IS 'A person in a seat from a day on. A move is an ending and a new row.';
COMMENT ON COLUMN organisation.appointment.id IS 'seat/person/first day, so that an ending can name it.';
CREATE INDEX appointment_seat ON organisation.appointment (seat);
CREATE INDEX appointment_edition ON organisation.appointment (edition);

CREATE TABLE organisation.ending (
  kind        text GENERATED ALWAYS AS (CASE WHEN organ IS NOT NULL THEN 'organ' WHEN seat IS NOT NULL THEN 'seat' ELSE 'appointment' END) STORED,
  id          text GENERATED ALWAYS AS (coalesce(organ, seat, appointment)) STORED,
  organ       text UNIQUE REFERENCES organisation.organ (code),
  seat        text UNIQUE REFERENCES organisation.seat (id),
  appointment text UNIQUE REFERENCES organisation.appointment (id),
  last_day    date NOT NULL CHECK (isfinite(last_day)),
  edition     int NOT NULL REFERENCES organisation.edition (edition),
  PRIMARY KEY (kind, id),
  CONSTRAINT ends_one_thing CHECK (num_nonnulls(organ, seat, appointment) = 1)
);
COMMENT ON TABLE organisation.ending IS 'The last day of an organ, a seat or an appointment; that day still counts. Each ends once.';
CREATE INDEX ending_edition ON organisation.ending (edition);

-- Rules over two tables. Fired after the whole statement, so that one addition may bring an organ, its seats, people and ends
-- together; one lock, so that two writers cannot both find the seat free.
CREATE FUNCTION organisation.check_seat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.first_day < (SELECT o.first_day FROM organisation.organ o WHERE o.code = NEW.organ) THEN
    RAISE EXCEPTION 'organisation: seat % begins before its organ', NEW.id USING ERRCODE = '23514', CONSTRAINT = 'seat_not_before_its_organ';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER seat_is_within_its_organ AFTER INSERT ON organisation.seat FOR EACH ROW EXECUTE FUNCTION organisation.check_seat();

CREATE FUNCTION organisation.check_appointment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock('organisation.appointment'::regclass::oid::bigint);
  IF NEW.first_day < (SELECT s.first_day FROM organisation.seat s WHERE s.id = NEW.seat) THEN
    RAISE EXCEPTION 'organisation: % is appointed to % before the seat begins', NEW.person, NEW.seat
      USING ERRCODE = '23514', CONSTRAINT = 'appointment_not_before_its_seat';
  END IF;
  IF EXISTS (
    SELECT FROM organisation.appointment a
    LEFT JOIN organisation.ending e ON e.appointment = a.id
    LEFT JOIN organisation.ending mine ON mine.appointment = NEW.id
    WHERE a.person = NEW.person AND a.seat = NEW.seat AND a.id <> NEW.id
      AND daterange(a.first_day, e.last_day, '[]') && daterange(NEW.first_day, mine.last_day, '[]')
  ) THEN
    RAISE EXCEPTION 'organisation: % would hold % twice at a time', NEW.person, NEW.seat
      USING ERRCODE = '23P01', CONSTRAINT = 'one_appointment_at_a_time', HINT = 'End the earlier appointment first.';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER appointment_is_the_only_one AFTER INSERT ON organisation.appointment FOR EACH ROW EXECUTE FUNCTION organisation.check_appointment();

CREATE FUNCTION organisation.check_ending() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.last_day < coalesce(
    (SELECT first_day FROM organisation.organ WHERE code = NEW.organ),
    (SELECT first_day FROM organisation.seat WHERE id = NEW.seat),
    (SELECT first_day FROM organisation.appointment WHERE id = NEW.appointment)
  ) THEN
    RAISE EXCEPTION 'organisation: % % would end before it begins', NEW.kind, NEW.id USING ERRCODE = '23514', CONSTRAINT = 'ends_not_before_it_begins';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ending_is_not_before_the_beginning AFTER INSERT ON organisation.ending FOR EACH ROW EXECUTE FUNCTION organisation.check_ending();

CREATE TRIGGER edition_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON organisation.edition
  FOR EACH STATEMENT EXECUTE FUNCTION organisation.refuse_change();
CREATE TRIGGER organ_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON organisation.organ
  FOR EACH STATEMENT EXECUTE FUNCTION organisation.refuse_change();
CREATE TRIGGER seat_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON organisation.seat
  FOR EACH STATEMENT EXECUTE FUNCTION organisation.refuse_change();
CREATE TRIGGER appointment_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON organisation.appointment
  FOR EACH STATEMENT EXECUTE FUNCTION organisation.refuse_change();
CREATE TRIGGER ending_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON organisation.ending
  FOR EACH STATEMENT EXECUTE FUNCTION organisation.refuse_change();
ALTER TABLE organisation.edition ENABLE ALWAYS TRIGGER edition_is_append_only;
ALTER TABLE organisation.organ ENABLE ALWAYS TRIGGER organ_is_append_only;
ALTER TABLE organisation.seat ENABLE ALWAYS TRIGGER seat_is_append_only;
ALTER TABLE organisation.appointment ENABLE ALWAYS TRIGGER appointment_is_append_only;
ALTER TABLE organisation.ending ENABLE ALWAYS TRIGGER ending_is_append_only;
ALTER TABLE organisation.seat ENABLE ALWAYS TRIGGER seat_is_within_its_organ;
ALTER TABLE organisation.appointment ENABLE ALWAYS TRIGGER appointment_is_the_only_one;
ALTER TABLE organisation.ending ENABLE ALWAYS TRIGGER ending_is_not_before_the_beginning;

GRANT USAGE ON SCHEMA organisation TO banjie_app;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA organisation TO banjie_app;
