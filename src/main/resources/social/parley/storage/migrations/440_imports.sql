-- Lists that people bring from elsewhere, and each of their rows; the subject is a handle in lower
-- case, a domain or the address of a post.
CREATE TABLE imports (
  id ${id} NOT NULL PRIMARY KEY,
  owner_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  overwrite BOOLEAN NOT NULL,
  state TEXT NOT NULL,
  file_name TEXT NOT NULL,
  removed BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  finished_at BIGINT
);
CREATE INDEX imports_owner ON imports (owner_id, id);

CREATE TABLE import_rows (
  import_id BIGINT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  line BIGINT NOT NULL,
  subject TEXT ${bytewise} NOT NULL,
  detail TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  reason TEXT,
  PRIMARY KEY (import_id, line)
);
CREATE INDEX import_rows_state ON import_rows (import_id, state, attempts, line);
CREATE INDEX import_rows_subject ON import_rows (import_id, subject);
