package social.parley.accounts;

import social.parley.storage.Announcement;

/** An access token no longer counts; whatever was opened with it must be closed. */
public record TokenRevoked(long tokenId) implements Announcement {}
