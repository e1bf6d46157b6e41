-- What the staff has decided about one actor, apart from what follows from its domain.
CREATE TABLE judgements (
  actor_id ${id} NOT NULL PRIMARY KEY REFERENCES actors (id) ON DELETE CASCADE,
  silenced_at BIGINT,
  suspended_at BIGINT,
  sensitized_at BIGINT,
  -- When what is theirs is to be removed for good.
  removal_at BIGINT
);
CREATE INDEX judgements_suspended ON judgements (suspended_at) WHERE suspended_at IS NOT NULL;

-- Decisions as they were told to the people they are about.
CREATE TABLE strikes (
  id ${id} NOT NULL PRIMARY KEY,
  target_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  staff_id BIGINT,
  action TEXT NOT NULL,
  text TEXT NOT NULL,
  report_id BIGINT,
  created_at BIGINT NOT NULL
);
CREATE INDEX strikes_target ON strikes (target_id, id);
