-- Who goes to which event, wants to, or says that they do not.
CREATE TABLE attendances (
  id ${id} PRIMARY KEY,
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  post_id BIGINT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  state TEXT NOT NULL,
  iri TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX attendances_pair ON attendances (actor_id, post_id);
CREATE INDEX attendances_post ON attendances (post_id, id);
CREATE INDEX attendances_iri ON attendances (iri);
