package social.parley.reactions;

import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.posts.Post;
import social.parley.storage.Announcement;

/** Somebody elsewhere likes a post whose author does not allow it; it was left out. */
public record FavouriteUnwelcome(ActorId actor, Post post, Iri iri) implements Announcement {}
