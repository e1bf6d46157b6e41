package social.parley.reactions;

import social.parley.core.ActorId;
import social.parley.posts.Post;
import social.parley.storage.Announcement;

/** Somebody takes a reaction to a post back. */
public record Unreacted(ActorId actor, Post post, ReactionEmoji emoji) implements Announcement {}
