package social.parley.follows;

import social.parley.storage.Announcement;

/** Somebody now follows somebody. */
public record Followed(Follow follow) implements Announcement {}
