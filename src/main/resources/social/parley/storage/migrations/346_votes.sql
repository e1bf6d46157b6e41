-- Who is against a post.
CREATE TABLE dislikes (
  id ${id} PRIMARY KEY,
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  post_id BIGINT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  iri TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX dislikes_pair ON dislikes (actor_id, post_id);
CREATE INDEX dislikes_post ON dislikes (post_id, id);
CREATE INDEX dislikes_iri ON dislikes (iri);

-- Voices that a community tells of, by the addresses of people who are not known here.
CREATE TABLE told_votes (
  post_id BIGINT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  voter TEXT NOT NULL,
  up BOOLEAN NOT NULL,
  PRIMARY KEY (post_id, voter)
);

ALTER TABLE posts ADD COLUMN dislikes BIGINT NOT NULL DEFAULT 0;
