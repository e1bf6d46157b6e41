package social.parley.posts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.ObjectDocument;
import social.parley.activitystreams.Ref;
import social.parley.actors.Actor;
import social.parley.actors.ActorKind;
import social.parley.core.Iri;
import social.parley.federation.Effect;
import social.parley.federation.Received;
import social.parley.federation.RemoteDocuments;
import social.parley.federation.TryLater;
import social.parley.posts.RemotePosts.Fresh;
import social.parley.storage.Reading;
import social.parley.storage.Tx;
import tools.jackson.databind.JsonNode;

/**
 * What groups pass on of what others did (FEP-1b12). A group's word counts for what belongs to it;
 * all else is asked for where it was done, so that nobody need believe what is written out.
 */
final class GroupInbox {
  private static final int MOST_AT_ONCE = 100;

  private final Posts.Needs needs;
  private final RemotePosts remote;
  private final Pins pins;
  private final GroupDeeds deeds;
  private final PostStore store = new PostStore();

  GroupInbox(Posts.Needs needs, RemotePosts remote, Pins pins, GroupDeeds deeds) {
    this.needs = needs;
    this.remote = remote;
    this.pins = pins;
    this.deeds = deeds;
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
      case Activity.Update update -> refreshed(group, update);
      case Activity.Delete delete -> deleted(group, delete);
      default -> deeds.take(group, inner);
    };
  }

  /** What is written out is not believed, but the post is read again where it was written. */
  private Effect refreshed(Actor group, Activity.Update update) {
    Effect effect = Effect.none();
    for (Ref ref : update.objects()) {
      Post post = known(ref.iri()).filter(one -> !one.local()).orElse(null);
      Fresh now = post == null ? null : remote.again(post.iri());
      if (post == null || now == null) continue;
      effect = effect.then(tx -> remote.refresh(tx, post.id(), now.prepared()));
      if (post.iri().sameOrigin(group.iri()))
        effect = effect.then(tx -> stick(tx, group, now.document()));
    }
    return effect;
  }

  /** Mbin and PieFed write in the post itself whether it is pinned. */
  private void stick(Tx tx, Actor group, ObjectDocument document) {
    JsonNode stickied = document.raw().path("stickied");
    if (!stickied.isBoolean()) return;
    known(tx, document.id())
        .filter(post -> group.id().equals(post.community()))
        .ifPresent(post -> {
          if (stickied.booleanValue()) pins.add(tx, group.id(), post.id());
          else pins.remove(tx, group.id(), post.id());
        });
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
        effect =
            effect.then(
                tx -> known(tx, ref.iri()).ifPresent(one -> deeds.remove(tx, group.id(), one)));
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
}
