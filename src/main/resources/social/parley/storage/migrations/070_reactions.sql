CREATE TABLE favourites (
  id ${id} PRIMARY KEY,
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  post_id BIGINT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  iri TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX favourites_pair ON favourites (actor_id, post_id);
CREATE INDEX favourites_post ON favourites (post_id, id);
CREATE INDEX favourites_actor ON favourites (actor_id, id);
CREATE INDEX favourites_iri ON favourites (iri);

CREATE TABLE bookmarks (
  id ${id} PRIMARY KEY,
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  post_id BIGINT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX bookmarks_pair ON bookmarks (actor_id, post_id);
CREATE INDEX bookmarks_post ON bookmarks (post_id);
CREATE INDEX bookmarks_actor ON bookmarks (actor_id, id);
