-- A hearing that was held is not among those to come, on its own day either (行政许可法 48).
CREATE OR REPLACE VIEW licensing.public_hearing AS
  SELECT h.matter, h.item, h.organ, h.day, h.time, h.place,
         CASE WHEN p.value IS NULL THEN NULL
              WHEN p.value::json ->> 'kind' = 'firm' THEN p.value::json ->> 'name'
              ELSE left(p.value::json ->> 'name', 1) || repeat('*', greatest(char_length(p.value::json ->> 'name') - 1, 1)) END AS applicant,
         h.moderator
    FROM licensing.hearing h
    JOIN matter.matter m ON m.number = h.matter AND m.status = 'accepted'
    LEFT JOIN journal.person_data p ON p.person = h.person AND p.key = 'identity:' || h.matter
   WHERE h.announced AND NOT EXISTS (SELECT FROM journal.fact f WHERE f.matter = h.matter AND f.kind = 'hearing-held');
