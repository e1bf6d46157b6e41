package social.parley.posts;

import social.parley.storage.Announcement;

/** The quote in a post has another state or stamp than before. */
public record QuoteChanged(Post post, Quote before) implements Announcement {}
