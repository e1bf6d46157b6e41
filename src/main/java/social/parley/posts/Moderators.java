package social.parley.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import social.parley.activitystreams.ActorDocument;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.core.Iri;
import social.parley.federation.RemoteDocuments;
import social.parley.federation.UnhurriedReader;

/**
 * Who moderates a community elsewhere: it is asked each time, so that nobody acts for it any longer
 * than it says. Uses the network, so never inside a read or a write.
 */
final class Moderators {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final int MOST = 500;
  private static final int PAGES = 4;

  private final Posts.Needs needs;
  private final UnhurriedReader reader;

  Moderators(Posts.Needs needs) {
    this.needs = needs;
    this.reader = new UnhurriedReader(needs.documents(), needs.clock());
  }

  /** Its own server answers for what it lets people do there; all others must be listed. */
  boolean contain(Actor group, Actor who) {
    if (who.iri().sameOrigin(group.iri())) return true;
    if (!(needs.documents().object(group.iri())
        instanceof RemoteDocuments.Result.Found(ActorDocument document))) return false;
    Instant end = needs.clock().instant().plus(LONGEST);
    for (Iri list : lists(document))
      if (list.sameOrigin(group.iri()))
        for (Ref one : reader.list(Ref.of(list), MOST, PAGES, end).items())
          if (who.iri().equals(one.iri())) return true;
    return false;
  }

  /** Lemmy and others name the list as attributedTo, WordPress also under its own name. */
  static Set<Iri> lists(ActorDocument document) {
    Set<Iri> lists = new LinkedHashSet<>();
    if (document.attributedTo().size() == 1) lists.add(document.attributedTo().getFirst());
    Iri.parse(document.raw().path("moderators").asString("")).ifPresent(lists::add);
    return lists;
  }
}
