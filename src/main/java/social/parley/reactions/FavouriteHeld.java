package social.parley.reactions;

import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.posts.Post;
import social.parley.storage.Announcement;

/** Somebody likes a post, which counts as soon as its author agrees. */
public record FavouriteHeld(ActorId actor, Post post, Iri iri) implements Announcement {}
