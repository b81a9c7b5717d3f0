-- Who may sign in, and who is signed in. Neither is a record of the county: `banjie export` holds none of it.
CREATE SCHEMA access;
CREATE DOMAIN access.password_hash AS text CHECK (VALUE LIKE '$argon2id$%');
CREATE DOMAIN access.digest AS bytea CHECK (length(VALUE) = 32);

CREATE TABLE access.account (
  person  text PRIMARY KEY CHECK (person <> ''),
  hash    access.password_hash NOT NULL,
  changed timestamptz(0) NOT NULL DEFAULT now()
);
COMMENT ON TABLE access.account IS 'People who sign in with a password. What they may do is asked of their seats, on the day of the act.';

CREATE TABLE access.session (
  hash   access.digest PRIMARY KEY,
  person text NOT NULL,
  begun  timestamptz(0) NOT NULL DEFAULT now(),
  seen   timestamptz(0) NOT NULL DEFAULT now(),
  ends   timestamptz(0) NOT NULL CHECK (ends > begun)
);
COMMENT ON TABLE access.session IS 'Browsers signed in. The machine''s time, not the model county''s: a session does not end because a week is let pass.';
COMMENT ON COLUMN access.session.hash IS 'sha256 of the cookie''s token: who reads this table can sign in as nobody.';
CREATE INDEX session_person ON access.session (person);
CREATE INDEX session_ends ON access.session (ends);

GRANT USAGE ON SCHEMA access TO banjie_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON access.account, access.session TO banjie_app;
