package social.parley.timelines;

import social.parley.posts.Post;
import social.parley.storage.Announcement;

/**
 * A later part of a large fan-out: the post now stands on those lists, too, which its author joined
 * after {@code after} and not after {@code last}.
 */
public record ListsWritten(Post post, long after, long last) implements Announcement {}
