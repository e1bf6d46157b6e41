package social.parley.tags;

import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/** Somebody here no longer follows a hashtag, in its normalised form. */
public record TagUnfollowed(ActorId actor, String tag) implements Announcement {}
