-- What the people who run this server have to say to everybody here; lists are parted by commas.
CREATE TABLE announcements (
  id ${id} PRIMARY KEY,
  source TEXT NOT NULL,
  html TEXT NOT NULL,
  mentions TEXT NOT NULL,
  posts TEXT NOT NULL,
  tags TEXT NOT NULL,
  starts_at BIGINT,
  ends_at BIGINT,
  all_day BOOLEAN NOT NULL,
  due_at BIGINT,
  published_at BIGINT,
  updated_at BIGINT NOT NULL
);

CREATE TABLE announcement_reads (
  announcement_id BIGINT NOT NULL REFERENCES announcements (id) ON DELETE CASCADE,
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  PRIMARY KEY (announcement_id, actor_id)
)${clustered};
CREATE INDEX announcement_reads_actor ON announcement_reads (actor_id);

CREATE TABLE announcement_reactions (
  id ${id} PRIMARY KEY,
  announcement_id BIGINT NOT NULL REFERENCES announcements (id) ON DELETE CASCADE,
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  name TEXT NOT NULL
);
CREATE UNIQUE INDEX announcement_reactions_once
  ON announcement_reactions (announcement_id, name, actor_id);
CREATE INDEX announcement_reactions_actor ON announcement_reactions (actor_id);
