package social.parley.timelines;

import social.parley.posts.Post;
import social.parley.storage.Announcement;

/**
 * A later part of a large fan-out: the post now stands on the homes of those followers, too, whose
 * follow is newer than {@code after} and not newer than {@code last}.
 */
public record HomesWritten(Post post, long after, long last) implements Announcement {}
