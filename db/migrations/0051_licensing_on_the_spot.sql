-- 即办件 alone is on the spot (P6): accepted and decided by one act at the window, on whatever day after receipt. What was merely received and
-- decided on one day is not.
UPDATE licensing.decision d SET on_the_spot = NOT on_the_spot
 WHERE on_the_spot <> EXISTS (
   SELECT FROM journal.fact f WHERE f.matter = d.matter AND f.kind = 'accepted' AND f.body::json ->> 'mode' = 'on-the-spot');
COMMENT ON COLUMN licensing.decision.on_the_spot IS 'Concluded by the act for 即办件, which writes every fact at once.';
