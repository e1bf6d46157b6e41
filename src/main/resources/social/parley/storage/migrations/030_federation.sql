CREATE TABLE inbox_queue (
  id ${id} NOT NULL PRIMARY KEY,
  host TEXT NOT NULL,
  signer_id BIGINT NOT NULL,
  body ${bytes} NOT NULL,
  received_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  attempts INTEGER NOT NULL
);

CREATE INDEX inbox_queue_host ON inbox_queue (host, id);

-- What was turned away, for the administrator to read; the oldest are forgotten.
CREATE TABLE inbox_refusals (
  id ${id} NOT NULL PRIMARY KEY,
  host TEXT NOT NULL,
  reason TEXT NOT NULL,
  body ${bytes} NOT NULL,
  refused_at BIGINT NOT NULL
);

CREATE TABLE seen_activities (
  iri TEXT NOT NULL PRIMARY KEY,
  seen_at BIGINT NOT NULL
)${clustered};

CREATE INDEX seen_activities_at ON seen_activities (seen_at);

CREATE TABLE activities (
  id ${id} NOT NULL PRIMARY KEY,
  iri TEXT,
  sender_id BIGINT NOT NULL,
  body ${bytes} NOT NULL,
  everyone BOOLEAN NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE INDEX activities_iri ON activities (iri);

CREATE TABLE deliveries (
  id ${id} NOT NULL PRIMARY KEY,
  activity_id BIGINT NOT NULL,
  host TEXT NOT NULL,
  inbox TEXT NOT NULL,
  due_at BIGINT NOT NULL,
  attempts INTEGER NOT NULL
);

CREATE INDEX deliveries_host ON deliveries (host, id);

-- Only hosts that fail; a healthy host has no row.
CREATE TABLE failing_hosts (
  host TEXT NOT NULL PRIMARY KEY,
  failures INTEGER NOT NULL,
  failing_since BIGINT NOT NULL,
  next_attempt_at BIGINT NOT NULL,
  given_up BOOLEAN NOT NULL,
  reason TEXT NOT NULL
)${clustered};
