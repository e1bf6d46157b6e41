-- Suggestions that somebody does not want to see again.
CREATE TABLE dismissed_suggestions (
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  target_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  PRIMARY KEY (actor_id, target_id)
)${clustered};
CREATE INDEX dismissed_suggestions_target ON dismissed_suggestions (target_id);

CREATE INDEX actors_directory ON actors (id) WHERE discoverable;
CREATE INDEX actors_directory_local ON actors (id) WHERE discoverable AND local;
CREATE INDEX actor_counts_active ON actor_counts (last_post_at);
