-- People whom somebody recommends together, under a name.
CREATE TABLE featured_collections (
  id ${id} PRIMARY KEY,
  owner_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  iri TEXT NOT NULL,
  name TEXT NOT NULL,
  -- The name in small letters, for those who search by its beginning.
  name_key TEXT ${bytewise} NOT NULL,
  description TEXT NOT NULL,
  language TEXT,
  tag TEXT,
  sensitive BOOLEAN NOT NULL,
  discoverable BOOLEAN NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX featured_collections_iri ON featured_collections (iri);
CREATE INDEX featured_collections_owner ON featured_collections (owner_id, id);
CREATE INDEX featured_collections_name ON featured_collections (name_key) WHERE discoverable;
CREATE INDEX featured_collections_tag ON featured_collections (tag) WHERE discoverable;

-- Who stands in them; those who have taken themselves out are kept, so that nobody puts them back.
CREATE TABLE featured_people (
  id ${id} PRIMARY KEY,
  collection_id BIGINT NOT NULL REFERENCES featured_collections (id) ON DELETE CASCADE,
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  state TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX featured_people_pair ON featured_people (collection_id, actor_id);
CREATE INDEX featured_people_actor ON featured_people (actor_id, collection_id);
