package social.parley.quotes;

import social.parley.posts.Post;
import social.parley.storage.Announcement;

/** What a local post quotes has been edited. */
public record QuotedPostEdited(Post post, Post quoted) implements Announcement {}
