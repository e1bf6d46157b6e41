-- Who hides a server, asked for each public post that is told to those connected.
CREATE INDEX hidden_domains_domain ON hidden_domains (domain, actor_id);
