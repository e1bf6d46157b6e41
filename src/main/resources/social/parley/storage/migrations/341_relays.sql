-- Relays that the server itself follows; the actor is known once the relay has answered.
CREATE TABLE relays (
  id ${id} NOT NULL PRIMARY KEY,
  address TEXT NOT NULL,
  inbox TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  follow_iri TEXT NOT NULL,
  actor_id BIGINT REFERENCES actors (id) ON DELETE CASCADE,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX relays_inbox ON relays (inbox);
