-- Who chairs it, by seat, as the notice names it (行政许可法 48).
ALTER TABLE licensing.hearing ADD COLUMN moderator text;
COMMENT ON COLUMN licensing.hearing.moderator IS 'The seat of the moderator.';

UPDATE licensing.hearing h SET moderator = f.moderator
  FROM (SELECT DISTINCT ON (matter) matter, body::json ->> 'moderator' AS moderator
          FROM journal.fact WHERE kind = 'hearing-notified' ORDER BY matter, seq DESC) f
 WHERE f.matter = h.matter;
ALTER TABLE licensing.hearing ALTER COLUMN moderator SET NOT NULL;

CREATE OR REPLACE VIEW licensing.public_hearing AS
  SELECT h.matter, h.item, h.organ, h.day, h.time, h.place,
         CASE WHEN p.value IS NULL THEN NULL
              WHEN p.value::json ->> 'kind' = 'firm' THEN p.value::json ->> 'name'
              ELSE left(p.value::json ->> 'name', 1) || repeat('*', greatest(char_length(p.value::json ->> 'name') - 1, 1)) END AS applicant,
         h.moderator
    FROM licensing.hearing h
    JOIN matter.matter m ON m.number = h.matter AND m.status = 'accepted'
    LEFT JOIN journal.person_data p ON p.person = h.person AND p.key = 'identity:' || h.matter
   WHERE h.announced;
