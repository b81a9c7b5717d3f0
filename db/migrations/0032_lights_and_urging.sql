-- Lights by the county's thresholds, and who was urged of what (docs/decisions/0020).

-- One light said "late"; now it says of what: the promise, a step's own day, the law; and that a clock which should run has none.
ALTER DOMAIN matter.light DROP CONSTRAINT light_check;
-- Of an open matter every statutory clock that has passed is on record; so the law's lateness is told from the promise's.
UPDATE matter.matter m SET light = CASE WHEN EXISTS (
    SELECT FROM journal.fact f WHERE f.matter = m.number AND f.kind = 'limit-passed'
       AND f.body::json ->> 'clock' IN ('acceptance', 'legal', 'delivery', 'hearing')) THEN 'over-law' ELSE 'over-promise' END
 WHERE m.light::text = 'late';
ALTER DOMAIN matter.light ADD CONSTRAINT light_check
  CHECK (VALUE IN ('in-time','due-soon','step-overdue','over-promise','over-law','paused','unarmed','closed'));
-- A desk asks which of its matters have one of these; they are few.
CREATE INDEX matter_light ON matter.matter (light, number) WHERE light IN ('over-promise', 'over-law', 'unarmed');
