-- Beside its digest a seal keeps what each row was, field by field and shortened, so that an altered one can be named. Seals of earlier
-- releases have none, and none is made for them afterwards.
ALTER TABLE journal.edition_seal ADD COLUMN lines text;
COMMENT ON COLUMN journal.edition_seal.lines IS 'By row (its key without the edition) and field, the first 8 digits of its sha256; of a body by its own fields. Says where, and proves nothing: that the digest does.';

CREATE FUNCTION journal.edition_lines(relation text, key text, columns text[], edition bigint) RETURNS text
  LANGUAGE plpgsql STABLE SET timezone = 'UTC' SET datestyle = 'ISO, YMD' SET bytea_output = 'hex' AS $$
DECLARE
  names text[] := (SELECT array_agg(a.attname::text ORDER BY array_position(i.indkey::int2[], a.attnum))
                     FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
                    WHERE i.indrelid = to_regclass(relation) AND i.indisprimary AND a.attname <> key);
  found text;
BEGIN
  IF to_regclass(relation) IS NULL THEN
    RETURN NULL;
  END IF;
  EXECUTE format(
    $q$SELECT json_object_agg(name, fields ORDER BY name COLLATE "C")::text FROM (
         SELECT array_to_string(ARRAY(SELECT line ->> n FROM unnest($2::text[]) WITH ORDINALITY u(n, place) ORDER BY place), ' ') AS name,
                (SELECT json_object_agg(field, left(encode(sha256(convert_to(coalesce(value, ''), 'UTF8')), 'hex'), 8) ORDER BY field COLLATE "C")
                   FROM (SELECT e.key AS field, e.value FROM json_each_text(line) e
                          WHERE e.key = ANY ($3::text[]) AND NOT (e.key = 'body' AND e.value LIKE '{%%')
                         UNION ALL
                         SELECT 'body.' || b.key, b.value
                           FROM json_each_text(CASE WHEN line ->> 'body' LIKE '{%%' THEN (line ->> 'body')::json END) b
                          WHERE 'body' = ANY ($3::text[])) AS told) AS fields
           FROM (SELECT row_to_json(x) AS line FROM %s x WHERE x.%I = $1) AS rows) AS named$q$,
    to_regclass(relation), key) INTO found USING edition, names, columns;
  RETURN found;
END $$;
COMMENT ON FUNCTION journal.edition_lines IS 'The rows of an edition in a table, by name and field, as a seal keeps them.';

CREATE OR REPLACE FUNCTION journal.seal_edition() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  number bigint := (to_jsonb(NEW) ->> TG_ARGV[0])::bigint;
BEGIN
  IF current_setting('banjie.importing', true) = 'on' THEN
    RETURN NULL;
  END IF;
  INSERT INTO journal.edition_seal (register, edition, relation, key, columns, tables, rows, digest, lines)
  SELECT TG_TABLE_SCHEMA, number, t.relation, t.key, t.columns, TG_NARGS, d.rows, d.digest,
         journal.edition_lines(t.relation, t.key, t.columns, number)
    FROM (SELECT name AS relation, CASE WHEN name = TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME THEN TG_ARGV[0] ELSE 'edition' END AS key,
                 (SELECT array_agg(attname::text ORDER BY attname) FROM pg_attribute
                   WHERE attrelid = name::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns
            FROM (SELECT TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME AS name
                   UNION ALL SELECT TG_TABLE_SCHEMA || '.' || a FROM unnest(TG_ARGV[1:]) a) AS names) AS t,
         LATERAL journal.edition_digest(t.relation, t.key, t.columns, number) d;
  RETURN NULL;
END $$;
