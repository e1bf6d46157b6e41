CREATE TABLE tag_follows (
  id ${id} PRIMARY KEY,
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX tag_follows_pair ON tag_follows (actor_id, tag);
CREATE INDEX tag_follows_page ON tag_follows (actor_id, id);
CREATE INDEX tag_follows_tag ON tag_follows (tag, id);

-- Days are counted from 1970-01-01, in UTC.
CREATE TABLE tag_uses (
  tag TEXT NOT NULL,
  day BIGINT NOT NULL,
  actor_id BIGINT NOT NULL,
  uses BIGINT NOT NULL,
  PRIMARY KEY (tag, day, actor_id)
)${clustered};
CREATE INDEX tag_uses_day ON tag_uses (day);

CREATE TABLE tag_days (
  tag TEXT NOT NULL,
  day BIGINT NOT NULL,
  uses BIGINT NOT NULL,
  accounts BIGINT NOT NULL,
  PRIMARY KEY (tag, day)
)${clustered};
CREATE INDEX tag_days_day ON tag_days (day);

-- What people show on their profiles; counts are kept as their posts come and go.
CREATE TABLE featured_tags (
  id ${id} PRIMARY KEY,
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  name TEXT NOT NULL,
  posts BIGINT NOT NULL,
  last_at BIGINT,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX featured_tags_pair ON featured_tags (actor_id, tag);

ALTER TABLE actors ADD COLUMN featured_tags TEXT;
UPDATE actors SET featured_tags = iri || '/collections/tags'
WHERE local = TRUE AND featured IS NOT NULL;
