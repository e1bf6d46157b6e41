package social.parley.actors;

import social.parley.storage.Announcement;

/** An actor is gone for good; the record is what it was just before. */
public record ActorDeleted(Actor actor) implements Announcement {}
