package social.parley.mastodon;

/** How many entries of a list to leave out, and how many to show. */
public record OffsetPage(int offset, int limit) {}
