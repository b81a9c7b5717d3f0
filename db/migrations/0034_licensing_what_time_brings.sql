-- A breach that a corrected calendar shows to have been none: its record stays, and says since when it does not count.
ALTER TABLE licensing.breach ADD COLUMN taken_back date;
COMMENT ON COLUMN licensing.breach.taken_back IS 'Day on which a change of the calendar took it back; what counts as a breach has none.';

-- What time alone brings next stands beside the matter, so that a day's sweep folds only what it must. Of matters that are open already the
-- next opening of the county reckons it, with their reach.
ALTER TABLE matter.matter ADD COLUMN foreseen text;
COMMENT ON COLUMN matter.matter.foreseen IS 'What time alone will bring, in the words of the matter''s kind, derived; null: only the history tells, or nothing.';
UPDATE matter.matter SET reach = 'infinity' WHERE closed IS NULL;
