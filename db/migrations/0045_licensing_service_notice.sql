-- Decisions served by public notice, each while it is needed. Derived.
CREATE TABLE licensing.service_notice (
  matter       text PRIMARY KEY,
  item         text NOT NULL,
  organ        text NOT NULL,
  person       text NOT NULL,
  ground       text NOT NULL,
  place        text NOT NULL,
  published_on date NOT NULL,
  served_on    date
);
COMMENT ON COLUMN licensing.service_notice.place IS 'As typed; where the applicant''s name stood is a token.';
COMMENT ON COLUMN licensing.service_notice.served_on IS 'The last of the days that have to pass; none where the law book held no such term.';

-- What a notice of service says (民事诉讼法 95): to whom, which paper, why so, until when; neither the outcome nor its reasons. It names its
-- addressee, or it would serve nobody; whoever was served otherwise meanwhile, or whose time is over, stands in it no more.
CREATE VIEW licensing.public_service_notice AS
  SELECT n.matter, n.item, n.organ, d.paper, d.decided_on, n.ground, n.place, n.published_on, n.served_on,
         p.value::json ->> 'name' AS addressee
    FROM licensing.service_notice n
    JOIN matter.matter m ON m.number = n.matter AND m.status = 'decided'
    JOIN licensing.decision d ON d.matter = n.matter
    LEFT JOIN journal.person_data p ON p.person = n.person AND p.key = 'identity:' || n.matter;
COMMENT ON VIEW licensing.public_service_notice IS 'Notices of service that run.';

GRANT SELECT, INSERT, UPDATE, DELETE ON licensing.service_notice TO banjie_app;
GRANT SELECT ON licensing.public_service_notice TO banjie_app;
