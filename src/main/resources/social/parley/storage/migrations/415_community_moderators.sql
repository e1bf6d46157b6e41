-- Who moderates communities elsewhere, in the order in which they are named there.
CREATE TABLE community_moderators (
  community_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  person_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (community_id, person_id)
);
CREATE INDEX community_moderators_person ON community_moderators (person_id);
