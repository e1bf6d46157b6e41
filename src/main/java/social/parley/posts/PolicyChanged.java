package social.parley.posts;

import social.parley.storage.Announcement;

/** The author of a post lets others do with it what they were not let, or no longer. */
public record PolicyChanged(Post post) implements Announcement {}
