package social.parley.reactions;

import social.parley.core.ActorId;
import social.parley.posts.Post;
import social.parley.storage.Announcement;

/** Somebody no longer likes a post. */
public record Unfavourited(ActorId actor, Post post) implements Announcement {}
