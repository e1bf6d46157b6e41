package social.parley.interactions;

import social.parley.storage.Announcement;

/** Somebody here need not decide any more: they have, or what asked was taken back. */
public record InteractionSettled(InteractionRequest request) implements Announcement {}
