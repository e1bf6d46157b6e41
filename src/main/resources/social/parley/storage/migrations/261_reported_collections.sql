-- The ids of the collections that a report names, by commas.
ALTER TABLE reports ADD COLUMN collections TEXT NOT NULL DEFAULT '';
