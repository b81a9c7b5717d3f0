-- Time accounts added up once for each closed matter, after its closing and outside the act that closed it (docs/decisions/0021). Derived:
-- `banjie rebuild --check` folds each again from its facts and compares.
CREATE TABLE licensing.account_tally (
  opened    timestamptz(0) NOT NULL,
  place     bigint GENERATED ALWAYS AS IDENTITY,
  matter    text PRIMARY KEY,
  item      text NOT NULL,
  lead      text NOT NULL,
  closed_on date NOT NULL,
  at        int[] NOT NULL,
  held      text[] NOT NULL,
  CONSTRAINT every_second_in_one_spell CHECK (cardinality(at) = cardinality(held) + 1 AND at[1] = 0)
);
COMMENT ON COLUMN licensing.account_tally.at IS 'Borders of the spells in seconds since the opening; the last is the closing.';
COMMENT ON COLUMN licensing.account_tally.held IS 'For each spell account/organ/level/seat: what the time was, whose, at which level, from which seat it went on.';
COMMENT ON COLUMN licensing.account_tally.place IS 'Goes up with each row: what a server remembers of a day holds while the day has as many rows and none is newer.';
CREATE INDEX account_tally_day ON licensing.account_tally (closed_on, place);

CREATE TABLE licensing.account_sign (
  matter text NOT NULL,
  seq    int NOT NULL,
  kind   text NOT NULL CHECK (kind IN ('sent-back', 'not-mine', 'asked-again', 'paused')),
  at     timestamptz(0) NOT NULL,
  organ  text NOT NULL,
  seat   text NOT NULL,
  origin text NOT NULL,
  target text NOT NULL,
  due    date,
  PRIMARY KEY (matter, seq)
);
COMMENT ON TABLE licensing.account_sign IS 'What an inspector looks for in a closed matter: sent from hand to hand, or a clock stopped; `due` is the day the stopped clock stood at.';

GRANT SELECT, INSERT, DELETE ON licensing.account_tally, licensing.account_sign TO banjie_app;
