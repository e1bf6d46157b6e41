-- A file that a former version of its post showed and the present one does not.
ALTER TABLE media ADD COLUMN former BOOLEAN NOT NULL DEFAULT FALSE;
-- What a former version quoted.
ALTER TABLE post_edits ADD COLUMN quote TEXT;
