package social.parley.moderation;

import social.parley.storage.Announcement;

/** The staff has told somebody here what it thinks of something they did. */
public record Warned(Strike strike) implements Announcement {}
