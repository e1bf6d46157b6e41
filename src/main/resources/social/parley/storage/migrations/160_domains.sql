CREATE TABLE domain_blocks (
  id ${id} NOT NULL PRIMARY KEY,
  -- In its ASCII form, lower case; it stands for its subdomains, too.
  domain TEXT NOT NULL UNIQUE,
  severity TEXT NOT NULL,
  reject_media BOOLEAN NOT NULL,
  reject_reports BOOLEAN NOT NULL,
  private_comment TEXT,
  public_comment TEXT,
  obfuscate BOOLEAN NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE domain_allows (
  id ${id} NOT NULL PRIMARY KEY,
  domain TEXT NOT NULL UNIQUE,
  created_at BIGINT NOT NULL
);

-- Follows that a decision of the staff has ended, kept so that it can be taken back.
CREATE TABLE severed_follows (
  id ${id} NOT NULL PRIMARY KEY,
  severance_id BIGINT NOT NULL,
  local_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  remote_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  outgoing BOOLEAN NOT NULL,
  iri TEXT NOT NULL,
  state TEXT NOT NULL,
  boosts BOOLEAN NOT NULL,
  notifying BOOLEAN NOT NULL,
  languages TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX severed_follows_severance ON severed_follows (severance_id, local_id);
CREATE INDEX severed_follows_remote ON severed_follows (remote_id);

CREATE TABLE severances (
  id ${id} NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  target TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX severances_target ON severances (target);

-- How much each person here has lost by one.
CREATE TABLE severance_losses (
  severance_id BIGINT NOT NULL REFERENCES severances (id) ON DELETE CASCADE,
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  followers BIGINT NOT NULL,
  following BIGINT NOT NULL,
  PRIMARY KEY (severance_id, actor_id)
);
