-- An act changes a matter's row and not its indexes: the row moves within its page (heap-only tuples; PostgreSQL's manual, 65.7).
-- What stops the examination is told by the work that waits, as its days are.
ALTER TABLE matter.work_item ADD COLUMN stopped boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN matter.work_item.stopped IS 'A lawful pause has stopped it: it has no day until it is resumed.';
UPDATE matter.work_item w SET stopped = true, due = NULL, due_soon = NULL FROM matter.matter m
 WHERE m.number = w.matter AND m.account = 'law' AND (w.step IN ('lead', 'decide', 'forward') OR w.step LIKE 'assist:%');
DROP INDEX matter.matter_paused;

COMMENT ON COLUMN matter.matter.next_change IS
  'Day on which the sweep looks at it again: never later than the next date on which time alone changes something. An act that only puts that date off leaves it.';
COMMENT ON COLUMN matter.matter.reach IS
  'No open date lies later, derived; infinity: not reckoned yet, the next opening of the county does it. An act that only brings that date nearer leaves it.';
