-- For stamps that are taken back.
CREATE INDEX posts_authorized_by ON posts (authorized_by) WHERE authorized_by IS NOT NULL;
