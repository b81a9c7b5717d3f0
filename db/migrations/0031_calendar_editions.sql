-- The calendar's numbered editions, over the years that come with the house; and how far each open matter's dates reach.
CREATE TABLE journal.calendar_edition (
  number int PRIMARY KEY CHECK (number > 0),
  at     timestamptz(0) NOT NULL,
  actor  text NOT NULL CHECK (actor <> ''),
  body   text NOT NULL,
  chain  journal.digest NOT NULL
);
COMMENT ON TABLE journal.calendar_edition IS 'What was entered over the calendar that comes with the house: who, when, on which document, for what cause. Truth. Its key makes two writers at once impossible.';
COMMENT ON COLUMN journal.calendar_edition.body IS 'RFC 8785 canonical JSON: cause, years by layer with their documents; or the number of the edition that is undone.';
COMMENT ON COLUMN journal.calendar_edition.chain IS 'sha256(previous chain, sha256(canonical edition)); the first chains to sha256 of the word calendar.';
CREATE TRIGGER calendar_edition_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal.calendar_edition
  FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_change();
ALTER TABLE journal.calendar_edition ENABLE ALWAYS TRIGGER calendar_edition_is_append_only;

CREATE TABLE matter.calendar_asked (
  one    boolean PRIMARY KEY DEFAULT true CHECK (one),
  number int NOT NULL
);
COMMENT ON TABLE matter.calendar_asked IS 'Up to which edition every open matter has been asked whether its dates move. Not exported: asked again, nothing happens twice.';

-- Which matters a change of the calendar can move: those whose last open date lies on or after its first day.
ALTER TABLE matter.matter ADD COLUMN reach date;
COMMENT ON COLUMN matter.matter.reach IS 'The last of the open dates, derived; infinity: not reckoned yet, the next opening of the county does it.';
UPDATE matter.matter SET reach = 'infinity' WHERE closed IS NULL;
CREATE INDEX matter_reach ON matter.matter (reach) WHERE reach IS NOT NULL;

GRANT SELECT, INSERT ON journal.calendar_edition TO banjie_app;
GRANT SELECT, INSERT, UPDATE ON matter.calendar_asked TO banjie_app;
