-- When an account, here or elsewhere, last moved to another.
CREATE TABLE moves (
  actor_id ${id} NOT NULL PRIMARY KEY REFERENCES actors (id) ON DELETE CASCADE,
  moved_at BIGINT NOT NULL
);
