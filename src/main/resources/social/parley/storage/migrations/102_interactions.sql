-- Favourites that wait until the author of the post agrees.
CREATE TABLE held_favourites (
  id ${id} PRIMARY KEY,
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  post_id BIGINT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  iri TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX held_favourites_pair ON held_favourites (actor_id, post_id);
CREATE INDEX held_favourites_post ON held_favourites (post_id);
CREATE INDEX held_favourites_iri ON held_favourites (iri);

-- What somebody did with a post whose author is to be asked, here or elsewhere: by which activity
-- or post (interaction), and by which request if they asked politely.
CREATE TABLE interaction_requests (
  id ${id} PRIMARY KEY,
  deed TEXT NOT NULL,
  owner_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  post_id BIGINT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  made_id BIGINT REFERENCES posts (id) ON DELETE SET NULL,
  interaction TEXT NOT NULL,
  request TEXT,
  created_at BIGINT NOT NULL,
  accepted_at BIGINT,
  rejected_at BIGINT,
  stamp TEXT
);
CREATE UNIQUE INDEX interaction_requests_interaction ON interaction_requests (interaction);
CREATE INDEX interaction_requests_request ON interaction_requests (request);
CREATE INDEX interaction_requests_owner ON interaction_requests (owner_id, id)
  WHERE accepted_at IS NULL AND rejected_at IS NULL;
CREATE INDEX interaction_requests_actor ON interaction_requests (actor_id, post_id);
CREATE INDEX interaction_requests_post ON interaction_requests (post_id);
CREATE INDEX interaction_requests_made ON interaction_requests (made_id);
CREATE INDEX interaction_requests_stamp ON interaction_requests (stamp);
