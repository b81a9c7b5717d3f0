-- Written authority to act from a seat (首席代表授权书, P7), and its withdrawal. Each is a row of its own in an edition of the
-- register, so that "who was empowered, by which paper, until when" has one answer for ever.
CREATE TABLE organisation.authorisation (
  id        text PRIMARY KEY,
  person    text NOT NULL CHECK (person ~ '^o-[0-9]{4,}$'),
  seat      text NOT NULL REFERENCES organisation.seat (id),
  first_day date NOT NULL CHECK (isfinite(first_day)),
  last_day  date CHECK (isfinite(last_day) AND last_day >= first_day),
  only_for  text[] CHECK (cardinality(only_for) > 0),
  basis     text NOT NULL CHECK (basis <> ''),
  edition   int NOT NULL UNIQUE REFERENCES organisation.edition (edition),
  CONSTRAINT id_says_its_edition CHECK (id = 'auth-' || edition)
);
COMMENT ON TABLE organisation.authorisation IS 'A person who may act from this seat without being appointed to it, by a written paper.';
COMMENT ON COLUMN organisation.authorisation.only_for IS 'The items it holds for; NULL: all of the organ.';
COMMENT ON COLUMN organisation.authorisation.basis IS 'The written authority: its name and number.';
CREATE INDEX authorisation_seat ON organisation.authorisation (seat);

CREATE TABLE organisation.withdrawal (
  id            text GENERATED ALWAYS AS (coalesce(authorisation, appointment)) STORED PRIMARY KEY,
  authorisation text UNIQUE REFERENCES organisation.authorisation (id),
  appointment   text UNIQUE REFERENCES organisation.appointment (id),
  first_day     date NOT NULL CHECK (isfinite(first_day)),
  reason        text NOT NULL CHECK (reason <> ''),
  edition       int NOT NULL UNIQUE REFERENCES organisation.edition (edition),
  CONSTRAINT withdraws_one_thing CHECK (num_nonnulls(authorisation, appointment) = 1)
);
COMMENT ON TABLE organisation.withdrawal IS 'Authority taken back, at the instant of its edition: an authorisation, or what an appointment to a seat empowers to. The person may keep the seat.';
COMMENT ON COLUMN organisation.withdrawal.first_day IS 'The first day without it: the day on which it was taken back.';

CREATE FUNCTION organisation.check_authorisation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.first_day < (SELECT s.first_day FROM organisation.seat s WHERE s.id = NEW.seat) THEN
    RAISE EXCEPTION 'organisation: % is authorised to % before the seat begins', NEW.person, NEW.seat
      USING ERRCODE = '23514', CONSTRAINT = 'authorisation_not_before_its_seat';
  END IF;
  IF NOT EXISTS (SELECT FROM organisation.withdrawal w WHERE w.authorisation = NEW.id) AND EXISTS (
    SELECT FROM organisation.authorisation a LEFT JOIN organisation.withdrawal w ON w.authorisation = a.id
     WHERE a.person = NEW.person AND a.seat = NEW.seat AND a.id <> NEW.id AND w.id IS NULL
       AND daterange(a.first_day, a.last_day, '[]') && daterange(NEW.first_day, NEW.last_day, '[]')
  ) THEN
    RAISE EXCEPTION 'organisation: % would be authorised to % twice at a time', NEW.person, NEW.seat
      USING ERRCODE = '23P01', CONSTRAINT = 'one_authorisation_at_a_time', HINT = 'Withdraw the earlier authorisation first.';
  END IF;
  RETURN NULL;
END $$;
-- Asked at the end: an import brings what was given before what was taken back.
CREATE CONSTRAINT TRIGGER authorisation_is_the_only_one AFTER INSERT ON organisation.authorisation
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION organisation.check_authorisation();
ALTER TABLE organisation.authorisation ENABLE ALWAYS TRIGGER authorisation_is_the_only_one;

CREATE TRIGGER authorisation_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON organisation.authorisation
  FOR EACH STATEMENT EXECUTE FUNCTION organisation.refuse_change();
CREATE TRIGGER withdrawal_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON organisation.withdrawal
  FOR EACH STATEMENT EXECUTE FUNCTION organisation.refuse_change();
ALTER TABLE organisation.authorisation ENABLE ALWAYS TRIGGER authorisation_is_append_only;
ALTER TABLE organisation.withdrawal ENABLE ALWAYS TRIGGER withdrawal_is_append_only;
GRANT SELECT, INSERT ON organisation.authorisation, organisation.withdrawal TO banjie_app;

-- What a head and a cashier ask of a day. Few kinds of record: a partial index costs the others nothing but a look.
CREATE INDEX fact_in_the_organs_name ON journal.fact (at)
  WHERE kind IN ('approved', 'decided', 'rejected', 'forwarded', 'extended', 'exempted', 'revoked');
CREATE INDEX fact_of_money ON journal.fact (at) WHERE kind IN ('paid', 'exempted', 'refunded');
CREATE INDEX bill_due ON licensing.bill (billed_on, matter) WHERE state = 'due';
