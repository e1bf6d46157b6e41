-- The hub that a feed names, and how far it has promised to tell of news there.
CREATE TABLE feed_hubs (
  actor_id ${id} NOT NULL PRIMARY KEY REFERENCES syndicated_feeds (actor_id) ON DELETE CASCADE,
  hub TEXT NOT NULL,
  topic TEXT NOT NULL,
  callback_key TEXT NOT NULL UNIQUE,
  secret TEXT NOT NULL,
  wanted BOOLEAN NOT NULL,
  asked_at BIGINT,
  expires_at BIGINT
);
