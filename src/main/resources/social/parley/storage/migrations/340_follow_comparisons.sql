-- When the followers of an actor elsewhere were last compared with what its server says (FEP-8fcf).
CREATE TABLE follow_comparisons (
  actor_id ${id} NOT NULL PRIMARY KEY REFERENCES actors (id) ON DELETE CASCADE,
  asked_at BIGINT NOT NULL
);
