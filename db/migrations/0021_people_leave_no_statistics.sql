-- The planner keeps samples of what a column holds. Of people it keeps none: an erased name must be in no table, not even its own.
ALTER TABLE journal.person_data ALTER COLUMN value SET STATISTICS 0;
ALTER TABLE journal.person_file ALTER COLUMN name SET STATISTICS 0;
ALTER INDEX journal.person_data_id_number ALTER COLUMN 1 SET STATISTICS 0;
