package social.parley.accounts;

import social.parley.storage.Announcement;

/** Somebody has signed up; a moderator must still approve them if {@code approved} is false. */
public record AccountCreated(Account account) implements Announcement {}
