-- Servers whose people somebody does not want to meet.
CREATE TABLE hidden_domains (
  id ${id} PRIMARY KEY,
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  domain TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX hidden_domains_pair ON hidden_domains (actor_id, domain);

-- What somebody notes about others for themselves.
CREATE TABLE private_notes (
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  target_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  note TEXT NOT NULL,
  PRIMARY KEY (actor_id, target_id)
);
CREATE INDEX private_notes_target ON private_notes (target_id);

-- People whom somebody recommends on their profile.
CREATE TABLE endorsements (
  id ${id} PRIMARY KEY,
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  target_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX endorsements_pair ON endorsements (actor_id, target_id);
CREATE INDEX endorsements_target ON endorsements (target_id);
