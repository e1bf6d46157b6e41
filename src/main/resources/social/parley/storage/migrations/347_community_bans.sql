-- Whom the moderators of a community elsewhere let write there no more.
CREATE TABLE community_bans (
  community_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  person_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  until BIGINT,
  PRIMARY KEY (community_id, person_id)
);
CREATE INDEX community_bans_person ON community_bans (person_id);
