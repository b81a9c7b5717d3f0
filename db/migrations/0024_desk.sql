-- What the officers' desk, board and search ask. Columns that seldom change, so that an act still updates a matter in place.
CREATE INDEX matter_open ON matter.matter (number) WHERE closed IS NULL;
COMMENT ON INDEX matter.matter_open IS 'The board reads what is open, not what was ever closed.';
-- A desk needs of each matter only whether a lawful pause has stopped it: these two are read whole instead of every matter.
CREATE INDEX matter_paused ON matter.matter (number) WHERE account = 'law';
CREATE INDEX matter_of_another_kind ON matter.matter (number) WHERE kind <> 'licensing';
CREATE INDEX matter_number_end ON matter.matter (reverse(number) COLLATE "C");
COMMENT ON INDEX matter.matter_number_end IS 'A matter is asked for by the last digits of its number.';

-- A hash, so that the index holds no name; and no statistics of one (see 0021).
CREATE INDEX person_data_name ON journal.person_data USING hash ((value::json ->> 'name')) WHERE key LIKE 'identity%';
ALTER INDEX journal.person_data_name ALTER COLUMN 1 SET STATISTICS 0;
