package social.parley.posts;

import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.storage.Announcement;

/** Somebody elsewhere did with a local post what its author does not allow; it was left out. */
public record PostUnwelcome(ActorId actor, Post target, Deed deed, @Nullable Iri iri)
    implements Announcement {}
