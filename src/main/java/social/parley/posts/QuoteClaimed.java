package social.parley.posts;

import social.parley.storage.Announcement;

/** A post says that it quotes another, and whether it may is not known yet or may have changed. */
public record QuoteClaimed(Post post) implements Announcement {}
