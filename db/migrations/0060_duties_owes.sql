-- A duty that several organs owe, each for itself: each has its own times. What is on record stays as it is, the county's one duty.
ALTER TABLE duties.round ADD COLUMN owes text;
ALTER TABLE duties.round DROP CONSTRAINT a_time_once;
ALTER TABLE duties.round ADD CONSTRAINT a_time_once UNIQUE NULLS NOT DISTINCT (term, owes, due);
COMMENT ON COLUMN duties.round.owes IS 'The organ that owes it for itself, whoever answers since; null: a duty that one organ answers for.';
COMMENT ON CONSTRAINT a_time_once ON duties.round IS 'However many processes sweep, a time is opened once, for each that owes it.';
