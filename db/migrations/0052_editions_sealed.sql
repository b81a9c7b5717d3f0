-- Each edition of the organisation and the catalogue is sealed as it is recorded: a digest of its rows in each table. What earlier releases
-- recorded has none, and none is made for it afterwards: it could only repeat what lies there now.
CREATE TABLE journal.edition_seal (
  register text NOT NULL CHECK (register <> ''),
  edition  bigint NOT NULL,
  relation text NOT NULL CHECK (relation ~ '^[a-z_]+\.[a-z_]+$' AND split_part(relation, '.', 1) = register),
  key      text NOT NULL,
  columns  text[] NOT NULL,
  tables   int NOT NULL CHECK (tables > 0),
  rows     bigint NOT NULL CHECK (rows >= 0),
  digest   journal.digest NOT NULL,
  PRIMARY KEY (register, edition, relation)
);
COMMENT ON TABLE journal.edition_seal IS 'What an edition of a register was when it was recorded, by table. Truth: exported, compared by verify and by an import.';
COMMENT ON COLUMN journal.edition_seal.key IS 'The column that names the edition in this table.';
COMMENT ON COLUMN journal.edition_seal.columns IS 'The columns of that day, in order: a column added later changes no seal.';
COMMENT ON COLUMN journal.edition_seal.tables IS 'In how many tables this edition was sealed: a seal taken away is missed.';
COMMENT ON COLUMN journal.edition_seal.digest IS 'sha256 of the rows, each a JSON array of its columns, in the order of their bytes.';
CREATE TRIGGER edition_seal_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal.edition_seal
  FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_change();
ALTER TABLE journal.edition_seal ENABLE ALWAYS TRIGGER edition_seal_is_append_only;
GRANT SELECT, INSERT ON journal.edition_seal TO banjie_app;

-- No row where the table or a column is not there.
CREATE FUNCTION journal.edition_digest(relation text, key text, columns text[], edition bigint, OUT rows bigint, OUT digest bytea)
  RETURNS SETOF record LANGUAGE plpgsql STABLE SET timezone = 'UTC' SET datestyle = 'ISO, YMD' SET bytea_output = 'hex' AS $$
BEGIN
  IF (SELECT count(*) FROM pg_attribute WHERE attrelid = to_regclass(relation) AND attnum > 0 AND attname = ANY (columns || key))
     <> (SELECT count(DISTINCT c) FROM unnest(columns || key) c) THEN
    RETURN;
  END IF;
  RETURN QUERY EXECUTE format(
    $q$SELECT count(*), sha256(convert_to(coalesce(string_agg(line, E'\n' ORDER BY line COLLATE "C"), ''), 'UTF8'))
         FROM (SELECT json_build_array(%s)::text AS line FROM %s x WHERE x.%I = $1) AS lines$q$,
    (SELECT string_agg(format('x.%I', c), ', ' ORDER BY n) FROM unnest(columns) WITH ORDINALITY AS u(c, n)), to_regclass(relation), key)
    USING edition;
END $$;
COMMENT ON FUNCTION journal.edition_digest IS 'How many rows an edition has in a table, and their digest, by the columns named.';

-- At the end of the transaction, when all its rows are there. An import brings the seals with it.
CREATE FUNCTION journal.seal_edition() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  number bigint := (to_jsonb(NEW) ->> TG_ARGV[0])::bigint;
BEGIN
  IF current_setting('banjie.importing', true) = 'on' THEN
    RETURN NULL;
  END IF;
  INSERT INTO journal.edition_seal (register, edition, relation, key, columns, tables, rows, digest)
  SELECT TG_TABLE_SCHEMA, number, t.relation, t.key, t.columns, TG_NARGS, d.rows, d.digest
    FROM (SELECT name AS relation, CASE WHEN name = TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME THEN TG_ARGV[0] ELSE 'edition' END AS key,
                 (SELECT array_agg(attname::text ORDER BY attname) FROM pg_attribute
                   WHERE attrelid = name::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns
            FROM (SELECT TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME AS name
                   UNION ALL SELECT TG_TABLE_SCHEMA || '.' || a FROM unnest(TG_ARGV[1:]) a) AS names) AS t,
         LATERAL journal.edition_digest(t.relation, t.key, t.columns, number) d;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER edition_is_sealed AFTER INSERT ON organisation.edition DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION journal.seal_edition('edition', 'organ', 'seat', 'appointment', 'ending', 'authorisation', 'withdrawal');
