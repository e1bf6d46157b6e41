package social.parley.posts;

import social.parley.storage.Announcement;

/** A post or boost is about to go; its rows are still there inside this transaction. */
public record PostDeleted(Post post) implements Announcement {}
