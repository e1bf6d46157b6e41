-- The picture that stands for a film or sound of another server, and how long that plays.
ALTER TABLE media ADD COLUMN preview_remote_url TEXT;
ALTER TABLE media ADD COLUMN seconds DOUBLE PRECISION;
