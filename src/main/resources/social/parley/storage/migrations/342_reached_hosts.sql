-- When something was last delivered to a host, to some minutes.
CREATE TABLE reached_hosts (
  host TEXT NOT NULL PRIMARY KEY,
  reached_at BIGINT NOT NULL
)${clustered};

-- Whether somebody of the staff has decided that nothing goes there.
ALTER TABLE failing_hosts ADD COLUMN stopped BOOLEAN NOT NULL DEFAULT FALSE;
