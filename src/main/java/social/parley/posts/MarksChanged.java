package social.parley.posts;

import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/**
 * What somebody has done with posts is another now: a favourite, boost, bookmark, pin, vote, muted
 * thread or reaction of theirs has come or gone.
 */
public record MarksChanged(ActorId actor) implements Announcement {}
