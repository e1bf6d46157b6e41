package social.parley.posts;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.core.Iri;
import social.parley.federation.Effect;
import social.parley.posts.Arrivals.Prepared;
import social.parley.posts.RemotePosts.Fresh;
import social.parley.posts.Tombstones.Grave;
import social.parley.storage.Tx;

/**
 * Brings back what was deleted here a short time ago and is there again where it was written, if
 * whoever says so may. Uses the network before the transaction.
 */
final class Restorations {
  private static final int MOST_AT_ONCE = 20;

  private final Posts.Needs needs;
  private final RemotePosts remote;
  private final Arrivals arrivals;
  private final Tombstones tombstones = new Tombstones();
  private final EarlyDeletes early = new EarlyDeletes();

  Restorations(Posts.Needs needs, RemotePosts remote, Arrivals arrivals) {
    this.needs = needs;
    this.remote = remote;
    this.arrivals = arrivals;
  }

  /** By its author, if no community has a say in it. */
  Effect byAuthor(Actor author, Activity.Delete undone) {
    Effect back =
        restored(
            undone,
            grave -> grave.community() == null && grave.iri().sameOrigin(author.iri()),
            (grave, now) -> now.community() == null && now.author().id().equals(author.id()));
    return back.then(tx -> ids(undone).forEach(id -> early.forget(tx, id, author.id())));
  }

  /** By whoever moderates a community, if it belonged there. */
  Effect in(Actor group, Activity.Delete undone) {
    return restored(
        undone,
        grave -> grave.community() == null || grave.community().equals(group.id()),
        (grave, now) ->
            group.id().equals(grave.community() == null ? now.community() : grave.community()));
  }

  private Effect restored(
      Activity.Delete undone, Predicate<Grave> mayAsk, BiPredicate<Grave, Prepared> mayBring) {
    Effect effect = Effect.none();
    for (Grave grave : graves(undone)) {
      if (!mayAsk.test(grave)) continue;
      Fresh now = remote.again(grave.iri());
      if (now == null || !mayBring.test(grave, now.prepared())) continue;
      // An address may lead to another post.
      if (grave.iri().equals(now.prepared().post().iri()))
        effect = effect.then(tx -> restore(tx, grave, now.prepared()));
    }
    return effect;
  }

  private List<Grave> graves(Activity.Delete undone) {
    return needs
        .database()
        .read(db ->
            ids(undone).stream()
                .map(id -> tombstones.find(db, id))
                .flatMap(Optional::stream)
                .filter(Grave::restorable)
                .toList());
  }

  private static List<Iri> ids(Activity.Delete undone) {
    return undone.objects().stream()
        .map(Ref::iri)
        .filter(Objects::nonNull)
        .limit(MOST_AT_ONCE)
        .toList();
  }

  /** Unless it was deleted once more meanwhile. */
  private void restore(Tx tx, Grave grave, Prepared now) {
    if (tombstones.find(tx, grave.iri()).filter(grave::equals).isEmpty()) return;
    tombstones.forget(tx, grave.iri());
    arrivals.store(tx, now, false);
  }
}
