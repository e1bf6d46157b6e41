-- Files of posts and profiles, own and remote ones. A remote file's content is kept only in
-- media_cache, once somebody has looked at it.
CREATE TABLE media (
  id ${id} PRIMARY KEY,
  owner_id BIGINT NOT NULL,
  purpose TEXT NOT NULL,
  kind TEXT NOT NULL,
  media_type TEXT NOT NULL,
  blob_key TEXT NOT NULL,
  preview_key TEXT,
  remote_url TEXT,
  description TEXT NOT NULL,
  focus_x DOUBLE PRECISION NOT NULL,
  focus_y DOUBLE PRECISION NOT NULL,
  blurhash TEXT,
  width INTEGER,
  height INTEGER,
  preview_width INTEGER,
  preview_height INTEGER,
  bytes BIGINT NOT NULL,
  post_id BIGINT,
  position INTEGER NOT NULL,
  state TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX media_blob ON media (blob_key);
CREATE UNIQUE INDEX media_preview ON media (preview_key) WHERE preview_key IS NOT NULL;
CREATE INDEX media_post ON media (post_id, position) WHERE post_id IS NOT NULL;
CREATE INDEX media_loose ON media (created_at) WHERE post_id IS NULL AND purpose = 'post';
CREATE INDEX media_owner ON media (owner_id, purpose);

CREATE TABLE media_cache (
  blob_key TEXT NOT NULL PRIMARY KEY,
  media_type TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  used_at BIGINT NOT NULL
);
CREATE INDEX media_cache_used ON media_cache (used_at);

CREATE TABLE media_secrets (
  name TEXT NOT NULL PRIMARY KEY,
  secret ${bytes} NOT NULL
);
