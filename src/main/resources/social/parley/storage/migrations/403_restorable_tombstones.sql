-- To which community something deleted belonged, and whether it may come back by an Undo.
ALTER TABLE tombstones ADD COLUMN community BIGINT;
ALTER TABLE tombstones ADD COLUMN restorable BOOLEAN NOT NULL DEFAULT FALSE;
