package social.parley.accounts;

import social.parley.storage.Announcement;

/** A moderator has let somebody in. */
public record AccountApproved(Account account) implements Announcement {}
