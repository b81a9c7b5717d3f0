-- The sweep asks every minute what was closed since the last time: it must not read every matter for the answer.
CREATE INDEX matter_closed ON matter.matter (closed) WHERE closed IS NOT NULL;
