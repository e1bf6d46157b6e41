-- Browsers are woken as apps are: a place belongs to an access token or to a session, and goes with
-- it.
CREATE TABLE push_places (
  id INTEGER NOT NULL PRIMARY KEY,
  token_id BIGINT UNIQUE REFERENCES oauth_tokens (id) ON DELETE CASCADE,
  session_id BIGINT UNIQUE REFERENCES sessions (id) ON DELETE CASCADE,
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

INSERT INTO push_places (id, token_id, session_id, actor_id, secret, endpoint, p256dh, auth,
  standard, policy, alerts, failing_since, created_at)
SELECT id, token_id, NULL, actor_id, secret, endpoint, p256dh, auth, standard, policy, alerts,
  failing_since, created_at FROM push_subscriptions;

DROP TABLE push_subscriptions;
ALTER TABLE push_places RENAME TO push_subscriptions;
CREATE INDEX push_subscriptions_actor ON push_subscriptions (actor_id);
