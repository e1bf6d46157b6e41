CREATE TABLE follows (
  id ${id} PRIMARY KEY,
  follower_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  followed_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  follower_local BOOLEAN NOT NULL,
  iri TEXT NOT NULL,
  state TEXT NOT NULL,
  boosts BOOLEAN NOT NULL,
  notifying BOOLEAN NOT NULL,
  languages TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX follows_pair ON follows (follower_id, followed_id);
CREATE INDEX follows_followers ON follows (followed_id, state, follower_local, id);
CREATE INDEX follows_following ON follows (follower_id, state, id);
CREATE UNIQUE INDEX follows_iri ON follows (iri);

CREATE TABLE blocks (
  id ${id} PRIMARY KEY,
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  target_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  iri TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX blocks_pair ON blocks (actor_id, target_id);
CREATE INDEX blocks_target ON blocks (target_id, actor_id);

CREATE TABLE mutes (
  id ${id} PRIMARY KEY,
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  target_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  hide_notifications BOOLEAN NOT NULL,
  until BIGINT,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX mutes_pair ON mutes (actor_id, target_id);
CREATE INDEX mutes_target ON mutes (target_id);
