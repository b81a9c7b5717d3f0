-- Papers that a window took in: what the hand-over list of a day and a clerk is made of. Derived.
CREATE TABLE licensing.paper_intake (
  matter text NOT NULL,
  seq    integer NOT NULL,
  on_day date NOT NULL,
  clerk  text NOT NULL,
  seat   text NOT NULL,
  papers text NOT NULL CHECK (papers <> ''),
  PRIMARY KEY (matter, seq)
);
COMMENT ON TABLE licensing.paper_intake IS 'What somebody took in on paper for another, each time: codes of the item''s materials with spaces between, without files and declarations.';
CREATE INDEX paper_intake_day ON licensing.paper_intake (on_day, clerk);
GRANT SELECT, INSERT, UPDATE, DELETE ON licensing.paper_intake TO banjie_app;

-- What was taken in until now.
INSERT INTO licensing.paper_intake (matter, seq, on_day, clerk, seat, papers)
  SELECT f.matter, f.seq, (f.at AT TIME ZONE 'Asia/Shanghai')::date, f.actor, f.capacity, p.papers
    FROM journal.fact f
    JOIN matter.matter m ON m.number = f.matter AND m.kind = 'licensing' AND m.person <> f.actor
    CROSS JOIN LATERAL (
      SELECT string_agg(code, ' ' ORDER BY place) AS papers
        FROM json_array_elements_text(f.body::json -> 'papers') WITH ORDINALITY AS given(code, place)
       WHERE NOT EXISTS (SELECT FROM json_array_elements(f.body::json -> 'files') AS file WHERE file ->> 'material' = code)
         AND NOT coalesce((f.body::jsonb -> 'declared') ? code, false)
    ) AS p
   WHERE f.kind IN ('received', 'corrected', 'papers-arrived') AND p.papers IS NOT NULL;
