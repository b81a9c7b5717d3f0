-- The cashier's count at the end of the day (日终盘点), beside what the records say. Derived: only the engine writes it.
CREATE SCHEMA till;
CREATE DOMAIN till.fen AS bigint CHECK (VALUE >= 0);

CREATE TABLE till.count (
  count      text PRIMARY KEY,
  day        date NOT NULL,
  seat       text NOT NULL,
  clerk      text NOT NULL,
  at         timestamptz(0) NOT NULL,
  times      int NOT NULL CHECK (times > 0),
  float_fen  till.fen NOT NULL,
  counted    till.fen NOT NULL,
  cash       bigint NOT NULL,
  card       bigint NOT NULL,
  transfer   bigint NOT NULL,
  mobile     bigint NOT NULL,
  difference bigint NOT NULL,
  reason     text,
  reviewer   text,
  reviewed   timestamptz(0),
  note       text,
  CONSTRAINT one_count_a_day UNIQUE (day),
  CONSTRAINT difference_is_what_is_counted CHECK (difference = counted - float_fen - cash),
  CONSTRAINT difference_says_why CHECK (difference = 0 OR reason IS NOT NULL),
  CONSTRAINT nobody_reviews_himself CHECK (reviewer <> clerk),
  CONSTRAINT reviewed_by_somebody CHECK ((reviewer IS NULL) = (reviewed IS NULL))
);
COMMENT ON TABLE till.count IS 'One count of the till a day: what lay in it, what the records of that day say by method, and the difference with its reason.';
COMMENT ON COLUMN till.count.float_fen IS 'Fen (0.01 yuan) that were in the till in the morning (备用金).';
COMMENT ON COLUMN till.count.counted IS 'Fen counted at the end of the day, the float included.';
COMMENT ON COLUMN till.count.cash IS 'Fen by the records at the moment of the count: paid in cash, less given back in cash. Below zero where more was given back.';
COMMENT ON COLUMN till.count.difference IS 'Fen too many (above zero) or missing (below).';

GRANT USAGE ON SCHEMA till TO banjie_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON till.count TO banjie_app;

-- A part of an applicant's name finds him: the characters of the name, each with the rows it stands in. The index goes with the row (an
-- erased person leaves none), holds single characters and no name, and no statistics of one (see 0021). 15 bytes a name where the hash took 36.
DROP INDEX journal.person_data_name;
CREATE INDEX person_data_name ON journal.person_data USING gin (string_to_array(value::json ->> 'name', NULL))
  WITH (gin_pending_list_limit = 256) WHERE key LIKE 'identity%';
ALTER INDEX journal.person_data_name ALTER COLUMN 1 SET STATISTICS 0;
