package social.parley.posts;

import social.parley.storage.Announcement;

/** Somebody here has pinned a post of theirs, or no longer does. */
public record PinChanged(Post post, boolean pinned) implements Announcement {}
