-- An officer's list is of her organs' matters: asked as the least privileged, it must not read the whole county's.
CREATE INDEX matter_organ ON matter.matter (organ, number);
