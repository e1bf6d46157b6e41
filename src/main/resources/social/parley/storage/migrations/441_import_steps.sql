-- Which step of an import is the next, so that none is done by two.
ALTER TABLE imports ADD COLUMN step BIGINT NOT NULL DEFAULT 0;
