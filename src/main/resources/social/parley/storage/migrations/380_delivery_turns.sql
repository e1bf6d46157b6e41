-- Deliveries go out by turns: at each host what is urgent first, then one sender after the other.
ALTER TABLE deliveries ADD COLUMN sender_id BIGINT NOT NULL DEFAULT 0;
ALTER TABLE deliveries ADD COLUMN turn BIGINT NOT NULL DEFAULT 0;
UPDATE deliveries SET turn = 1099511627776, sender_id =
  coalesce((SELECT sender_id FROM activities a WHERE a.id = deliveries.activity_id), 0);
DROP INDEX deliveries_host;
CREATE INDEX deliveries_turn ON deliveries (host, turn, id);
CREATE INDEX deliveries_sender ON deliveries (host, sender_id, turn);
