-- The same job without a house around it: exactly the rows a careful design needs, no rule, no proof, no person.
-- One matter, five steps, eight journal rows, twelve updates.
DROP SCHEMA IF EXISTS bench CASCADE;
CREATE SCHEMA bench;
CREATE TABLE bench.matter (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, item text NOT NULL, status smallint NOT NULL, version int NOT NULL,
  owner text NOT NULL, since timestamptz NOT NULL, due date
);
CREATE TABLE bench.step (
  matter bigint NOT NULL, organ text NOT NULL, status smallint NOT NULL, due date NOT NULL, PRIMARY KEY (matter, organ)
);
CREATE TABLE bench.journal (
  matter bigint NOT NULL, seq int NOT NULL, kind text NOT NULL, actor text NOT NULL, at timestamptz NOT NULL, note text NOT NULL,
  PRIMARY KEY (matter, seq)
);
