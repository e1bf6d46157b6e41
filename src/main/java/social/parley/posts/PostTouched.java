package social.parley.posts;

import social.parley.core.PostId;
import social.parley.storage.Announcement;

/**
 * Something that everybody sees of a post is another now, though its text is not: a counter, its
 * preview card, its reactions, the state of its quote.
 */
public record PostTouched(PostId post) implements Announcement {}
