package social.parley.posts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.actors.ActorKind;
import social.parley.core.Iri;
import social.parley.federation.Effect;
import social.parley.federation.Received;
import social.parley.federation.RemoteDocuments;
import social.parley.federation.TryLater;
import social.parley.posts.Arrivals.Prepared;
import social.parley.posts.RemotePosts.Outcome;
import social.parley.storage.Reading;
import social.parley.storage.Tx;

/**
 * What groups pass on of what others did (FEP-1b12). A group's word counts for what belongs to it;
 * all else is asked for where it was done, so that nobody need believe what is written out.
 */
final class GroupInbox {
  private static final int MOST_AT_ONCE = 100;

  private final Posts.Needs needs;
  private final PostWriter writer;
  private final RemotePosts remote;
  private final PostStore store = new PostStore();

  GroupInbox(Posts.Needs needs, PostWriter writer, RemotePosts remote) {
    this.needs = needs;
    this.writer = writer;
    this.remote = remote;
  }

  /** The activities that a group announces, sometimes many at once (PieFed); mostly none. */
  List<Activity> passedOn(Received received) {
    List<Activity> activities = new ArrayList<>();
    if (received.actor().kind() != ActorKind.GROUP) return activities;
    for (Ref ref : received.whole().objects())
      if (activities.size() < MOST_AT_ONCE
          && ref.thing() instanceof Activity activity
          && !activity.objects().isEmpty()) activities.add(activity);
    return activities;
  }

  /** What it does to a post that is here; a Create is told by its boost. */
  Effect take(Actor group, Activity inner) {
    return switch (inner) {
      case Activity.Update update -> refreshed(update);
      case Activity.Delete delete -> deleted(group, delete);
      case Activity.Lock lock -> tx -> lock(tx, group, lock, true);
      case Activity.Undo undo when undo.inner() instanceof Activity.Lock lock ->
          tx -> lock(tx, group, lock, false);
      case Activity.Undo undo when undo.inner() instanceof Activity.Delete delete ->
          restored(group, delete);
      default -> Effect.none();
    };
  }

  private Effect refreshed(Activity.Update update) {
    Effect effect = Effect.none();
    for (Ref ref : update.objects()) {
      Post post = known(ref.iri()).filter(one -> !one.local()).orElse(null);
      Prepared now = post == null ? null : asked(post.iri());
      if (post != null && now != null)
        effect = effect.then(tx -> remote.refresh(tx, post.id(), now));
    }
    return effect;
  }

  /** How its origin shows a post; null when it does not. */
  private @Nullable Prepared asked(Iri id) {
    return switch (remote.again(id)) {
      case Outcome.New(Prepared now) -> now;
      case Outcome.Unreachable(String reason) -> throw new TryLater(reason);
      case Outcome.Known _, Outcome.Nothing _ -> null;
    };
  }

  private Optional<Post> known(@Nullable Iri id) {
    return needs.database().read(db -> known(db, id));
  }

  private Optional<Post> known(Reading db, @Nullable Iri id) {
    return id == null ? Optional.empty() : store.byIri(db, id).filter(one -> !one.isBoost());
  }

  /** By its moderators or its author; elsewhere than in the group only its own server is asked. */
  private Effect deleted(Actor group, Activity.Delete delete) {
    Effect effect = Effect.none();
    for (Ref ref : delete.objects()) {
      Optional<Post> post = known(ref.iri());
      if (post.isEmpty()) continue;
      boolean in = group.id().equals(post.get().community());
      if (in || isGone(post.get()))
        effect = effect.then(tx -> known(tx, ref.iri()).ifPresent(one -> remove(tx, group, one)));
    }
    return effect;
  }

  private boolean isGone(Post post) {
    if (post.local()) return false;
    return switch (needs.documents().object(post.iri())) {
      case RemoteDocuments.Result.Gone _ -> true;
      case RemoteDocuments.Result.Found _, RemoteDocuments.Result.NotFound _ -> false;
      case RemoteDocuments.Result.Unreachable(String reason, _) -> throw new TryLater(reason);
    };
  }

  /** What is ours is no longer shown there, but stays. */
  private void remove(Tx tx, Actor group, Post post) {
    store.boost(tx, post.id(), group.id()).ifPresent(boost -> writer.delete(tx, boost));
    if (!post.local()) writer.delete(tx, post);
  }

  private void lock(Tx tx, Actor group, Activity lock, boolean locked) {
    known(tx, lock.objectId())
        .filter(post -> group.id().equals(post.community()))
        .ifPresent(post -> store.update(tx, PostChange.of(post).locked(locked).build()));
  }

  /** What is back in the group is fetched again, though it counts as deleted here. */
  private Effect restored(Actor group, Activity.Delete delete) {
    Effect effect = Effect.none();
    for (Ref ref : delete.objects()) {
      if (ref.iri() == null || known(ref.iri()).isPresent()) continue;
      Prepared now = asked(ref.iri());
      if (now != null && group.id().equals(now.community()))
        effect = effect.then(tx -> remote.restore(tx, now));
    }
    return effect;
  }
}
