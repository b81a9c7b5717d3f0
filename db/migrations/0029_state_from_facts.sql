-- The folded state is not kept any more: it is what the facts say, folded when it is asked for (docs/decisions/0017).
ALTER TABLE matter.matter DROP COLUMN state;

-- No second without an owner, by construction: the accounts are settled up to the opening and the seconds on them.
ALTER TABLE matter.matter DROP COLUMN since;
CREATE DOMAIN matter.accounts AS int[] CHECK (array_length(VALUE, 1) = 7 AND 0 <= ALL (VALUE));
ALTER TABLE matter.matter ALTER COLUMN spent TYPE matter.accounts;
COMMENT ON COLUMN matter.matter.spent IS 'Seconds per account since the opening: window, organ, applicant, third-party, law, dispute, superior (promise 1).';

-- The chain holds the leaf; kept beside it, a leaf said the same twice.
ALTER TABLE journal.fact DROP COLUMN leaf;
COMMENT ON COLUMN journal.fact.chain IS 'sha256(previous chain, sha256(salt, canonical fact)); the first chains to sha256 of the matter''s number.';

-- A row is short now, so a page has room for its next version without being told to leave any.
ALTER TABLE matter.matter SET (fillfactor = 90);
COMMENT ON TABLE matter.matter IS 'Where each matter stands, derived from journal.fact; version = last seq.';
