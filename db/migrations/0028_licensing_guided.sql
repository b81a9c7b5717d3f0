-- Made-up matters of the model county that a visitor on the tour may be shown whole, with their query codes.
CREATE TABLE licensing.guided (
  matter text PRIMARY KEY,
  place  integer NOT NULL CHECK (place > 0)
);
COMMENT ON TABLE licensing.guided IS 'Written when a county is lived from a seed, never for what somebody filed: nobody''s own application is shown.';
GRANT SELECT, INSERT ON licensing.guided TO banjie_app;
