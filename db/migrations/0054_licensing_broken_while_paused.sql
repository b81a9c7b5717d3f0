-- A promise that its day has broken stays over the promise while a pause stops it. Of such matters the next opening of the county reckons the
-- light anew.
UPDATE matter.matter m SET reach = 'infinity'
 WHERE m.closed IS NULL AND m.light NOT IN ('over-law', 'over-promise')
   AND EXISTS (SELECT FROM licensing.breach b WHERE b.matter = m.number AND b.kind = 'late:promised' AND b.taken_back IS NULL);
