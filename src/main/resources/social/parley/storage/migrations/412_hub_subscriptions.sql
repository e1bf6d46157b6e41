-- Who is told of what feeds of this server say, and the digest of what they were told last.
CREATE TABLE hub_subscriptions (
  id ${id} NOT NULL PRIMARY KEY,
  feed TEXT NOT NULL,
  topic TEXT NOT NULL,
  callback TEXT NOT NULL,
  host TEXT NOT NULL,
  secret TEXT,
  expires_at BIGINT NOT NULL,
  failing_since BIGINT,
  told TEXT,
  UNIQUE (topic, callback)
);
CREATE INDEX hub_subscriptions_feed ON hub_subscriptions (feed);
CREATE INDEX hub_subscriptions_host ON hub_subscriptions (host);
CREATE INDEX hub_subscriptions_expiry ON hub_subscriptions (expires_at);
