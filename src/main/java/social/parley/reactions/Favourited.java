package social.parley.reactions;

import social.parley.core.ActorId;
import social.parley.posts.Post;
import social.parley.storage.Announcement;

/** Somebody likes a post. */
public record Favourited(ActorId actor, Post post) implements Announcement {}
