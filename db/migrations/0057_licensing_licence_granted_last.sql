-- How a licence stands: cancelled or revoked wins for good, else what was granted last, by the day of the decision. A change or re-issue
-- keeps the day on which the licence began, so that day no longer tells which came last.
CREATE OR REPLACE VIEW licensing.licence_now AS
  SELECT DISTINCT ON (l.number) l.number, l.matter, l.item, l.organ, l.person, l.valid_from, l.valid_to, l.state
    FROM licensing.licence l
    LEFT JOIN licensing.decision d ON d.matter = l.matter
   ORDER BY l.number, (l.state = 'valid'), d.decided_on DESC, l.valid_from DESC, l.matter DESC;
