-- The custom emoji of this server; those of others are kept with the texts that use them.
CREATE TABLE custom_emojis (
  id ${id} NOT NULL PRIMARY KEY,
  iri TEXT NOT NULL UNIQUE,
  shortcode TEXT NOT NULL UNIQUE,
  media_id BIGINT NOT NULL,
  url TEXT NOT NULL,
  still_url TEXT NOT NULL,
  media_type TEXT NOT NULL,
  category TEXT NOT NULL,
  listed BOOLEAN NOT NULL,
  disabled BOOLEAN NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);
