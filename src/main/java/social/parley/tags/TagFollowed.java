package social.parley.tags;

import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/** Somebody here now follows a hashtag, in its normalised form. */
public record TagFollowed(ActorId actor, String tag) implements Announcement {}
