package social.parley.reactions;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Audience;
import social.parley.actors.Actor;
import social.parley.core.Iri;
import social.parley.federation.Inboxes;
import social.parley.posts.Post;

/** A voice of somebody here, and whom it is told: the author, and the community, which counts. */
record Ballot(Iri id, Actor voter, Actor author, @Nullable Actor community, Post post) {
  Audience audience() {
    Audience audience = Audience.to(author.iri());
    return community == null ? audience : audience.alsoCc(community.iri()).in(community.iri());
  }

  Set<Iri> inboxes() {
    Set<Iri> inboxes = new LinkedHashSet<>(Inboxes.of(author));
    if (community != null) inboxes.addAll(Inboxes.of(community));
    return inboxes;
  }
}
