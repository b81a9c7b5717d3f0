-- Visits to the service centre: queue tickets with waiting and handling time. Derived: only the engine writes them.
CREATE SCHEMA visits;
CREATE DOMAIN visits.queue AS text CHECK (VALUE IN ('filing', 'pick-up', 'advice'));
CREATE DOMAIN visits.status AS text CHECK (VALUE IN ('waiting', 'called', 'serving', 'served', 'left'));
CREATE DOMAIN visits.seconds AS int CHECK (VALUE >= 0);

CREATE TABLE visits.visit (
  visit    text PRIMARY KEY,
  day      date NOT NULL,
  queue    visits.queue NOT NULL,
  ticket   int NOT NULL CHECK (ticket > 0),
  status   visits.status NOT NULL,
  seat     text,
  clerk    text,
  calls    int NOT NULL,
  taken    timestamptz(0) NOT NULL,
  called   timestamptz(0),
  begun    timestamptz(0),
  ended    timestamptz(0),
  waited   visits.seconds,
  handled  visits.seconds,
  left_why text,
  CONSTRAINT a_ticket_once_a_day UNIQUE (day, queue, ticket),
  CONSTRAINT served_was_at_a_window CHECK (status <> 'served' OR (seat IS NOT NULL AND begun IS NOT NULL AND ended IS NOT NULL)),
  CONSTRAINT left_says_why CHECK ((status = 'left') = (left_why IS NOT NULL))
);
COMMENT ON TABLE visits.visit IS 'One visit to the windows. No name: a ticket needs no personal data.';
COMMENT ON COLUMN visits.visit.waited IS 'Seconds from the ticket to the call; also the time account of the queue.';
COMMENT ON COLUMN visits.visit.handled IS 'Seconds at the window; also the time account of the seat.';

CREATE TABLE visits.about (
  visit  text NOT NULL,
  matter text NOT NULL,
  day    date NOT NULL,
  before int NOT NULL CHECK (before >= 0),
  again  text,
  PRIMARY KEY (visit, matter),
  CONSTRAINT again_says_why CHECK ((before > 0) = (again IS NOT NULL))
);
COMMENT ON TABLE visits.about IS 'Visits counted per matter: a second one has its reason (at most one trip).';
CREATE INDEX about_matter ON visits.about (matter);

GRANT USAGE ON SCHEMA visits TO banjie_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON visits.visit, visits.about TO banjie_app;

-- Visits put nothing on a desk, so a desk need not read them.
DROP INDEX matter.matter_of_another_kind;
CREATE INDEX matter_of_another_kind ON matter.matter (number) WHERE kind <> 'licensing' AND kind <> 'visit';

-- Who asked at a window for what is on file of a person. Appended; the number asked about is kept as a keyed digest only.
CREATE TABLE access.look_up (
  at     timestamptz(0) NOT NULL,
  person text NOT NULL,
  seat   text NOT NULL,
  about  access.digest NOT NULL,
  found  int NOT NULL CHECK (found >= 0)
);
COMMENT ON TABLE access.look_up IS 'Officers who looked for a person''s earlier data at a window: when, from which seat, about whom (keyed digest), how much was found.';
CREATE INDEX look_up_at ON access.look_up (at);
CREATE TRIGGER look_up_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access.look_up
  FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_change();
ALTER TABLE access.look_up ENABLE ALWAYS TRIGGER look_up_is_append_only;
GRANT SELECT, INSERT ON access.look_up TO banjie_app;
