package social.parley.quotes;

import social.parley.posts.Post;
import social.parley.storage.Announcement;

/** A local post is now quoted in another, and its author agrees. */
public record PostQuoted(Post post, Post quoted) implements Announcement {}
