-- What the search index still has to look at; each process follows it at its own pace.
CREATE TABLE search_log (
  id ${id} PRIMARY KEY,
  kind TEXT NOT NULL,
  subject BIGINT NOT NULL
);
