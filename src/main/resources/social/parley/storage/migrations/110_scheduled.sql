CREATE TABLE scheduled_posts (
  id ${id} PRIMARY KEY,
  author_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  due_at BIGINT NOT NULL,
  draft TEXT NOT NULL,
  application_id BIGINT,
  idempotency_key TEXT,
  created_at BIGINT NOT NULL,
  failed_at BIGINT,
  failure TEXT
);
CREATE INDEX scheduled_posts_author ON scheduled_posts (author_id, id);
CREATE UNIQUE INDEX scheduled_posts_key ON scheduled_posts (author_id, idempotency_key)
  WHERE idempotency_key IS NOT NULL;

-- Set while a file waits for a post that is not published yet.
ALTER TABLE media ADD COLUMN held BOOLEAN NOT NULL DEFAULT FALSE;
