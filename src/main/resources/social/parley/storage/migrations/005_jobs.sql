CREATE TABLE jobs (
  id ${id} PRIMARY KEY,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  -- While a job runs this is the time at which it is given up for lost.
  due_at BIGINT NOT NULL,
  attempts INTEGER NOT NULL,
  reason TEXT,
  parked_at BIGINT,
  -- Set for work that comes back again and again, of which there is one row each.
  recurring TEXT UNIQUE
);
CREATE INDEX jobs_due ON jobs (due_at, id) WHERE parked_at IS NULL;
CREATE INDEX jobs_parked ON jobs (parked_at) WHERE parked_at IS NOT NULL;
