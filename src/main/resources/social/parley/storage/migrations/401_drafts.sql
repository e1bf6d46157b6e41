-- What people have begun to write, by the name of the form it is in; the content is JSON.
CREATE TABLE drafts (
  id ${id} NOT NULL PRIMARY KEY,
  author_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  saved_at BIGINT NOT NULL,
  UNIQUE (author_id, name)
);

CREATE INDEX drafts_author ON drafts (author_id, saved_at);
