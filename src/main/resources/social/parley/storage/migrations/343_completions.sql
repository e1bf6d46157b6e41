-- What was lately fetched to complete conversations and profiles of other servers.
CREATE TABLE completions (
  id ${id} NOT NULL PRIMARY KEY,
  subject TEXT NOT NULL,
  started_at BIGINT NOT NULL,
  finished_at BIGINT,
  found INTEGER NOT NULL
);
CREATE UNIQUE INDEX completions_subject ON completions (subject);
CREATE INDEX completions_age ON completions (started_at);
