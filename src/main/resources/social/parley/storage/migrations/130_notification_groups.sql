ALTER TABLE notifications ADD COLUMN group_key TEXT ${bytewise};
ALTER TABLE notifications ADD COLUMN filtered BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE notifications ADD COLUMN seen BOOLEAN NOT NULL DEFAULT FALSE;
-- What it is about besides a post: the row of a report, a warning, an event; by type.
ALTER TABLE notifications ADD COLUMN subject_id BIGINT;
ALTER TABLE notifications ADD COLUMN emoji TEXT NOT NULL DEFAULT '';
ALTER TABLE notifications ADD COLUMN emoji_url TEXT;
CREATE INDEX notifications_groups ON notifications (recipient_id, group_key, id)
  WHERE group_key IS NOT NULL;
CREATE INDEX notifications_filtered ON notifications (recipient_id, actor_id, id) WHERE filtered;
CREATE INDEX notifications_subject ON notifications (subject_id, type) WHERE subject_id IS NOT NULL;
-- One person may react to a post with several emoji.
DROP INDEX notifications_once;
CREATE UNIQUE INDEX notifications_once
  ON notifications (recipient_id, type, actor_id, post_id, emoji);

-- Whose notifications are shown, kept apart or dropped; no row while nothing was chosen.
CREATE TABLE notification_policies (
  recipient_id ${id} PRIMARY KEY REFERENCES actors (id) ON DELETE CASCADE,
  for_not_following TEXT NOT NULL,
  for_not_followers TEXT NOT NULL,
  for_new_accounts TEXT NOT NULL,
  for_private_mentions TEXT NOT NULL,
  for_limited_accounts TEXT NOT NULL,
  for_bots TEXT NOT NULL
);

-- Who may be heard whatever the policy says.
CREATE TABLE notification_permissions (
  recipient_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  PRIMARY KEY (recipient_id, actor_id)
)${clustered};
CREATE INDEX notification_permissions_actor ON notification_permissions (actor_id);

-- Those of whom something was kept apart and who have not been answered.
CREATE TABLE notification_requests (
  id ${id} PRIMARY KEY,
  recipient_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX notification_requests_pair ON notification_requests (recipient_id, actor_id);
CREATE INDEX notification_requests_recipient ON notification_requests (recipient_id, id);
CREATE INDEX notification_requests_actor ON notification_requests (actor_id);
