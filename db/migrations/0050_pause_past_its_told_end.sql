-- A lawful pause is watched from the day after its told end (行政许可法 45). Of matters that are paused already the next opening of the
-- county reckons their next day.
UPDATE matter.matter SET reach = 'infinity' WHERE closed IS NULL AND account = 'law';
