-- What people feel about a post: a Unicode emoji, an own custom one by its shortcode, or one of
-- another server as shortcode@domain; the address is that of a custom emoji's picture.
CREATE TABLE emoji_reactions (
  id ${id} PRIMARY KEY,
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  post_id BIGINT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  url TEXT,
  iri TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX emoji_reactions_post ON emoji_reactions (post_id, name, actor_id);
CREATE INDEX emoji_reactions_actor ON emoji_reactions (actor_id, post_id);
CREATE INDEX emoji_reactions_iri ON emoji_reactions (iri);
