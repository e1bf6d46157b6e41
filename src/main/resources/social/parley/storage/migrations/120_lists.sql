CREATE TABLE lists (
  id ${id} PRIMARY KEY,
  owner_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  replies TEXT NOT NULL,
  exclusive BOOLEAN NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX lists_owner ON lists (owner_id, id);

CREATE TABLE list_members (
  id ${id} PRIMARY KEY,
  list_id BIGINT NOT NULL REFERENCES lists (id) ON DELETE CASCADE,
  owner_id BIGINT NOT NULL,
  member_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX list_members_pair ON list_members (list_id, member_id);
CREATE INDEX list_members_page ON list_members (list_id, id);
CREATE INDEX list_members_member ON list_members (member_id, id);
CREATE INDEX list_members_owner ON list_members (member_id, owner_id);

-- What stands on each list, written as posts arrive, like the homes.
CREATE TABLE list_entries (
  list_id BIGINT NOT NULL,
  post_id BIGINT NOT NULL,
  PRIMARY KEY (list_id, post_id)
)${clustered};
