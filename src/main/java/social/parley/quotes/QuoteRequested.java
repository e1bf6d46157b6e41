package social.parley.quotes;

import social.parley.posts.Post;
import social.parley.storage.Announcement;

/** The author of a local post is to agree before it counts as quoted in another. */
public record QuoteRequested(Post post, Post quoted) implements Announcement {}
