-- Those whose files are hidden behind a warning whatever they say themselves.
CREATE TABLE sensitive_authors (
  actor_id ${id} NOT NULL PRIMARY KEY REFERENCES actors (id) ON DELETE CASCADE
);

-- Posts that are marked for that reason alone.
CREATE TABLE sensitive_by_force (
  post_id ${id} NOT NULL PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
  author_id BIGINT NOT NULL
);
CREATE INDEX sensitive_by_force_author ON sensitive_by_force (author_id, post_id);
