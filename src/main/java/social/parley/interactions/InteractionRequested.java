package social.parley.interactions;

import social.parley.storage.Announcement;

/** Somebody here is asked to agree to an interaction with a post of theirs. */
public record InteractionRequested(InteractionRequest request) implements Announcement {}
