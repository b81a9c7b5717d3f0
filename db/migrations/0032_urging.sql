-- Lights by the county's thresholds, and who was urged of what (docs/decisions/0020).

-- One light said "late"; now it says of what: the promise, a step's own day, the law; and that a clock which should run has none.
ALTER DOMAIN matter.light DROP CONSTRAINT light_check;
-- Of an open matter every statutory clock that has passed is on record; so the law's lateness is told from the promise's.
UPDATE matter.matter m SET light = CASE WHEN EXISTS (
    SELECT FROM journal.fact f WHERE f.matter = m.number AND f.kind = 'limit-passed'
       AND f.body::json ->> 'clock' IN ('acceptance', 'legal', 'delivery', 'hearing')) THEN 'over-law' ELSE 'over-promise' END
 WHERE m.light::text = 'late';
ALTER DOMAIN matter.light ADD CONSTRAINT light_check
  CHECK (VALUE IN ('in-time','due-soon','step-overdue','over-promise','over-law','paused','unarmed','closed'));
-- A desk asks which of its matters have one of these; they are few.
CREATE INDEX matter_light ON matter.matter (light, number) WHERE light IN ('over-promise', 'over-law', 'unarmed');

-- Urging. The records are truth, chained and appended; lists and entries are what they say, made again by `banjie rebuild`.
CREATE SCHEMA urging;
COMMENT ON SCHEMA urging IS 'Who was urged of which clock, on which list, and when he confirmed that he had read it (mandate X3, practice P19).';

CREATE TABLE urging.record (
  number int PRIMARY KEY CHECK (number > 0),
  at     timestamptz(0) NOT NULL,
  day    date NOT NULL,
  kind   text NOT NULL CHECK (kind IN ('morning', 'notices', 'read')),
  actor  text NOT NULL CHECK (actor <> ''),
  body   text NOT NULL,
  chain  journal.digest NOT NULL
);
COMMENT ON TABLE urging.record IS 'What was delivered, and what was read. Truth. Its key makes two writers at once impossible.';
COMMENT ON COLUMN urging.record.body IS 'RFC 8785 canonical JSON: entries and what has settled itself, or the lists that were read.';
COMMENT ON COLUMN urging.record.chain IS 'sha256(previous chain, sha256(canonical record)); the first chains to sha256 of the word urging.';
CREATE UNIQUE INDEX record_one_morning ON urging.record (day) WHERE kind = 'morning';
COMMENT ON INDEX urging.record_one_morning IS 'A day''s lists are delivered once, however many processes sweep.';
CREATE TRIGGER record_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON urging.record
  FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_change();
ALTER TABLE urging.record ENABLE ALWAYS TRIGGER record_is_append_only;

CREATE TABLE urging.list (
  id      text PRIMARY KEY,
  person  text NOT NULL,
  day     date NOT NULL,
  kind    text NOT NULL CHECK (kind IN ('morning', 'weekly', 'notice')),
  arrived timestamptz(0) NOT NULL,
  read    timestamptz(0)
);
COMMENT ON TABLE urging.list IS 'One list of one person on one day, derived; read: when he confirmed it, once, as a whole.';
CREATE INDEX list_person ON urging.list (person, day);
CREATE INDEX list_unread ON urging.list (day) WHERE read IS NULL;

CREATE TABLE urging.entry (
  matter  text NOT NULL,
  clock   text NOT NULL,
  due     date NOT NULL,
  rung    text NOT NULL CHECK (rung IN ('handler', 'section-head', 'chief', 'portfolio-leader', 'efficiency-office', 'county-head')),
  person  text NOT NULL,
  seat    text NOT NULL,
  stands  text NOT NULL,
  instead text CHECK (instead IN ('vacant', 'away')),
  tier    text NOT NULL CHECK (tier IN ('law', 'promise', 'step')),
  organ   text NOT NULL,
  list    text,
  day     date NOT NULL,
  settled date,
  PRIMARY KEY (matter, clock, due, rung, person),
  CONSTRAINT somebody_or_no_list CHECK ((person = '') = (list IS NULL))
);
COMMENT ON TABLE urging.entry IS 'Who was told of which clock on which rung, derived. Its key: nobody is told twice of one clock on one rung.';
COMMENT ON COLUMN urging.entry.person IS 'Empty where nobody stands on this rung nor on any above.';
COMMENT ON COLUMN urging.entry.settled IS 'The day on which it was found that the clock no longer runs, or has another day.';
CREATE INDEX entry_list ON urging.entry (list);
CREATE INDEX entry_open ON urging.entry (matter) WHERE settled IS NULL;

GRANT USAGE ON SCHEMA urging TO banjie_app;
GRANT SELECT, INSERT ON urging.record TO banjie_app;
GRANT SELECT, INSERT, UPDATE ON urging.list, urging.entry TO banjie_app;
