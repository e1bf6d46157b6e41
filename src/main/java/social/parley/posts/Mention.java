package social.parley.posts;

import social.parley.core.ActorId;

/** Somebody named in a post, as the names and links were when it was stored. */
public record Mention(ActorId actor, String username, String acct, String url) {}
