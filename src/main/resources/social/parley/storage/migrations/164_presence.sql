-- From where people use their accounts: of each address the last time.
CREATE TABLE account_addresses (
  account BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  address TEXT NOT NULL,
  used_at BIGINT NOT NULL,
  PRIMARY KEY (account, address)
)${clustered};
CREATE INDEX account_addresses_address ON account_addresses (address);
CREATE INDEX account_addresses_age ON account_addresses (used_at);

-- On which days somebody was here; a day is counted from 1970.
CREATE TABLE account_days (
  day BIGINT NOT NULL,
  account BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  PRIMARY KEY (day, account)
)${clustered};
CREATE INDEX account_days_account ON account_days (account);

ALTER TABLE accounts ADD COLUMN suspended BOOLEAN NOT NULL DEFAULT FALSE;
