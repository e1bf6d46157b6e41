-- How the community looks: what is not here is as the settings or the program have it.
CREATE TABLE appearance_parts (
  part TEXT NOT NULL PRIMARY KEY,
  -- A colour, a style sheet, or the address of a picture.
  content TEXT NOT NULL,
  -- The address of the same picture, small.
  small TEXT,
  width INTEGER,
  media_id BIGINT REFERENCES media (id),
  changed_at BIGINT NOT NULL
);
