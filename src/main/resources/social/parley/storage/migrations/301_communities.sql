-- The group that a post belongs to, and whether its moderators let nobody answer any more.
ALTER TABLE posts ADD COLUMN community BIGINT;
ALTER TABLE posts ADD COLUMN locked BOOLEAN NOT NULL DEFAULT FALSE;
