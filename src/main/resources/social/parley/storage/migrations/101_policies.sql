-- Who may do what with posts of a reach, where their author says nothing with the post itself.
CREATE TABLE default_policies (
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  reach TEXT NOT NULL,
  policy TEXT NOT NULL,
  PRIMARY KEY (actor_id, reach)
);
