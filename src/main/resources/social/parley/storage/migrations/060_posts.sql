CREATE TABLE posts (
  id ${id} PRIMARY KEY,
  iri TEXT NOT NULL,
  url TEXT NOT NULL,
  author_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  local BOOLEAN NOT NULL,
  kind TEXT NOT NULL,
  reach TEXT NOT NULL,
  html TEXT NOT NULL,
  source TEXT,
  source_format TEXT,
  warning TEXT NOT NULL,
  sensitive BOOLEAN NOT NULL,
  language TEXT,
  published_at BIGINT NOT NULL,
  edited_at BIGINT,
  in_reply_to BIGINT,
  in_reply_to_author BIGINT,
  in_reply_to_iri TEXT,
  thread_root BIGINT,
  context TEXT,
  boost_of BIGINT REFERENCES posts (id) ON DELETE CASCADE,
  replies BIGINT NOT NULL,
  boosts BIGINT NOT NULL,
  favourites BIGINT NOT NULL,
  mentions TEXT,
  tags TEXT,
  emoji TEXT,
  media TEXT,
  has_media BOOLEAN NOT NULL,
  application TEXT,
  details TEXT
);
CREATE UNIQUE INDEX posts_iri ON posts (iri);
CREATE INDEX posts_author ON posts (author_id, id);
CREATE INDEX posts_public ON posts (id) WHERE reach = 'public' AND boost_of IS NULL;
CREATE INDEX posts_public_local ON posts (id)
  WHERE reach = 'public' AND boost_of IS NULL AND local;
CREATE INDEX posts_public_media ON posts (id)
  WHERE reach = 'public' AND boost_of IS NULL AND has_media;
CREATE UNIQUE INDEX posts_boosts ON posts (boost_of, author_id) WHERE boost_of IS NOT NULL;
CREATE INDEX posts_replies ON posts (in_reply_to, id) WHERE in_reply_to IS NOT NULL;
CREATE INDEX posts_orphans ON posts (in_reply_to_iri)
  WHERE in_reply_to_iri IS NOT NULL AND in_reply_to IS NULL;
CREATE INDEX posts_threads ON posts (thread_root, id) WHERE in_reply_to_iri IS NOT NULL;

-- Whom a post names or is addressed to; only those addressed may see it for that reason, and only
-- those both named and addressed are notified.
CREATE TABLE post_mentions (
  actor_id BIGINT NOT NULL,
  post_id BIGINT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  named BOOLEAN NOT NULL,
  addressed BOOLEAN NOT NULL,
  PRIMARY KEY (actor_id, post_id)
)${clustered};
CREATE INDEX post_mentions_post ON post_mentions (post_id);

CREATE TABLE post_tags (
  tag TEXT NOT NULL,
  post_id BIGINT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  PRIMARY KEY (tag, post_id)
)${clustered};
CREATE INDEX post_tags_post ON post_tags (post_id);

-- What a post looked like before each of its edits.
CREATE TABLE post_edits (
  post_id BIGINT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  written_at BIGINT NOT NULL,
  html TEXT NOT NULL,
  warning TEXT NOT NULL,
  sensitive BOOLEAN NOT NULL,
  emoji TEXT,
  media TEXT,
  options TEXT,
  PRIMARY KEY (post_id, written_at)
);

-- What was deleted: our own for good, that of others for some hours, so that a late Create stays out.
CREATE TABLE tombstones (
  iri TEXT NOT NULL PRIMARY KEY,
  former_type TEXT,
  deleted_at BIGINT NOT NULL,
  expires_at BIGINT
);
CREATE INDEX tombstones_expiry ON tombstones (expires_at) WHERE expires_at IS NOT NULL;

CREATE TABLE polls (
  post_id ${id} PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
  multiple BOOLEAN NOT NULL,
  hide_totals BOOLEAN NOT NULL,
  expires_at BIGINT,
  ended BOOLEAN NOT NULL,
  voters BIGINT NOT NULL,
  update_due BOOLEAN NOT NULL
);

CREATE TABLE poll_options (
  post_id BIGINT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  votes BIGINT NOT NULL,
  PRIMARY KEY (post_id, position)
)${clustered};

CREATE TABLE poll_votes (
  post_id BIGINT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  actor_id BIGINT NOT NULL,
  position INTEGER NOT NULL,
  iri TEXT,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (post_id, actor_id, position)
)${clustered};

CREATE TABLE pins (
  actor_id BIGINT NOT NULL,
  post_id BIGINT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  pinned_at BIGINT NOT NULL,
  PRIMARY KEY (actor_id, post_id)
)${clustered};
CREATE INDEX pins_post ON pins (post_id);

CREATE TABLE idempotency_keys (
  actor_id BIGINT NOT NULL,
  key TEXT NOT NULL,
  post_id BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (actor_id, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);

CREATE TABLE thread_mutes (
  actor_id BIGINT NOT NULL,
  thread_root BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (actor_id, thread_root)
)${clustered};
