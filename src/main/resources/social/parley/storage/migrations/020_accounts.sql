CREATE TABLE accounts (
  id ${id} NOT NULL PRIMARY KEY,
  actor_id BIGINT NOT NULL UNIQUE REFERENCES actors (id),
  email TEXT NOT NULL,
  -- In lower case; without a value once the account is deleted, so that the address is free again.
  email_key TEXT UNIQUE,
  password TEXT NOT NULL,
  role TEXT NOT NULL,
  confirmed BOOLEAN NOT NULL,
  approved BOOLEAN NOT NULL,
  disabled BOOLEAN NOT NULL,
  locale TEXT NOT NULL,
  preferences TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  last_active_at BIGINT,
  sign_up_reason TEXT,
  sign_up_application BIGINT,
  invite_id BIGINT,
  deleted_at BIGINT
);

CREATE INDEX accounts_pending ON accounts (id) WHERE NOT approved;
CREATE INDEX accounts_role ON accounts (role);
CREATE INDEX accounts_active ON accounts (last_active_at);

CREATE TABLE invites (
  id ${id} NOT NULL PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  creator BIGINT REFERENCES accounts (id) ON DELETE SET NULL,
  max_uses INTEGER,
  uses INTEGER NOT NULL,
  expires_at BIGINT,
  revoked_at BIGINT,
  created_at BIGINT NOT NULL
);

CREATE INDEX invites_creator ON invites (creator, id);

-- Of every secret below only the SHA-256 hash is kept.
CREATE TABLE sessions (
  id ${id} NOT NULL PRIMARY KEY,
  account BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  secret_hash TEXT NOT NULL UNIQUE,
  browser TEXT NOT NULL,
  address TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  last_seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);

CREATE INDEX sessions_account ON sessions (account, id);
CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE oauth_applications (
  id ${id} NOT NULL PRIMARY KEY,
  client_id TEXT NOT NULL UNIQUE,
  secret_hash TEXT NOT NULL,
  name TEXT NOT NULL,
  website TEXT,
  redirect_uris TEXT NOT NULL,
  scopes TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE oauth_grants (
  id ${id} NOT NULL PRIMARY KEY,
  code_hash TEXT NOT NULL UNIQUE,
  application BIGINT NOT NULL REFERENCES oauth_applications (id) ON DELETE CASCADE,
  account BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  redirect_uri TEXT NOT NULL,
  scopes TEXT NOT NULL,
  challenge TEXT,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  -- The token it was exchanged for.
  token BIGINT
);

CREATE INDEX oauth_grants_account ON oauth_grants (account);
CREATE INDEX oauth_grants_application ON oauth_grants (application);
CREATE INDEX oauth_grants_expiry ON oauth_grants (expires_at);

CREATE TABLE oauth_tokens (
  id ${id} NOT NULL PRIMARY KEY,
  secret_hash TEXT NOT NULL UNIQUE,
  application BIGINT NOT NULL REFERENCES oauth_applications (id) ON DELETE CASCADE,
  account BIGINT REFERENCES accounts (id) ON DELETE CASCADE,
  scopes TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  last_used_at BIGINT,
  revoked_at BIGINT
);

CREATE INDEX oauth_tokens_account ON oauth_tokens (account, id);
CREATE INDEX oauth_tokens_application ON oauth_tokens (application);

CREATE TABLE email_tokens (
  secret_hash TEXT NOT NULL PRIMARY KEY,
  account BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  purpose TEXT NOT NULL,
  email TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);

CREATE INDEX email_tokens_account ON email_tokens (account, purpose);
CREATE INDEX email_tokens_expiry ON email_tokens (expires_at);

-- At most one row: the link that makes the first person the owner.
CREATE TABLE owner_claims (
  id INTEGER NOT NULL PRIMARY KEY,
  secret_hash TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
