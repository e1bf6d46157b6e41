CREATE TABLE home_entries (
  actor_id BIGINT NOT NULL,
  post_id BIGINT NOT NULL,
  PRIMARY KEY (actor_id, post_id)
)${clustered};
