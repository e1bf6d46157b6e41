package social.parley.posts;

import social.parley.storage.Announcement;

/** The counts of a local poll have changed and are due to be sent to other servers. */
public record PollCounted(Post post) implements Announcement {}
