package social.parley.announcements;

/** How many people react to an announcement with an emoji, and whether the reader does. */
public record NoticeReaction(String name, long count, boolean mine) {}
