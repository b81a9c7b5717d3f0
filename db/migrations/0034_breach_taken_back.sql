-- A breach that a corrected calendar shows to have been none: its record stays, and says since when it does not count.
ALTER TABLE licensing.breach ADD COLUMN taken_back date;
COMMENT ON COLUMN licensing.breach.taken_back IS 'Day on which a change of the calendar took it back; what counts as a breach has none.';
