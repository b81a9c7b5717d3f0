-- Recurring duties (周期性职责): each time a duty falls due is a matter. Derived: only the engine writes it.
CREATE SCHEMA duties;

CREATE TABLE duties.round (
  matter      text PRIMARY KEY,
  term        text NOT NULL,
  due         date,
  previous    date,
  earliest    date,
  period_from date,
  period_to   date,
  soon        date,
  provisional boolean NOT NULL,
  tier        text NOT NULL CHECK (tier IN ('law', 'promise')),
  organ       text NOT NULL,
  office      text,
  done_on     date,
  document    text,
  sentence    text,
  over        int CHECK (over >= 0),
  person      text,
  seat        text,
  CONSTRAINT a_time_once UNIQUE NULLS NOT DISTINCT (term, due),
  CONSTRAINT dated_whole_or_not_at_all CHECK (num_nulls(due, previous, earliest, period_from, period_to, soon) IN (0, 6)),
  CONSTRAINT noted_whole_or_not_at_all CHECK (num_nulls(done_on, document, sentence, over, person, seat) IN (0, 6)),
  CONSTRAINT without_a_date_only_as_done CHECK (due IS NOT NULL OR done_on IS NOT NULL),
  CONSTRAINT not_before_it_may_be CHECK (done_on >= earliest),
  CONSTRAINT over_is_days_past_due CHECK (over = greatest(done_on - due, 0))
);
COMMENT ON TABLE duties.round IS 'One time of a recurring duty: when it is due, who answers, and when it was noted as done.';
COMMENT ON COLUMN duties.round.due IS 'Null: the first time that was noted of a duty counted from its last time.';
COMMENT ON COLUMN duties.round.earliest IS 'The first day on which it can be done: after the time before, or after the period it reports on.';
COMMENT ON COLUMN duties.round.soon IS 'From when it is due soon, by the county''s thresholds and the calendar in force.';
COMMENT ON COLUMN duties.round.over IS 'Calendar days past the due date on which it was done; 0: in time.';
COMMENT ON CONSTRAINT a_time_once ON duties.round IS 'However many processes sweep, a time is opened once.';
CREATE INDEX round_open ON duties.round (term) WHERE done_on IS NULL;

GRANT USAGE ON SCHEMA duties TO banjie_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON duties.round TO banjie_app;
