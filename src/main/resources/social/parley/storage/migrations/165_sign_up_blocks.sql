CREATE TABLE canonical_email_blocks (
  id ${id} NOT NULL PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  -- Whose suspension has blocked it.
  account BIGINT,
  created_at BIGINT NOT NULL
);
CREATE INDEX canonical_email_blocks_account ON canonical_email_blocks (account);

CREATE TABLE email_domain_blocks (
  id ${id} NOT NULL PRIMARY KEY,
  domain TEXT NOT NULL UNIQUE,
  allow_with_approval BOOLEAN NOT NULL,
  created_at BIGINT NOT NULL
);

-- Who tried to sign up with such an address, for a week.
CREATE TABLE email_domain_attempts (
  id ${id} NOT NULL PRIMARY KEY,
  block_id BIGINT NOT NULL REFERENCES email_domain_blocks (id) ON DELETE CASCADE,
  day BIGINT NOT NULL,
  address TEXT NOT NULL
);
CREATE INDEX email_domain_attempts_block ON email_domain_attempts (block_id, day);

CREATE TABLE ip_blocks (
  id ${id} NOT NULL PRIMARY KEY,
  -- In CIDR notation.
  range TEXT NOT NULL UNIQUE,
  severity TEXT NOT NULL,
  comment TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT
);
