package social.parley.posts;

import social.parley.storage.Announcement;

/** A reply or boost is here, but nobody sees it until the author of its target agrees. */
public record PostHeld(Post post, Post target, Deed deed) implements Announcement {}
