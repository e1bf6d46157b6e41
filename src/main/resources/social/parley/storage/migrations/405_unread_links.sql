-- Posts from elsewhere whose links are still to be read.
CREATE TABLE unread_links (
  id ${id} PRIMARY KEY,
  post_id BIGINT NOT NULL,
  edited BOOLEAN NOT NULL
);
