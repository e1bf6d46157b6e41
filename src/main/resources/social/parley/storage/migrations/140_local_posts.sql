-- What was written here, counted week by week without looking at what came from elsewhere.
CREATE INDEX posts_local ON posts (id) WHERE local AND boost_of IS NULL;
