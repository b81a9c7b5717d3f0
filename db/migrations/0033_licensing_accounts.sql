-- Time accounts added up once for each closed matter, after its closing and outside the act that closed it (docs/decisions/0021). Derived:
-- `banjie rebuild --check` folds each again from its facts and compares.
CREATE TABLE licensing.account_tally (
  opened    timestamptz(0) NOT NULL,
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
CREATE INDEX account_tally_day ON licensing.account_tally (closed_on);

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

CREATE VIEW licensing.account_spell AS
  SELECT t.matter, t.item, t.lead, t.closed_on, split_part(h.held, '/', 1) AS part, split_part(h.held, '/', 2) AS organ,
         split_part(h.held, '/', 3) AS level, split_part(h.held, '/', 4) AS seat,
         extract(epoch FROM t.opened)::bigint + t.at[h.n] AS "from", extract(epoch FROM t.opened)::bigint + t.at[h.n + 1] AS "to"
    FROM licensing.account_tally t CROSS JOIN LATERAL unnest(t.held) WITH ORDINALITY AS h(held, n);
COMMENT ON VIEW licensing.account_spell IS 'The spells of closed matters, a row each; instants in seconds since the epoch.';

GRANT SELECT, INSERT, DELETE ON licensing.account_tally, licensing.account_sign TO banjie_app;
GRANT SELECT ON licensing.account_spell TO banjie_app;
