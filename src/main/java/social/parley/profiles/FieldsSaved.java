package social.parley.profiles;

import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/** Somebody here has saved the table of their profile, changed or not. */
public record FieldsSaved(ActorId actor) implements Announcement {}
