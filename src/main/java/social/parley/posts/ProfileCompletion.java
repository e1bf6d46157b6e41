package social.parley.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Audience;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.Ref;
import social.parley.activitystreams.Thing;
import social.parley.actors.Actor;
import social.parley.actors.ActorKind;
import social.parley.core.Iri;
import social.parley.federation.RemoteDocuments;
import social.parley.federation.UnhurriedReader;

/** Fills a profile of another server with its latest posts and with those that are pinned. */
final class ProfileCompletion {
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final int MOST_POSTS = 40;
  private static final int MOST_PINNED = 10;
  private static final int PAGES = 3;

  private final Posts.Needs needs;
  private final UnhurriedReader reader;
  private final RemotePosts remote;
  private final Arrivals arrivals;
  private final Pins pins;
  private final PostStore store = new PostStore();

  ProfileCompletion(Posts.Needs needs, RemotePosts remote, Arrivals arrivals, Pins pins) {
    this.needs = needs;
    this.reader = needs.unhurried();
    this.remote = remote;
    this.arrivals = arrivals;
    this.pins = pins;
  }

  /** Says each time how many posts were new so far. */
  void complete(Iri of, IntConsumer progress) {
    Instant end = needs.clock().instant().plus(LONGEST);
    Actor actor = needs.actors().byIri(of).filter(Actor::isPresent).orElse(null);
    if (actor == null) return;
    int found = 0;
    for (Ref item : items(actor.outbox(), MOST_POSTS, end))
      if (item.thing() instanceof Activity.Create create && create.actor().equals(of))
        for (Ref object : create.objects()) if (take(actor, object, end)) progress.accept(++found);
    for (Ref item : items(actor.featured(), MOST_PINNED, end)) {
      if (actor.kind() == ActorKind.GROUP) bring(item, end);
      else if (take(actor, item, end)) progress.accept(++found);
      pin(actor, item.iri());
    }
    if (actor.kind() == ActorKind.GROUP) new CommunityModerators(needs).read(actor, end);
  }

  private List<Ref> items(@Nullable Iri collection, int most, Instant end) {
    return collection == null
        ? List.of()
        : reader.list(Ref.of(collection), most, PAGES, end).items();
  }

  /** What a community shows first others have written, each on their own server. */
  private void bring(Ref ref, Instant end) {
    Iri id = ref.iri();
    if (id == null || isHere(id) || !needs.clock().instant().isBefore(end)) return;
    if (reader.object(id) instanceof RemoteDocuments.Result.Found(ObjectDocument document)
        && remote.read(document) instanceof RemotePosts.Outcome.New(Arrivals.Prepared prepared)
        && prepared.post().reach().isOpen()) remote.store(prepared, 0);
  }

  /** True when the post was new. */
  private boolean take(Actor actor, Ref ref, Instant end) {
    if (!needs.clock().instant().isBefore(end)) return false;
    Iri id = ref.iri();
    if (id == null || !id.sameOrigin(actor.iri())) return false;
    if (isHere(id)) return false;
    ObjectDocument document = document(ref, id);
    if (document == null || !document.attributedTo().equals(List.of(actor.iri()))) return false;
    return arrivals
        .read(document, Audience.NONE, actor)
        .filter(post -> post.reach().isOpen())
        .map(post -> arrivals.prepare(post, actor))
        .flatMap(prepared -> remote.store(prepared, 0))
        .isPresent();
  }

  /** As written out in the actor's own collection, else from its id. */
  private @Nullable ObjectDocument document(Ref ref, Iri id) {
    if (ref.thing() instanceof ObjectDocument written) return written;
    return reader.object(id) instanceof RemoteDocuments.Result.Found(Thing thing)
            && thing instanceof ObjectDocument document
        ? document
        : null;
  }

  private boolean isHere(Iri id) {
    return needs.database().read(db -> store.isHere(db, id));
  }

  private void pin(Actor actor, @Nullable Iri id) {
    if (id == null) return;
    needs
        .database()
        .run(tx ->
            store
                .byIri(tx, id)
                .filter(post -> mayPin(actor, post) && !post.isBoost())
                .ifPresent(post -> pins.add(tx, actor.id(), post.id())));
  }

  private static boolean mayPin(Actor actor, Post post) {
    return post.author().equals(actor.id()) || actor.id().equals(post.community());
  }
}
