package social.parley.follows;

import social.parley.storage.Announcement;

/** Somebody asks a locked actor to be let in. */
public record FollowRequested(Follow follow) implements Announcement {}
