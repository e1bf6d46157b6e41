-- What somebody elsewhere has deleted before it came: it stays out if it turns out to be theirs.
CREATE TABLE early_deletes (
  iri TEXT NOT NULL,
  actor_id BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  PRIMARY KEY (iri, actor_id)
);
CREATE INDEX early_deletes_expiry ON early_deletes (expires_at);
