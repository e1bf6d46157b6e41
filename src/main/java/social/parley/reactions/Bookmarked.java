package social.parley.reactions;

import social.parley.core.ActorId;
import social.parley.core.PostId;
import social.parley.storage.Announcement;

/** Somebody keeps a post, or no longer does. */
public record Bookmarked(ActorId actor, PostId post, boolean kept) implements Announcement {}
