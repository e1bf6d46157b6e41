-- What is written may be a reply to one post and quote another, and wait for both authors.
DROP INDEX interaction_requests_interaction;
CREATE UNIQUE INDEX interaction_requests_interaction ON interaction_requests (interaction, deed);
