-- What a post quotes, as one statement loads a page of posts: the address as its author wrote it,
-- the post once it is here, the state, the stamp that proves it, and the request for that.
ALTER TABLE posts ADD COLUMN quote_iri TEXT;
ALTER TABLE posts ADD COLUMN quote_of BIGINT;
ALTER TABLE posts ADD COLUMN quote_author BIGINT;
ALTER TABLE posts ADD COLUMN quote_state TEXT;
ALTER TABLE posts ADD COLUMN quote_authorization TEXT;
ALTER TABLE posts ADD COLUMN quote_request TEXT;
ALTER TABLE posts ADD COLUMN quote_legacy BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE posts ADD COLUMN quotes BIGINT NOT NULL DEFAULT 0;
ALTER TABLE posts ADD COLUMN policy TEXT;
ALTER TABLE posts ADD COLUMN local_only BOOLEAN NOT NULL DEFAULT FALSE;
-- Held back until the author of what it answers or boosts agrees; authorized says where that stands.
ALTER TABLE posts ADD COLUMN held BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE posts ADD COLUMN authorized_by TEXT;
CREATE INDEX posts_quotes ON posts (quote_of, id) WHERE quote_of IS NOT NULL;
CREATE INDEX posts_quote_stamps ON posts (quote_authorization)
  WHERE quote_authorization IS NOT NULL;
CREATE INDEX posts_quote_requests ON posts (quote_request) WHERE quote_request IS NOT NULL;
