-- A thread of letters as one of those in it has it; without a last post it is put away.
CREATE TABLE conversations (
  id ${id} PRIMARY KEY,
  owner_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  thread_root BIGINT NOT NULL,
  participants TEXT NOT NULL,
  last_post BIGINT,
  unread BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX conversations_thread ON conversations (owner_id, thread_root, participants);
CREATE INDEX conversations_page ON conversations (owner_id, last_post);

CREATE TABLE conversation_posts (
  owner_id BIGINT NOT NULL,
  post_id BIGINT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  conversation_id BIGINT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  PRIMARY KEY (owner_id, post_id)
)${clustered};
CREATE INDEX conversation_posts_thread ON conversation_posts (conversation_id, post_id);
CREATE INDEX conversation_posts_post ON conversation_posts (post_id);
