-- Where the program that a post was written with can be had.
ALTER TABLE posts ADD COLUMN application_url TEXT;
