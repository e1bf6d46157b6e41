package social.parley.actors;

import social.parley.core.ActorId;
import social.parley.storage.Announcement;

/** An actor's profile is new or another than before. */
public record ActorChanged(ActorId actor, boolean local) implements Announcement {}
