CREATE TABLE actors (
  id ${id} NOT NULL PRIMARY KEY,
  iri TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  username TEXT NOT NULL,
  domain TEXT NOT NULL,
  local BOOLEAN NOT NULL,
  display_name TEXT NOT NULL,
  bio_html TEXT NOT NULL,
  bio_source TEXT NOT NULL,
  fields TEXT NOT NULL,
  url TEXT NOT NULL,
  inbox TEXT NOT NULL,
  shared_inbox TEXT,
  outbox TEXT,
  followers TEXT,
  following TEXT,
  featured TEXT,
  avatar TEXT,
  avatar_description TEXT NOT NULL,
  header TEXT,
  header_description TEXT NOT NULL,
  locked BOOLEAN NOT NULL,
  bot BOOLEAN NOT NULL,
  discoverable BOOLEAN NOT NULL,
  indexable BOOLEAN NOT NULL,
  hide_collections BOOLEAN NOT NULL,
  memorial BOOLEAN NOT NULL,
  also_known_as TEXT NOT NULL,
  moved_to BIGINT,
  emoji TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  fetched_at BIGINT,
  standing TEXT NOT NULL,
  deleted_at BIGINT,
  -- user@domain in lower case; two remote actors may share one, as a person and a group can.
  handle_key TEXT ${bytewise} NOT NULL
);

CREATE INDEX actors_handle ON actors (handle_key);
CREATE UNIQUE INDEX actors_local_handle ON actors (handle_key) WHERE local;
CREATE INDEX actors_url ON actors (url);
CREATE INDEX actors_domain ON actors (domain, id);

-- Apart from actors, because they change with every post and a profile does not.
CREATE TABLE actor_counts (
  actor_id ${id} NOT NULL PRIMARY KEY,
  followers BIGINT NOT NULL,
  following BIGINT NOT NULL,
  posts BIGINT NOT NULL,
  last_post_at BIGINT
);

CREATE TABLE actor_keys (
  iri TEXT NOT NULL PRIMARY KEY,
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  algorithm TEXT NOT NULL,
  public_key TEXT NOT NULL,
  private_key TEXT
);

CREATE INDEX actor_keys_actor ON actor_keys (actor_id);
