-- Each kind of matter counts by itself. Numbers given before stay as they are: each series goes on after the last that all kinds shared.
ALTER TABLE matter.county ADD COLUMN serials jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(serials) = 'object');
COMMENT ON COLUMN matter.county.serial IS 'The last number of the series that all kinds shared in earlier releases, 0 in a county begun since. It moves no more.';
COMMENT ON COLUMN matter.county.serials IS 'The last number of each kind''s own series, by the fact it opens with; a kind that is not named has given none since `serial`. It moves with the matter it names, in one statement: no series has a gap.';
