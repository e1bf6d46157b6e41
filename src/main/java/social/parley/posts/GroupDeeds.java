package social.parley.posts;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.activitystreams.Activity;
import social.parley.activitystreams.Ref;
import social.parley.activitystreams.Times;
import social.parley.actors.Actor;
import social.parley.core.ActorId;
import social.parley.core.Iri;
import social.parley.federation.Effect;
import social.parley.posts.Arrivals.Prepared;
import social.parley.posts.RemotePosts.Outcome;
import social.parley.storage.Reading;
import social.parley.storage.Tx;
import tools.jackson.databind.JsonNode;

/**
 * What moderators do in a community elsewhere, however it was proven that they may: it counts for
 * what belongs to that community and for nothing else.
 */
final class GroupDeeds {
  private final Posts.Needs needs;
  private final PostWriter writer;
  private final Arrivals arrivals;
  private final RemotePosts remote;
  private final Pins pins;
  private final CommunityRemoval removal;
  private final Restorations restorations;
  private final PostStore store = new PostStore();
  private final CommunityBans bans = new CommunityBans();

  GroupDeeds(
      Posts.Needs needs,
      PostWriter writer,
      Arrivals arrivals,
      RemotePosts remote,
      Pins pins,
      Restorations restorations) {
    this.needs = needs;
    this.writer = writer;
    this.arrivals = arrivals;
    this.remote = remote;
    this.pins = pins;
    this.restorations = restorations;
    this.removal = new CommunityRemoval(needs, this);
  }

  Effect take(Actor group, Activity deed) {
    return switch (deed) {
      case Activity.Delete delete -> tx -> remove(tx, group, delete);
      case Activity.Lock lock -> tx -> lock(tx, group, lock, true);
      case Activity.Add add when isTo(group.featured(), add) -> pin(group, add);
      case Activity.Remove remove when isTo(group.featured(), remove) ->
          tx -> unpin(tx, group, remove);
      case Activity.Block block when isTo(group.iri(), block) -> tx -> ban(tx, group, block);
      case Activity.Undo undo -> undone(group, undo.inner());
      default -> Effect.none();
    };
  }

  private Effect undone(Actor group, @Nullable Activity deed) {
    return switch (deed) {
      case Activity.Lock lock -> tx -> lock(tx, group, lock, false);
      case Activity.Delete delete -> restorations.in(group, delete);
      case Activity.Block block when isTo(group.iri(), block) -> tx -> lift(tx, group, block);
      case null, default -> Effect.none();
    };
  }

  private static boolean isTo(@Nullable Iri place, Activity deed) {
    Ref target = deed.envelope().target();
    return place != null && target != null && place.equals(target.iri());
  }

  private Optional<Post> belonging(Reading db, Actor group, @Nullable Iri id) {
    return id == null
        ? Optional.empty()
        : store
            .byIri(db, id)
            .filter(post -> !post.isBoost() && group.id().equals(post.community()));
  }

  private void remove(Tx tx, Actor group, Activity.Delete delete) {
    for (Ref ref : delete.objects())
      belonging(tx, group, ref.iri()).ifPresent(post -> remove(tx, group.id(), post));
  }

  /** What is ours is no longer shown there, but stays. */
  void remove(Tx tx, ActorId group, Post post) {
    pins.remove(tx, group, post.id());
    store.boost(tx, post.id(), group).ifPresent(boost -> writer.delete(tx, boost));
    if (!post.local()) writer.delete(tx, post);
  }

  private void lock(Tx tx, Actor group, Activity lock, boolean locked) {
    belonging(tx, group, lock.objectId())
        .ifPresent(post -> store.update(tx, PostChange.of(post).locked(locked).build()));
  }

  private Effect pin(Actor group, Activity.Add add) {
    Iri id = add.objectId();
    if (id == null) return Effect.none();
    return switch (remote.find(id)) {
      case Outcome.Known _ -> tx -> pin(tx, group, id);
      case Outcome.New(Prepared prepared) ->
          tx -> {
            if (!group.id().equals(prepared.community())) return;
            arrivals.store(tx, prepared, false);
            pin(tx, group, id);
          };
      case Outcome.Nothing _, Outcome.Unreachable _ -> Effect.none();
    };
  }

  private void pin(Tx tx, Actor group, Iri id) {
    belonging(tx, group, id).ifPresent(post -> pins.add(tx, group.id(), post.id()));
  }

  private void unpin(Tx tx, Actor group, Activity.Remove remove) {
    belonging(tx, group, remove.objectId())
        .ifPresent(post -> pins.remove(tx, group.id(), post.id()));
  }

  private void ban(Tx tx, Actor group, Activity.Block block) {
    Optional<Actor> person = person(tx, block);
    if (person.isEmpty()) return;
    JsonNode raw = block.envelope().raw();
    bans.put(tx, group.id(), person.get().id(), until(raw));
    if (raw.path("removeData").asBoolean(false)) removal.begin(tx, group.id(), person.get().id());
  }

  private Optional<Actor> person(Reading db, Activity.Block block) {
    Iri id = block.objectId();
    return id == null ? Optional.empty() : needs.actors().byIri(db, id);
  }

  /** Lemmy and Mbin have a name of their own for the end of a ban. */
  private static @Nullable Instant until(JsonNode raw) {
    Instant end = Times.parse(raw.path("endTime").asString(""));
    return end == null ? Times.parse(raw.path("expires").asString("")) : end;
  }

  private void lift(Tx tx, Actor group, Activity.Block block) {
    person(tx, block).ifPresent(one -> bans.lift(tx, group.id(), one.id()));
  }
}
