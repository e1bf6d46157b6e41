-- At most one row: the keys by which push services know this server.
CREATE TABLE vapid_keys (
  id INTEGER NOT NULL PRIMARY KEY,
  public_key TEXT NOT NULL,
  private_key TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

-- Where apps want to be woken. The id is small, because apps keep it in 32 bits. The secret is the
-- access token itself, which apps expect in every message; it goes when the token does.
CREATE TABLE push_subscriptions (
  id INTEGER NOT NULL PRIMARY KEY,
  token_id BIGINT NOT NULL UNIQUE REFERENCES oauth_tokens (id) ON DELETE CASCADE,
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  secret TEXT NOT NULL,
  endpoint TEXT NOT NULL,
  p256dh TEXT NOT NULL,
  auth TEXT NOT NULL,
  standard BOOLEAN NOT NULL,
  policy TEXT NOT NULL,
  alerts TEXT NOT NULL,
  failing_since BIGINT,
  created_at BIGINT NOT NULL
);
CREATE INDEX push_subscriptions_actor ON push_subscriptions (actor_id);
