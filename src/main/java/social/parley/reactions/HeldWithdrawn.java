package social.parley.reactions;

import social.parley.core.ActorId;
import social.parley.posts.Post;
import social.parley.storage.Announcement;

/** Somebody no longer wants what they were waiting for, or may not have it. */
public record HeldWithdrawn(ActorId actor, Post post) implements Announcement {}
