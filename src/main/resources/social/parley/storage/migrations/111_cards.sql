-- What links lead to, one row for each address that was ever posted.
CREATE TABLE cards (
  id ${id} PRIMARY KEY,
  url TEXT NOT NULL,
  canonical TEXT NOT NULL,
  state TEXT NOT NULL,
  checked_at BIGINT,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  language TEXT,
  author_name TEXT NOT NULL,
  author_url TEXT NOT NULL,
  creator_id BIGINT,
  provider_name TEXT NOT NULL,
  provider_url TEXT NOT NULL,
  html TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  image TEXT,
  image_description TEXT NOT NULL,
  embed_url TEXT NOT NULL,
  blurhash TEXT,
  published_at BIGINT
);
CREATE UNIQUE INDEX cards_url ON cards (url);
CREATE INDEX cards_canonical ON cards (canonical);

CREATE TABLE post_cards (
  post_id ${id} PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
  card_id BIGINT NOT NULL REFERENCES cards (id) ON DELETE CASCADE
);
CREATE INDEX post_cards_card ON post_cards (card_id, post_id);

-- The sites that somebody lets name them as an author.
CREATE TABLE attribution_domains (
  actor_id BIGINT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  domain TEXT NOT NULL,
  PRIMARY KEY (actor_id, domain)
)${clustered};
