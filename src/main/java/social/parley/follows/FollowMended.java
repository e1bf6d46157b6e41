package social.parley.follows;

import social.parley.storage.Announcement;

/** A follow that was severed is back, without anybody having asked for it. */
public record FollowMended(Follow follow) implements Announcement {}
