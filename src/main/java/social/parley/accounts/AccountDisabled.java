package social.parley.accounts;

import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/** Somebody may not use their account any more; whatever they have opened must be closed. */
public record AccountDisabled(ActorId actor) implements Announcement {}
