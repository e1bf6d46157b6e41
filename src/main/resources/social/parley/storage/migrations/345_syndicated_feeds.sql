-- Feeds that are known as accounts; tag and modified came with the last answer.
CREATE TABLE syndicated_feeds (
  actor_id ${id} NOT NULL PRIMARY KEY REFERENCES actors (id) ON DELETE CASCADE,
  tag TEXT,
  modified TEXT,
  reading_at BIGINT,
  failures INTEGER NOT NULL
);
