-- Hearings as they were notified, the last notice of each matter. Derived.
CREATE TABLE licensing.hearing (
  matter    text PRIMARY KEY,
  item      text NOT NULL,
  organ     text NOT NULL,
  person    text NOT NULL,
  day       date NOT NULL,
  time      text NOT NULL CHECK (time ~ '^\d\d:\d\d$'),
  place     text NOT NULL,
  announced boolean NOT NULL
);
COMMENT ON COLUMN licensing.hearing.time IS 'Local time of the county, hours and minutes.';
COMMENT ON COLUMN licensing.hearing.place IS 'As typed; where the applicant''s name stood is a token.';
CREATE INDEX hearing_day ON licensing.hearing (day) WHERE announced;

INSERT INTO licensing.hearing (matter, item, organ, person, day, time, place, announced)
  SELECT DISTINCT ON (f.matter) f.matter, m.subject, m.organ, m.person, (f.body::json ->> 'day')::date, f.body::json ->> 'time',
         f.body::json ->> 'place', coalesce((f.body::json ->> 'announced')::boolean, false)
    FROM journal.fact f JOIN matter.matter m ON m.number = f.matter AND m.kind = 'licensing'
   WHERE f.kind = 'hearing-notified' ORDER BY f.matter, f.seq DESC;

-- What is announced to the public (行政许可法 48): an allow-list. What was withdrawn or decided meanwhile is announced no more.
CREATE VIEW licensing.public_hearing AS
  SELECT h.matter, h.item, h.organ, h.day, h.time, h.place,
         CASE WHEN p.value IS NULL THEN NULL
              WHEN p.value::json ->> 'kind' = 'firm' THEN p.value::json ->> 'name'
              ELSE left(p.value::json ->> 'name', 1) || repeat('*', greatest(char_length(p.value::json ->> 'name') - 1, 1)) END AS applicant
    FROM licensing.hearing h
    JOIN matter.matter m ON m.number = h.matter AND m.status = 'accepted'
    LEFT JOIN journal.person_data p ON p.person = h.person AND p.key = 'identity:' || h.matter
   WHERE h.announced;
COMMENT ON VIEW licensing.public_hearing IS 'Hearings announced of applications under examination. A natural person''s name is masked, a firm''s is shown.';

GRANT SELECT, INSERT, UPDATE, DELETE ON licensing.hearing TO banjie_app;
GRANT SELECT ON licensing.public_hearing TO banjie_app;
