package social.parley.reactions;

import social.parley.core.ActorId;
import social.parley.posts.Post;
import social.parley.storage.Announcement;

/** Somebody reacts to a post with an emoji. */
public record Reacted(ActorId actor, Post post, ReactionEmoji emoji) implements Announcement {}
