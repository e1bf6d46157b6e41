CREATE TABLE notifications (
  id ${id} PRIMARY KEY,
  recipient_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  type TEXT NOT NULL,
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  post_id BIGINT REFERENCES posts (id) ON DELETE CASCADE,
  created_at BIGINT NOT NULL
);
CREATE INDEX notifications_recipient ON notifications (recipient_id, id);
CREATE UNIQUE INDEX notifications_once ON notifications (recipient_id, type, actor_id, post_id);
CREATE INDEX notifications_post ON notifications (post_id);
CREATE INDEX notifications_actor ON notifications (actor_id);

CREATE TABLE markers (
  recipient_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  timeline TEXT NOT NULL,
  last_read_id BIGINT NOT NULL,
  version BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY (recipient_id, timeline)
);
