CREATE TABLE reports (
  id ${id} NOT NULL PRIMARY KEY,
  -- Of a report from elsewhere, the id of the Flag.
  iri TEXT,
  reporter_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  target_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  category TEXT NOT NULL,
  comment TEXT NOT NULL,
  rules TEXT NOT NULL,
  forwarded BOOLEAN NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  assigned_to BIGINT,
  resolved_at BIGINT,
  resolved_by BIGINT
);
CREATE INDEX reports_open ON reports (id) WHERE resolved_at IS NULL;
CREATE INDEX reports_target ON reports (target_id, id);
CREATE INDEX reports_reporter ON reports (reporter_id, id);
CREATE INDEX reports_resolved ON reports (resolved_at);

CREATE TABLE report_posts (
  report_id BIGINT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  post_id BIGINT NOT NULL,
  PRIMARY KEY (report_id, post_id)
)${clustered};

-- What members of the staff have done, and to what.
CREATE TABLE audit_log (
  id ${id} NOT NULL PRIMARY KEY,
  -- Nobody where it was done on the command line.
  staff_id BIGINT,
  deed TEXT NOT NULL,
  subject TEXT NOT NULL,
  subject_id BIGINT,
  note TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX audit_log_subject ON audit_log (subject, subject_id);
