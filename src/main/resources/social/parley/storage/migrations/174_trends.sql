-- What is talked about just now, reckoned anew every few minutes: the most liked posts, tags and
-- links. The parent of a link is its site. A few hundred rows at most.
CREATE TABLE trends (
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  parent TEXT,
  score DOUBLE PRECISION NOT NULL,
  counted_at BIGINT NOT NULL,
  PRIMARY KEY (kind, subject)
)${clustered};

-- What staff has said, or is to say, about what may be shown among the trends.
CREATE TABLE trend_reviews (
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  id BIGINT NOT NULL,
  allowed BOOLEAN,
  requested_at BIGINT NOT NULL,
  reviewed_at BIGINT,
  PRIMARY KEY (kind, subject)
)${clustered};
CREATE UNIQUE INDEX trend_reviews_id ON trend_reviews (kind, id);

-- Tags that staff wants otherwise than usual.
CREATE TABLE tag_settings (
  tag TEXT NOT NULL PRIMARY KEY,
  display_name TEXT NOT NULL,
  usable BOOLEAN NOT NULL,
  listable BOOLEAN NOT NULL
)${clustered};
